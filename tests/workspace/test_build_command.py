"""`tieout build` on the command line: what it says, and its exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tieout.cli import app


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["build", *words])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "port.md").write_text("Port police counted 1,200 thefts in 2023.\n", encoding="utf-8")
    return tmp_path / "papers"


def test_it_says_what_was_done(folder: Path) -> None:
    first, again = run(str(folder)), run(str(folder))
    assert (first.exit_code, again.exit_code) == (0, 0)
    assert first.output == f"{folder}.tieout: 1 document from 1 file; 1 read, 1 derived\n"
    assert again.output == f"{folder}.tieout: 1 document from 1 file; nothing changed\n"


def test_a_file_that_cannot_be_read_is_named(folder: Path) -> None:
    (folder / "empty.txt").write_text("", encoding="utf-8")
    result = run(str(folder))
    assert result.exit_code == 3
    assert "empty.txt: the file is empty" in result.output
    assert "1 document from 2 files, 1 not read" in result.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nowhere"], "no such folder"),
        (["s3://bucket/peru"], "say where the workspace goes"),
        (["{folder}", "--out", "{folder}/x"], r"ends in .tieout"),
    ],
)
def test_wrong_use_is_one_line_and_code_2(folder: Path, words: list[str], said: str) -> None:
    result = run(*(word.format(folder=folder) for word in words))
    assert result.exit_code == 2
    assert said in result.output
    assert result.output.count("\n") == 1


def test_a_file_that_is_named_and_not_there_is_said(folder: Path) -> None:
    (folder / "tieout.toml").write_text('[[documents]]\nfile = "gone.md"\n', encoding="utf-8")
    result = run(str(folder))
    assert result.exit_code == 0
    assert "tieout.toml:1: file gone.md is no document of the workspace" in result.output
