"""The guide as a reader follows it: files saved, commands run, answers as printed; every key and command documented."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from index.made import counted
from tieout.cli import app
from tieout.cli.index import COMMANDS
from tieout.index.validate import KEYS
from tieout.index.wire import results_record

GUIDE = Path(__file__).parents[2] / "docs" / "index.md"
BLOCK = re.compile(r"(?P<lead>[^\n]*)\n\n```(?P<kind>sh|text|toml|csv)\n(?P<body>.*?)```", re.DOTALL)


def blocks() -> Iterator[tuple[str, str, str]]:
    text = GUIDE.read_text(encoding="utf-8")
    return ((found["kind"], found["lead"], found["body"]) for found in BLOCK.finditer(text))


def test_the_worked_example_is_what_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said, ran = "", 0
    for kind, lead, body in blocks():
        if kind in ("toml", "csv"):
            name = re.search(r"as `([^`]+)`:", lead)
            assert name, lead
            Path(name[1]).write_text(body, encoding="utf-8")
        elif kind == "sh":
            said = ""
            for line in body.splitlines():
                outcome = CliRunner().invoke(app, shlex.split(line)[1:])
                assert outcome.exit_code == 0, (line, outcome.output)
                said += outcome.output
                ran += 1
        else:
            assert said == body
    assert ran == 4
    ranking = Path("published/ranking.html").read_text(encoding="utf-8")
    assert ranking.index(">Ecuador<") < ranking.index(">Peru<") < ranking.index(">Chile<")
    assert "Finds at the main harbour doubled." in Path("published/profiles/PER.html").read_text(encoding="utf-8")


def test_every_key_of_a_framework_is_documented() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    for keys in KEYS.values():
        for key in keys:
            assert f"`{key}`" in text or f"[{key}]" in text, key


def test_every_field_of_the_answer_is_documented(tmp_path: Path) -> None:
    text = GUIDE.read_text(encoding="utf-8")

    def check(record: object) -> None:
        for name, value in record.items() if isinstance(record, dict) else ():
            if name not in ("top", "left", "right", "other", "a", "b", "c", "d", "en", "es", "world"):
                assert f"`{name}`" in text, name
            for inner in value if isinstance(value, list) else [value]:
                check(inner)

    check(results_record(counted(tmp_path)))


def test_the_mistake_of_the_guide_is_what_is_said(tmp_path: Path) -> None:
    path = tmp_path / "harbour-index.toml"
    body = next(body for kind, _, body in blocks() if kind == "toml")
    path.write_text(body.replace("weight = 2", "weight = 0"), encoding="utf-8")
    outcome = CliRunner().invoke(app, ["index", "validate", str(path)])
    assert outcome.exit_code == 2
    mistake = "line 45: weight 0 is impossible; write a number above 0, or remove the node"
    assert mistake in outcome.output
    assert mistake in GUIDE.read_text(encoding="utf-8").replace("\n", " ")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    outcome = CliRunner().invoke(app, ["index", name, "--help"])
    assert outcome.exit_code == 0
    assert "Usage" in outcome.output
