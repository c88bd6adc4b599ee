"""Building: what is read and derived, and only that; what is refused; where it is written, and who may read it."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tieout.errors import UsageError
from tieout.workspace import fingerprint
from tieout.workspace.build import Built, How, build, default_out
from tieout.workspace.lock import locked
from tieout.workspace.workspace import Workspace, nearest, open_workspace

PORT = "Port police counted 1,200 thefts in 2023 and 1,500 in 2024, an increase of 25 percent.\n"
CITY = "The city of Lima recorded 310 robberies in March 2024. No figures on kidnapping could be found.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    out = tmp_path / "papers"
    (out / "more").mkdir(parents=True)
    (out / "port.md").write_text(PORT, encoding="utf-8")
    (out / "more" / "city.txt").write_text(CITY, encoding="utf-8")
    return out


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "papers.tieout"


def counts(built: Built) -> tuple[int, int, bool]:
    return built.read, built.derived, built.changed


def everything(workspace: Workspace) -> object:
    return workspace.manifest, [part for _, part in workspace.parts()]


def test_a_folder_becomes_a_workspace_beside_it(folder: Path, out: Path) -> None:
    assert default_out(folder) == out
    assert counts(build(folder, out)) == (2, 2, True)
    workspace = open_workspace(out)
    assert [(entry.doc, entry.key) for entry in workspace.entries] == [("more/city.txt", "city"), ("port.md", "port")]
    assert [figure.text for figure in workspace.figures][:3] == ["310", "1,200", "1,500"]
    assert nearest(folder) == out
    assert workspace.table("figures").is_file()


def test_what_is_unchanged_is_not_read_again(folder: Path, out: Path) -> None:
    build(folder, out)
    before = everything(open_workspace(out))
    assert counts(build(folder, out)) == (0, 0, False)
    assert everything(open_workspace(out)) == before
    (folder / "port.md").write_text(PORT.replace("2023", "2022"), encoding="utf-8")
    assert counts(build(folder, out)) == (1, 1, True)
    assert open_workspace(out).figures[1].period == "2022"


def test_a_file_that_is_gone_takes_its_records_with_it(folder: Path, out: Path) -> None:
    build(folder, out)
    (folder / "more" / "city.txt").unlink()
    assert counts(build(folder, out)) == (0, 0, True)
    workspace = open_workspace(out)
    assert [entry.doc for entry in workspace.entries] == ["port.md"]
    assert not workspace.records("gap")
    assert all(len(list((out / what).iterdir())) == 1 for what in ("documents", "parts", "rows", "cards", "tables"))


def test_a_file_under_another_name_is_derived_and_not_read(folder: Path, out: Path) -> None:
    build(folder, out)
    (folder / "port.md").rename(folder / "harbour.md")
    assert counts(build(folder, out)) == (0, 1, True)
    assert {figure.doc for figure in open_workspace(out).figures} == {"more/city.txt", "harbour.md"}


def test_other_rules_derive_anew_and_other_readers_read_anew(
    folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(folder, out)
    monkeypatch.setattr("tieout.workspace.making.rules_print", lambda: "another table of words")
    assert counts(build(folder, out)) == (0, 2, True)
    monkeypatch.setattr("tieout.workspace.making.reader_print", lambda: "another reader")
    assert counts(build(folder, out)) == (2, 2, True)


def test_a_change_of_a_table_of_words_changes_the_print_of_the_rules_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = {"language": "a.toml", "reading": "b.py", "workspace": "part.py"}
    for place, name in places.items():
        (tmp_path / place).mkdir()
        (tmp_path / place / name).write_text("1", encoding="utf-8")
    (tmp_path / "workspace" / "derive.py").write_text("1", encoding="utf-8")
    monkeypatch.setattr(fingerprint, "_PACKAGE", tmp_path)
    rules, readers = fingerprint.rules_print.__wrapped__, fingerprint.reader_print.__wrapped__
    before = rules(), readers()
    (tmp_path / "language" / "a.toml").write_text("2", encoding="utf-8")
    assert rules() != before[0]
    assert readers() == before[1]


def test_a_hint_of_the_user_reads_anew_just_its_file(folder: Path, out: Path) -> None:
    build(folder, out)
    (folder / "port.md.toml").write_text('date = "2025-02"\npublisher = "Human Rights Watch"\n', encoding="utf-8")
    assert counts(build(folder, out)) == (1, 1, True)
    entry = open_workspace(out).by_doc["port.md"]
    assert (entry.key, entry.kind, entry.date) == ("hrw-2025", "ngo", "2025-02")


def test_the_language_of_findings_is_asked_for(folder: Path, out: Path) -> None:
    (folder / "port.md").write_text(PORT.replace("25 percent", "80 percent"), encoding="utf-8")
    build(folder, out)
    english = open_workspace(out).part("port.md").findings[0].message
    assert counts(build(folder, out, How(lang="es"))) == (0, 2, True)
    assert open_workspace(out).part("port.md").findings[0].message != english


def test_another_folder_is_refused_unless_added_or_put_in_its_place(folder: Path, out: Path, tmp_path: Path) -> None:
    build(folder, out)
    other = tmp_path / "other"
    other.mkdir()
    (other / "port.md").write_text(PORT.replace("Port", "Harbour"), encoding="utf-8")
    with pytest.raises(UsageError, match=r"it was built from .*papers; say --add .* or --replace"):
        build(other, out)
    assert counts(build(other, out, How("add"))) == (1, 1, True)
    assert [entry.doc for entry in open_workspace(out).entries] == ["more/city.txt", "other/port.md", "port.md"]
    assert counts(build(folder, out)) == (0, 0, False)
    assert counts(build(other, out)) == (0, 0, False)
    assert counts(build(other, out, How("replace"))) == (1, 1, True)
    assert [entry.doc for entry in open_workspace(out).entries] == ["port.md"]


def test_a_damaged_workspace_says_what_to_do_and_is_mended_by_it(folder: Path, out: Path) -> None:
    build(folder, out)
    whole = everything(open_workspace(out))
    for part in (out / "parts").iterdir():
        part.write_bytes(part.read_bytes()[:40])
    with pytest.raises(UsageError, match="damaged; build the workspace again with --replace"):
        _ = open_workspace(out).figures
    build(folder, out, How("replace"))
    assert everything(open_workspace(out))[1] == whole[1]  # type: ignore[index]
    (out / "manifest.json").write_text("{", encoding="utf-8")
    with pytest.raises(UsageError, match="damaged; build the workspace again with tieout build --replace"):
        build(folder, out)
    build(folder, out, How("replace"))
    assert everything(open_workspace(out))[1] == whole[1]  # type: ignore[index]


def test_what_cannot_be_read_is_named_and_not_tried_again(folder: Path, out: Path) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 nothing more")
    first = build(folder, out)
    assert [one.path for one in first.manifest.unread] == ["broken.pdf"]
    again = build(folder, out)
    assert counts(again) == (0, 0, False)
    assert again.manifest.unread == first.manifest.unread
    (folder / "broken.pdf").unlink()
    assert build(folder, out).manifest.unread == ()


def test_nothing_to_read_leaves_the_workspace_as_it_was(folder: Path, out: Path) -> None:
    build(folder, out)
    before = everything(open_workspace(out))
    for path in (folder / "port.md", folder / "more" / "city.txt"):
        path.unlink()
    with pytest.raises(UsageError, match="no document could be read"):
        build(folder, out)
    assert everything(open_workspace(out)) == before


def test_files_and_folders_are_private(folder: Path, out: Path) -> None:
    build(folder, out)
    paths = [out, *out.rglob("*")]
    assert {stat.S_IMODE(p.stat().st_mode) for p in paths if p.is_dir()} == {0o700}
    assert {stat.S_IMODE(p.stat().st_mode) for p in paths if p.is_file()} == {0o600}


def test_two_builds_of_one_folder_are_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.tieout", tmp_path / "two.tieout"
    build(folder, one)
    build(folder, two)
    files = sorted(path.relative_to(one) for path in one.rglob("*") if path.is_file())
    assert [(two / path).read_bytes() for path in files] == [(one / path).read_bytes() for path in files]


def test_one_build_at_a_time(folder: Path, out: Path) -> None:
    build(folder, out)
    with locked(out), pytest.raises(UsageError, match="another build is at work"):
        build(folder, out)
    assert counts(build(folder, out)) == (0, 0, False)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("papers", r"the name of a workspace ends in \.tieout"),
        ("full.tieout", "it is no workspace, and not empty"),
        ("file.tieout", "it is a file"),
    ],
)
def test_a_wrong_place_is_refused(folder: Path, tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "full.tieout").mkdir()
    (tmp_path / "full.tieout" / "thesis.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "file.tieout").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        build(folder, tmp_path / name)


def test_a_workspace_is_no_folder_of_documents(folder: Path, out: Path, tmp_path: Path) -> None:
    build(folder, out)
    (out / "site").mkdir()
    (out / "site" / "index.html").write_text("<p>A page with 12 figures in it.</p>", encoding="utf-8")
    with pytest.raises(UsageError, match="it is a workspace; give the folder"):
        build(out, tmp_path / "two.tieout")
    inside = build(tmp_path, tmp_path / "all.tieout")
    assert [entry.doc for entry in inside.manifest.entries] == ["papers/more/city.txt", "papers/port.md"]
