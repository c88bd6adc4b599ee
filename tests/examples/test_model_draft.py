"""The page on checking a language model's draft, and the example it shows: the commands do what the page says."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from tieout.checks.check import check
from tieout.checks.request import Request
from tieout.cli import app

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "model_draft"
PAGE = (ROOT / "docs" / "check-a-language-model.md").read_text(encoding="utf-8")


def test_every_fault_of_the_draft_is_found() -> None:
    checked = check(EXAMPLE / "draft.md", Request(against=EXAMPLE / "sources", complete=True))
    faults = [d.reason for c in checked.claims for d in c.differences]
    assert Counter(c.verdict for c in checked.claims) == {"differs": 5, "widened": 3, "supported": 2, "not_found": 1}
    assert set(faults) == {
        "place_differs", "thing_differs", "bound_dropped", "hedge_dropped", "quotation_altered", "direction_differs",
        "unit_differs", "scope_widened",
    }  # fmt: skip


def test_the_page_shows_what_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (command,) = re.findall(r"^\$ tieout (verify .*)$", PAGE, re.MULTILINE)
    result = CliRunner().invoke(app, command.split())
    assert result.exit_code == 1
    shown = re.search(r"```text\n(.*?)```", PAGE, re.DOTALL)
    assert shown is not None
    for line in shown[1].splitlines():
        assert line in result.output


@pytest.mark.parametrize("format", ["json", "jsonl", "sarif", "html"])
def test_the_other_formats_are_those_of_a_check(format: str, tmp_path: Path) -> None:
    out = tmp_path / f"answer.{format}"
    draft, sources = str(EXAMPLE / "draft.md"), str(EXAMPLE / "sources")
    outcome = CliRunner().invoke(app, ["verify", draft, "--against", sources, "--format", format, "--out", str(out)])
    assert outcome.exit_code == 1
    assert "C351" in out.read_text(encoding="utf-8")


def test_a_library_of_its_own(tmp_path: Path) -> None:
    runner = CliRunner()
    yearbook = EXAMPLE / "sources" / "port_police_yearbook_2023.txt"
    folder = str(tmp_path / "library")
    said = ["--title", "Statistical yearbook 2023", "--publisher", "Port Police", "--date", "2024"]
    added = runner.invoke(
        app, ["library", "add", str(yearbook), "--library", folder, "--date-read", "2024-06-12", *said]
    )
    assert added.exit_code == 0, added.output
    assert "Statistical yearbook 2023" in runner.invoke(app, ["library", "list", "--library", folder]).output
    draft = tmp_path / "draft.md"
    draft.write_text(
        "In 2023, 64 persons were arrested for extortion.[^1]\n\n[^1]: Port Police, Statistical yearbook 2023, 2024.\n",
        encoding="utf-8",
    )
    checked = runner.invoke(app, ["check", str(draft), "--against", folder])
    assert checked.exit_code == 1
    assert "C351" in checked.output
    names = ["library", "remove", added.output.split()[0], "--library", folder]
    assert runner.invoke(app, names).exit_code == 0


def test_wrong_usage_is_one_line(tmp_path: Path) -> None:
    runner = CliRunner()
    nothing = runner.invoke(app, ["verify", str(EXAMPLE / "draft.md"), "--against", str(tmp_path)])
    assert nothing.exit_code != 0
    wrong = runner.invoke(app, ["library", "add", "x.txt", "--date-read", "yesterday"])
    assert wrong.exit_code == 2
    assert "not a date" in wrong.output
