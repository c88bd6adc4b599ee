"""The documents of a folder: by name, in order, and none from outside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tieout.reading.folder import documents_in


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
