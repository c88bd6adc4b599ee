"""The server as an assistant meets it: its tools, wrong calls, and a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from assistants.assistant import Assistant, over_stdio
from tieout.mcp.server import TOOLS
from tieout.mcp.words import NOTE
from tieout.workspace.workspace import Workspace

PLAIN: dict[str, dict[str, Any]] = {
    "search": {"query": "homicides in Lima"},
    "figures": {"measure": "homicides", "place": "PE-LIM"},
    "compare": {"measure": "homicides"},
    "source": {},
    "check_text": {"text": "Nothing is claimed here."},
    "index": {},
    "data_query": {"question": "homicide PE-LAL 2023"},
}


def test_the_tools_say_that_they_only_read(assistant: Assistant) -> None:
    tools = assistant.tools()
    assert [tool.name for tool in tools] == list(TOOLS) == list(PLAIN)
    for tool in tools:
        assert tool.annotations is not None
        assert tool.annotations.read_only_hint
        assert not tool.annotations.destructive_hint
        assert not tool.annotations.open_world_hint
        assert tool.description
        assert "\n" not in tool.description
        assert tool.input_schema["additionalProperties"] is False
        assert tool.output_schema is not None


@pytest.mark.parametrize("tool", PLAIN)
def test_every_answer_says_what_the_words_in_it_are(assistant: Assistant, tool: str) -> None:
    asked = assistant.ask(tool, **PLAIN[tool])
    assert not asked.is_error, asked.text
    assert asked.answer["note"] == NOTE
    assert asked.answer["said"].endswith(".")


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("figures", {"limit": 51}, "limit: Input should be less than or equal to 50"),
        ("figures", {"limit": 10**30}, "limit: Input should be less than or equal to 50"),
        ("figures", {"limit": 0}, "limit: Input should be greater than or equal to 1"),
        ("figures", {"limit": "many"}, "limit: Input should be a valid integer"),
        ("figures", {"offset": -1}, "offset: "),
        ("figures", {"region": "Lima"}, "figures has no such parameter; it has measure, place, period"),
        ("figures", {"period": "last year"}, "not a period; write 2024"),
        ("figures", {"source": "nobody-1999"}, "no document has this key"),
        ("search", {}, "query: Field required"),
        ("search", {"query": ""}, "query: "),
        ("search", {"query": "x" * 401}, "query: String should have at most 400 characters"),
        ("search", {"query": "homicides", "kind": "person"}, "kind: Input should be 'passage', 'figure'"),
        ("check_text", {"text": "x" * 8_001}, "text: String should have at most 8000 characters"),
        ("check_text", {"text": "7 and " * 201}, "the text has more than 200 numbers; check it in parts"),
        ("source", {"cited": "f:0123456789"}, "unknown citation: no document and no record"),
        ("source", {"cited": ["a"]}, "cited: Input should be a valid string"),
        ("data_query", {"question": ["DROP TABLE"]}, "question: Input should be a valid string"),
        ("delete", {}, "there is no such tool; there are search, figures"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(
    assistant: Assistant, tool: str, arguments: dict[str, Any], said: str
) -> None:
    asked = assistant.ask(tool, **arguments)
    assert asked.is_error
    assert asked.text.startswith(said) or said in asked.text
    assert "\n" not in asked.text
    assert "Traceback" not in asked.text


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_it_serves_over_standard_input_and_output(example: Workspace, mode: str) -> None:
    calls = [*PLAIN.items(), ("figures", {"limit": 99})]
    names, answers = over_stdio(example.path, calls, mode=mode)
    assert names == list(TOOLS)
    assert [answer.is_error for answer in answers] == [False] * len(PLAIN) + [True]
    assert answers[1].results


def test_a_workspace_built_anew_is_opened_anew(tmp_path: Path) -> None:
    from workspace.made import built

    source = tmp_path / "gathered"
    source.mkdir()
    (source / "one.md").write_text("Police made 12 arrests in 2023.\n", encoding="utf-8")
    assistant = Assistant(built(source, tmp_path / "base.tieout").path)
    assert len(assistant.ask("source").answer["sources"]) == 1
    (source / "two.md").write_text("Police made 15 arrests in 2024.\n", encoding="utf-8")
    built(source, tmp_path / "base.tieout")
    assert len(assistant.ask("source").answer["sources"]) == 2
    assert assistant.ask("figures", period="2024").answer["total"] == 1


def test_without_a_workspace_it_says_so_and_ends(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "tieout", "mcp", "--workspace", str(tmp_path)]
    made = subprocess.run(words, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    assert made.returncode == 2
    assert made.stdout == ""
    assert made.stderr.startswith("tieout: ")
    assert made.stderr.count("\n") == 1


def test_a_missing_extra_is_one_line(example: Workspace) -> None:
    code = "import sys; sys.modules['mcp'] = None; from tieout.cli import main; main()"
    words = [sys.executable, "-c", code, "mcp", "--workspace", str(example.path)]
    made = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (made.returncode, made.stdout) == (2, "")
    assert made.stderr.startswith("tieout: ")
    assert made.stderr.endswith("pip install 'tieout[mcp]'\n")


def test_it_ends_with_its_input(example: Workspace) -> None:
    words = [sys.executable, "-m", "tieout", "mcp", "--workspace", str(example.path)]
    made = subprocess.run(words, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=60, check=False)
    assert (made.returncode, made.stdout, made.stderr) == (0, "", "")
