"""The hook for pre-commit: its file is what pre-commit reads, and its entry is run as pre-commit runs it."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tieout.cli import COMMANDS

ROOT = Path(__file__).parents[1]
WRONG = "Killings rose from 469 in 2023 to 562 in 2024, an increase of 35 percent.\n"
RIGHT = "Killings rose from 469 in 2023 to 562 in 2024, an increase of 20 percent.\n"


def hook() -> dict[str, Any]:
    yaml = pytest.importorskip("yaml")
    (found,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return dict(found)


def staged(folder: Path) -> list[str]:
    """The names of the files of a repository that the hook is for, as pre-commit gives them."""
    names = subprocess.run(["git", "ls-files"], cwd=folder, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    return [name for name in names if re.search(hook()["files"], name)]


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    program, *words = shlex.split(hook()["entry"])
    assert program == "tieout"
    line = [sys.executable, "-m", "tieout", *words, *arguments, *staged(folder)]
    return subprocess.run(line, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / "draft.md").write_text(WRONG, encoding="utf-8")
    (tmp_path / "notes.py").write_text("raise SystemExit\n", encoding="utf-8")
    for words in (["git", "init", "-q"], ["git", "add", "."]):
        subprocess.run(words, cwd=tmp_path, check=True, capture_output=True)
    return tmp_path


def test_it_has_what_pre_commit_needs() -> None:
    found = hook()
    assert {"id", "name", "entry", "language"} <= found.keys()
    assert found["id"] == "tieout-check"
    assert found["language"] == "python"
    assert found["entry"].split()[1] in COMMANDS
    assert "id: tieout-check" in (ROOT / "docs" / "living-with-findings.md").read_text(encoding="utf-8")


def test_it_stops_a_commit_with_a_mistake(repository: Path) -> None:
    assert staged(repository) == ["draft.md"]
    made = run(repository)
    assert made.returncode == 1
    assert "A101" in made.stdout


def test_it_lets_a_sound_draft_pass(repository: Path) -> None:
    (repository / "draft.md").write_text(RIGHT, encoding="utf-8")
    assert run(repository).returncode == 0


def test_it_takes_the_arguments_of_the_user(repository: Path) -> None:
    assert run(repository, "--fail-on", "never").returncode == 0


@pytest.mark.parametrize("name", ["a.md", "b/c.docx", "d.pdf", "e.htm", "f.xlsx", "g.epub"])
def test_it_is_for_documents(name: str) -> None:
    assert re.search(hook()["files"], name)
    assert not re.search(hook()["files"], f"{name}.py")
