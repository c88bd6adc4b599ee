"""The site as a whole: every link leads somewhere; it is written all at once, and private inside the workspace."""

from __future__ import annotations

import csv
import stat
from pathlib import Path

import pytest

from report.site.made_site import SCRIPT, broken, hostile, read, texts_of
from tieout.errors import UsageError
from tieout.report.site.dossier import Dossier
from tieout.report.site.shell import frame_of, render
from tieout.report.site.site import MARK, site, write_site
from tieout.workspace.workspace import Workspace


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return hostile(tmp_path_factory.mktemp("hostile"))


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("name", ["example", "made"])
def test_every_link_leads_somewhere(name: str, lang: str, request: pytest.FixtureRequest) -> None:
    files = site(Dossier(request.getfixturevalue(name), lang), {})
    texts = {name: data.decode() if name.endswith(".html") else "" for name, data in files.items()}
    assert broken(texts) == []
    for text in texts.values():
        reader = read(text)
        assert len(reader.ids) == len(set(reader.ids))
        assert reader.outer == []
        assert reader.handlers == []
        assert SCRIPT not in text


def test_the_same_workspace_gives_the_same_site(made: Workspace) -> None:
    assert site(Dossier(made, "en"), {}) == site(Dossier(made, "en"), {})


def test_it_is_private_in_the_workspace(tmp_path: Path) -> None:
    workspace = hostile(tmp_path)
    folder = write_site(workspace)
    assert folder == workspace.path / "site"
    for path in (folder, *folder.rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path
    assert not [path for path in workspace.path.iterdir() if path.name.startswith(".site")]


def test_a_site_takes_the_place_of_a_site_alone(made: Workspace, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("keep me", encoding="utf-8")
    with pytest.raises(UsageError, match="something else"):
        write_site(made, mine)
    with pytest.raises(UsageError, match="a file"):
        write_site(made, mine / "letter.txt")
    folder = write_site(made, tmp_path / "out")
    (folder / "documents" / "old.html").write_text("old", encoding="utf-8")
    write_site(made, folder)
    assert not (folder / "documents" / "old.html").exists()
    assert (folder / MARK).exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine", "out"]


def test_what_fails_leaves_the_old_site(made: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_site(made, tmp_path / "out")
    before = texts_of(folder)

    def fail(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("tieout.report.site.site.write_bytes", fail)
    with pytest.raises(OSError, match="full"):
        write_site(made, folder)
    assert texts_of(folder) == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_pages_of_others_join(made: Workspace, tmp_path: Path) -> None:
    frame = frame_of(made, "en", ["changes"])
    pages = {
        name: render(frame, name, name, "contents.html", {"documents": []}) for name in ("index.html", "changes.html")
    }
    folder = write_site(made, tmp_path / "out", "en", pages)
    assert (folder / "index.html").read_text(encoding="utf-8") == pages["index.html"]
    assert 'href="changes.html"' in (folder / "laws.html").read_text(encoding="utf-8")
    assert broken(texts_of(folder)) == []


def test_downloads_run_nothing(made: Workspace, tmp_path: Path) -> None:
    folder = write_site(made, tmp_path / "out")
    rows = list(csv.reader((folder / "data" / "figures.csv").read_text(encoding="utf-8").splitlines()))
    assert len(rows) == 1 + len(made.figures)
    assert not [cell for row in rows for cell in row if cell[:1] in "=@" and cell]
    openpyxl = pytest.importorskip("openpyxl")
    sheet = openpyxl.load_workbook(folder / "data" / "figures.xlsx").active
    assert sheet.max_row == len(rows)
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_parquet_holds_every_figure(made: Workspace, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    folder = write_site(made, tmp_path / "out")
    table = parquet.read_table(folder / "data" / "figures.parquet")
    assert table.num_rows == len(made.figures)
    assert table.column("text").to_pylist() == [figure.text for figure in made.figures]


def test_a_site_of_a_protected_workspace(tmp_path: Path) -> None:
    workspace = hostile(tmp_path, '[workspace]\ncountry = "PER"\nprotect = ["Halcones"]\n')
    folder = write_site(workspace)
    pages = texts_of(folder)
    assert not [name for name, text in pages.items() if "Halcones" in text or "Halcones" in name]
    assert "withheld to protect sources" in pages["laws.html"]
    assert broken(pages) == []
