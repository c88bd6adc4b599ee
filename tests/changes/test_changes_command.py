"""`tieout changes`: two documents or two workspaces; text and JSON; exit codes; one-line complaints."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tieout.cli import app

TEXT = "# Report\n\nIn 2023 the port police recorded {} complaints of extortion in Piura.\n"
DRAFT = "# Draft\n\nIn 2023 the port police recorded 412 complaints of extortion in Piura.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "old.md").write_text(TEXT.format(412), encoding="utf-8")
    (tmp_path / "new.md").write_text(TEXT.format(430), encoding="utf-8")
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    return tmp_path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["changes", *map(str, arguments)])


def test_two_documents_are_two_editions(folder: Path) -> None:
    outcome = run(folder / "old.md", folder / "new.md")
    assert outcome.exit_code == 0
    assert "figure revised: 412 -> 430 (+18, +4.4 %)" in outcome.output


def test_a_draft_that_rests_on_what_changed_exits_with_1(folder: Path) -> None:
    outcome = run(folder / "old.md", folder / "new.md", "--draft", folder / "draft.md", "--format", "json")
    assert outcome.exit_code == 1
    (rests,) = json.loads(outcome.output)["resting"]
    assert (rests["why"], rests["before"], rests["now"]) == ("passage_revised", "supported", "differs")
    assert run(folder / "old.md", folder / "old.md", "--draft", folder / "draft.md").exit_code == 0


def test_spanish(folder: Path) -> None:
    output = run(folder / "old.md", folder / "new.md", "--draft", folder / "draft.md", "--lang", "es").output
    assert "cifra: revisión: 412 -> 430" in output
    assert "el pasaje fue revisado; antes respaldada, ahora difiere" in output


def test_without_quotes_no_words_of_the_documents_are_left(folder: Path) -> None:
    outcome = run(folder / "old.md", folder / "new.md", "--no-quotes", "--format", "json")
    assert outcome.exit_code == 0
    assert "extortion" not in outcome.output
    assert run(folder / "old.md", folder / "new.md", "--no-quotes").exit_code == 2


def test_a_folder_that_is_no_workspace_is_refused_in_one_line(folder: Path) -> None:
    outcome = run(folder, folder)
    assert outcome.exit_code == 2
    assert "make one with tieout build" in outcome.output
