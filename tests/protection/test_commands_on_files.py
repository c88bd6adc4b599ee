"""Protected names of the settings bind commands on files, drafts on a workspace, and a site made before."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tieout.cli import app

TEXT = "# Harbour notes\n\nIn 2023 gangs threatened Rosa Mamani and 12 other fishermen in Paita, Peru.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "harbour"
    folder.mkdir()
    (folder / "notes.md").write_text(TEXT, encoding="utf-8")
    (folder / "tieout.toml").write_text('[workspace]\ncountry = "PE"\nprotect = ["Rosa Mamani"]\n', encoding="utf-8")
    return folder


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_statements_of_a_file_are_refused(folder: Path) -> None:
    asked = ["--kind", "statement", "--term", "gangs", "--format", "jsonl"]
    (folder / "notes.md").write_text(TEXT.replace(" and 12 other fishermen", " and others"), encoding="utf-8")
    outcome = run("records", folder / "notes.md", *asked)
    assert outcome.exit_code != 0
    assert "Mamani" not in outcome.output


def test_the_list_of_a_workspace_binds_a_draft_on_it(folder: Path, tmp_path: Path) -> None:
    assert run("build", folder).exit_code == 0
    draft = tmp_path / "draft.md"
    draft.write_text("# Draft\n\nRosa Mamani spoke of threats in Paita.\n", encoding="utf-8")
    outcome = run("check", draft, "--against", tmp_path / "harbour.tieout")
    assert outcome.exit_code == 1
    assert "P901" in outcome.output
    assert "Mamani" not in outcome.output


def test_a_site_from_before_the_list_does_not_stay(folder: Path, tmp_path: Path) -> None:
    (folder / "tieout.toml").write_text('[workspace]\ncountry = "PE"\n', encoding="utf-8")
    assert run("build", folder).exit_code == 0
    assert run("country", "PE", "--workspace", tmp_path / "harbour.tieout").exit_code == 0
    assert (tmp_path / "harbour.tieout" / "site").is_dir()
    (folder / "tieout.toml").write_text('[workspace]\ncountry = "PE"\nprotect = ["Rosa Mamani"]\n', encoding="utf-8")
    assert run("build", folder).exit_code == 0
    assert not (tmp_path / "harbour.tieout" / "site").exists()
