"""Searching a workspace of a few documents."""

from __future__ import annotations

import json
import os
import shutil
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from tieout.cli import app
from tieout.errors import UsageError
from tieout.workspace.search.index import FOLDER, STAMP
from tieout.workspace.search.search import search
from tieout.workspace.workspace import Workspace, open_workspace
from workspace.made import built

PORT = """# Harbour report 2023

## Extortion of drivers

In 2022, gangs extorted 340 bus drivers in La Libertad. Most drivers paid in silence. The Red Hull gang holds the piers.

Police recorded 95 complaints of extortion in Lima in 2023, and 12 people were arrested.

## Prisons

Prisons of the coast hold twice the inmates that they were built for. A nurse said so in 2021.

| place | complaints |
|---|---|
| Trujillo | 41 |
| Piura | 17 |

On 4 May 2023 Congress passed Law 31990 on the prisons of the coast.
"""
PUERTO = """# Informe del puerto 2024

## Cobros a transportistas

En 2024 los choferes denunciaron 60 extorsiones en el puerto. Las víctimas callan por miedo a las bandas.

## Cárceles

El hacinamiento de las cárceles de la costa empeoró: hay 900 presos donde caben 400.
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("documents")
    (folder / "port-2023.md").write_text(PORT, encoding="utf-8")
    (folder / "puerto-2024.md").write_text(PUERTO, encoding="utf-8")
    return built(folder, tmp_path_factory.mktemp("made") / "port.tieout")


@pytest.mark.parametrize(
    ("query", "begins"),
    [
        ("extorted drivers", "In 2022, gangs extorted"),
        ("extortion of DRIVERS in la libertad", "In 2022, gangs extorted"),
        ("víctimas callan", "Las víctimas callan"),
        ("victimas callar", "Las víctimas callan"),
        ("overcrowded prisons 900", "El hacinamiento"),
        ("hacinamiento cárceles", "El hacinamiento"),
        ("nurse", "A nurse said so in 2021."),
        ('"paid in silence"', "Most drivers paid in silence."),
        ("Piura", "Piura"),
        ("complaints arrested", "Police recorded 95"),
    ],
)
def test_the_best_quote_is_first(made: Workspace, query: str, begins: str) -> None:
    best = search(made, query)[0]
    assert begins in best.text
    for hit in search(made, query):
        assert made.part(hit.doc).document.text[hit.start : hit.end] == hit.text


def test_a_query_in_one_language_finds_passages_in_the_other(made: Workspace) -> None:
    assert {hit.doc for hit in search(made, "extortion of drivers")} == {"port-2023.md", "puerto-2024.md"}
    assert {hit.doc for hit in search(made, "extorsión a choferes")} == {"port-2023.md", "puerto-2024.md"}


def test_a_phrase_must_stand(made: Workspace) -> None:
    assert search(made, '"silence paid"') == []
    assert search(made, "silence paid") != []


def test_conditions(made: Workspace) -> None:
    assert {hit.doc for hit in search(made, "extortion", language="es")} == {"puerto-2024.md"}
    assert [hit.text[:7] for hit in search(made, "extortion", place="La Libertad")] == ["In 2022"]
    assert {hit.doc for hit in search(made, "extortion", period="2024")} == {"puerto-2024.md"}
    assert {hit.doc for hit in search(made, "extortion", period="../2023-06")} == {"port-2023.md"}
    assert search(made, "extortion", period="1999") == []
    assert len(search(made, "extortion", limit=1)) == 1


def test_records_are_found_with_their_ids(made: Workspace) -> None:
    figures = search(made, "extortion complaints Lima", kind="figure")
    assert figures[0].label in ("95", "12") and figures[0].id in made.by_id
    law = search(made, "prisons law 31990", kind="law")[0]
    assert "31990" in law.label and made.by_id[law.id].start >= law.start
    groups = search(made, "gang piers", kind="group")
    assert all(hit.kind == "group" and hit.label for hit in groups)


@pytest.mark.parametrize(
    ("query", "wrong", "said"),
    [
        ("", {}, "no word"),
        ("…", {}, "no word"),
        ("x", {"kind": "song"}, "song"),
        ("x", {"language": "fr"}, "fr"),
        ("x", {"period": "soon"}, "no period"),
        ("x", {"place": "--"}, "no name"),
    ],
)
def test_wrong_questions_say_what_is_wrong(made: Workspace, query: str, wrong: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        search(made, query, **wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("query", ['"', '"" a', "(a OR b) AND", "field:x", "a*", "\x00", "ñ" * 500, "a " * 2000])
def test_any_words_may_be_asked(made: Workspace, query: str) -> None:
    try:
        search(made, query)
    except UsageError as fault:
        assert "no word" in str(fault)


def kept(workspace: Workspace) -> Path:
    (folder,) = (path for path in (workspace.path / FOLDER).iterdir() if not path.name.startswith("."))
    return folder


def test_the_index_is_kept_and_private(made: Workspace) -> None:
    search(made, "drivers")
    folder = kept(made)
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    search(open_workspace(made.path), "prisons")
    assert {name: (folder / name).stat().st_mtime_ns for name in before} == before


def test_the_same_words_give_the_same_answer(made: Workspace) -> None:
    first = search(made, "extortion drivers prisons coast")
    shutil.rmtree(made.path / FOLDER)
    assert search(made, "extortion drivers prisons coast") == first


@pytest.mark.parametrize("harm", ["gone", "cut", "stamp", "half", "zeros", "half left", "meta"])
def test_a_damaged_index_is_made_anew(made: Workspace, harm: str) -> None:
    expected = search(made, "extortion drivers")
    folder = kept(made)
    largest = max(folder.iterdir(), key=lambda path: path.stat().st_size)
    if harm == "gone":
        largest.unlink()
    if harm == "cut":
        largest.write_bytes(largest.read_bytes()[:-5])
    if harm == "stamp":
        (folder / STAMP).write_text("{", encoding="utf-8")
    if harm == "half":
        shutil.rmtree(folder)
        folder.mkdir()
    if harm == "zeros":
        for path in folder.iterdir():
            if path.suffix in (".store", ".idx", ".term"):
                path.write_bytes(bytes(path.stat().st_size))
    if harm == "half left":
        shutil.rmtree(folder)
        half = folder.parent / ".x.half"
        half.mkdir()
        os.utime(half, (0, 0))
    if harm == "meta":
        (folder / "meta.json").write_text("x" * (folder / "meta.json").stat().st_size, encoding="utf-8")
    assert search(made, "extortion drivers") == expected
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


def test_another_build_has_another_index(made: Workspace, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(made.path, tmp_path / "port.tieout"))
    workspace = open_workspace(copy)
    search(workspace, "drivers")
    old = kept(workspace)
    other = Workspace(copy, replace(workspace.manifest, made_by="another"))
    search(other, "drivers")
    assert kept(other) != old


def test_a_workspace_that_cannot_be_written_is_searched(made: Workspace, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(made.path, tmp_path / "port.tieout", ignore=shutil.ignore_patterns(FOLDER)))
    (copy / FOLDER).write_text("in the way", encoding="utf-8")
    assert search(open_workspace(copy), "drivers") == search(made, "drivers")


def test_nothing_protected_is_found(made: Workspace, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(made.path, tmp_path / "port.tieout"))
    scope = replace(made.scope, protect=("Red Hull",))
    workspace = Workspace(copy, replace(made.manifest, scope=scope))
    assert search(workspace, "Red Hull") == []
    hits = search(workspace, "gang piers drivers") + search(workspace, "gang piers", kind="group")
    assert hits and not any(workspace.guard.meets(f"{hit.text} {hit.label}") for hit in hits)
    held = b"".join(path.read_bytes() for path in kept(workspace).iterdir())
    assert b"Hull" not in held


def test_the_command(made: Workspace) -> None:
    asked = ["search", "extorted", "drivers", "--workspace", str(made.path)]
    told = CliRunner().invoke(app, [*asked, "--limit", "1"])
    assert told.exit_code == 0 and "340 bus drivers" in told.output and "port-2023" in told.output
    wired = json.loads(CliRunner().invoke(app, [*asked, "--format", "json"]).output)
    assert wired[0]["text"].startswith("In 2022") and wired[0]["sha256"]
    nothing = CliRunner().invoke(app, ["search", "zeppelin", "--workspace", str(made.path)])
    assert nothing.exit_code == 0 and "nothing" in nothing.stderr and not nothing.stdout
    wrong = CliRunner().invoke(app, ["search", "…", "--workspace", str(made.path)])
    assert wrong.exit_code == 2 and "no word" in wrong.stderr
