"""The documents of a folder: by name, in order, and none from outside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tieout.reading.folder import documents_in, documents_named


def test_documents_in_order_without_sidecars_and_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.PDF", "a.PDF.toml", ".hidden.txt", "picture.png", "below/c.docx", ".git/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    found = documents_in(tmp_path)
    assert [str(path.relative_to(tmp_path)) for path in found.files] == ["a.PDF", "b.txt", "below/c.docx"]
    assert found.left_out == ()


def test_links_that_lead_out_are_named_and_not_followed(tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    outside.mkdir()
    inside.mkdir()
    (outside / "secret.txt").write_text("secret")
    (inside / "own.txt").write_text("own")
    try:
        (inside / "out.txt").symlink_to(outside / "secret.txt")
        (inside / "near.txt").symlink_to(inside / "own.txt")
        (inside / "loop").symlink_to(inside)
        (inside / "folder").symlink_to(outside)
    except OSError:
        pytest.skip("links may not be made here")
    found = documents_in(inside)
    assert [path.name for path in found.files] == ["near.txt", "own.txt"]
    assert sorted(Path(fault.path).name for fault in found.left_out) == ["folder", "loop", "out.txt"]
    assert "it is a link that leads out of the folder; name the file itself" in str(found.left_out[-1])


def test_what_paths_mean_each_once_in_the_order_given(tmp_path: Path) -> None:
    for name in ("b.md", "in/c.txt", "in/a.docx", "in/~$a.docx", "in/old.doc", "empty/notes.json"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    found = documents_named([tmp_path / "b.md", tmp_path / "in", str(tmp_path / "in" / "c.txt"), "missing.txt"])
    assert [path.name for path in found.files] == ["b.md", "a.docx", "c.txt", "old.doc", "missing.txt"]
    assert found.left_out == ()
    (empty, nameless) = documents_named([tmp_path / "empty", ""]).left_out
    assert (empty.what, nameless.what) == ("the folder holds no documents", "the name is empty")


def test_a_link_to_itself_is_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    try:
        (tmp_path / "loop").symlink_to(tmp_path / "loop")
    except OSError:
        pytest.skip("links may not be made here")
    assert documents_named([tmp_path / "loop"]).files == (tmp_path / "loop",)


def test_a_folder_that_may_not_be_opened_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def scandir(path: object) -> object:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("os.scandir", scandir)
    (fault,) = documents_in(tmp_path).left_out
    assert str(fault) == f"{tmp_path}: it cannot be opened; check the permissions of the folder"


def test_a_workspace_in_a_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("Twelve.", encoding="utf-8")
    site = tmp_path / "peru.tieout" / "site"
    site.mkdir(parents=True)
    (site / "index.html").write_text("<p>Thirteen.</p>", encoding="utf-8")
    assert [path.name for path in documents_in(tmp_path).files] == ["report.txt"]
