"""A workspace without its protected names, from the settings to what leaves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tieout.cli import app
from tieout.errors import ProtectedError, UsageError
from tieout.report.atomic import write_text
from tieout.workspace.codec import encoded
from tieout.workspace.part import FIELDS
from tieout.workspace.public import Withheld
from tieout.workspace.workspace import Workspace
from workspace.made import built

REPORT = """# Harbour report

In 2023, police counted 12 raids in Piura. Rosa Mamani Condori said that 40 leaders were threatened in 2022.[^1] Police
recorded 300 complaints of extortion in Lima in 2023.

| who | complaints |
|---|---|
| Rosa Mamani | 17 |
| Piura | 19 |

Congress passed Law 31990 in 2023. The law was praised by ROSA MAMANI.

[^1]: Rosa Mamani, interview, Piura, 3 March 2023.
[^2]: Harbour Office, Report on raids, 4 March 2023.
"""
INTERVIEW = "# What was said\n\nThe Port Gazette counted 7 fires in 2024.\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("documents")
    (folder / "report.md").write_text(REPORT, encoding="utf-8")
    (folder / "rosa-mamani-2023.md").write_text(INTERVIEW, encoding="utf-8")
    (folder / "names.list").write_text("# who spoke\nMamani Condori, Rosa\n", encoding="utf-8")
    (folder / "tieout.toml").write_text('[workspace]\nprotect = ["@names.list", "Pariamarca"]\n', encoding="utf-8")
    return built(folder, tmp_path_factory.mktemp("made") / "port.tieout")


def everything(workspace: Workspace) -> str:
    parts = [json.dumps(encoded(part), ensure_ascii=False) for _, part in workspace.parts()]
    return json.dumps(encoded(workspace.manifest), ensure_ascii=False) + "\n".join(parts)


def test_the_list_comes_from_the_settings(made: Workspace) -> None:
    assert made.guard.words == ("Mamani Condori, Rosa", "Pariamarca")
    assert made.guard.meets(everything(made))


def test_no_name_is_left_in_public(made: Workspace) -> None:
    public = made.public
    assert not made.guard.meets(everything(public))
    assert "Mamani" not in everything(public) and "mamani" not in everything(public)
    assert public.public is public and public.guard == made.guard


def test_offsets_stay_true(made: Workspace) -> None:
    for entry, part in made.public.parts():
        text = part.document.text
        whole = next(w for _, w in made.parts() if w.document.sha256 == part.document.sha256)
        assert len(text) == len(whole.document.text)
        assert all(f.doc == entry.doc and text[f.start : f.end] == f.text for f in part.figures)
        for record in (record for kind in FIELDS for record in part.records(kind)):
            assert record.doc == entry.doc and text[record.start : record.end] == record.text
        for finding in part.findings:
            assert text[finding.start : finding.end] == finding.text


def test_what_rests_on_withheld_words_is_left_out_and_counted(made: Workspace) -> None:
    figures = {figure.text for figure in made.public.figures}
    assert {"12", "300", "19", "7"} <= figures
    assert not figures & {"40"}
    lost = made.public.withheld
    assert lost.passages >= 4 and lost.records >= 1 and lost.documents == 1
    assert made.withheld == Withheld()


def test_documents_named_after_somebody_get_another_name(made: Workspace) -> None:
    (renamed,) = (entry for entry in made.public.entries if entry.doc != "report.md")
    assert renamed.doc.startswith("withheld-") and renamed.paths == (renamed.doc,)
    assert made.public.part(renamed.doc).figures[0].doc == renamed.doc
    assert made.public.by_key[renamed.key] is renamed


def test_tables_are_not_shown(made: Workspace) -> None:
    with pytest.raises(ProtectedError):
        made.public.table("figures")


def test_without_a_list_public_is_the_workspace(example: Workspace) -> None:
    assert example.public is example


def test_an_opened_workspace_watches(made: Workspace, tmp_path: Path) -> None:
    asked = CliRunner().invoke(app, ["query", "SELECT text FROM figures", "--workspace", str(made.path)])
    assert asked.exit_code == 0, asked.output
    wrong = CliRunner().invoke(app, ["query", "SELECT doc FROM figures", "--workspace", str(made.path)])
    assert wrong.exit_code == 2 and wrong.stdout == ""
    assert "protected name" in wrong.stderr and "mamani" not in wrong.stderr.lower()
    with pytest.raises(ProtectedError):
        write_text(tmp_path / "page.html", "<p>Rosa <b>Mamani</b></p>")


@pytest.mark.parametrize(("protect", "said"), [('"@nobody.list"', "cannot be read"), ('"x"', "write more")])
def test_a_wrong_list_stops_the_build(tmp_path: Path, protect: str, said: str) -> None:
    (tmp_path / "report.md").write_text(INTERVIEW, encoding="utf-8")
    (tmp_path / "tieout.toml").write_text(f"[workspace]\nprotect = [{protect}]\n", encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        built(tmp_path, tmp_path / "port.tieout")
