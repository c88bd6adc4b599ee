"""The library on disk: texts whole and private, the manifest, plain folders, faults in one line."""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

import pytest

from tieout.errors import UnreadableError, UsageError
from tieout.sources.holdings import read_holdings
from tieout.sources.library import MANIFEST, Item, add, open_library, remove


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "chronicle.txt"
    path.write_text("The port police recorded 412 complaints.\n", encoding="utf-8")
    return path


def test_a_text_is_stored_whole_and_private(tmp_path: Path, source: Path) -> None:
    (item,) = add(tmp_path / "lib", [source], Item("", title="Chronicle", date_read="2026-01-02"))
    stored = tmp_path / "lib" / item.file
    assert stored.read_bytes() == source.read_bytes()
    assert item.sha256 == hashlib.sha256(source.read_bytes()).hexdigest()
    assert (item.title, item.date_read, item.origin) == ("Chronicle", "2026-01-02", str(source))
    if sys.platform != "win32":
        assert {p.stat().st_mode & 0o777 for p in (stored, tmp_path / "lib" / MANIFEST)} == {0o600}
    assert open_library(tmp_path / "lib").items == (item,)


def test_a_text_is_stored_once_and_can_be_told_more(tmp_path: Path, source: Path) -> None:
    add(tmp_path / "lib", [source], Item("", title="Chronicle"))
    (item,) = add(tmp_path / "lib", [source], Item("", url="https://gazette.example/chronicle"))
    assert (item.title, item.url) == ("Chronicle", "https://gazette.example/chronicle")
    assert len(open_library(tmp_path / "lib").items) == 1


def test_removing(tmp_path: Path, source: Path) -> None:
    (item,) = add(tmp_path / "lib", [source])
    assert remove(tmp_path / "lib", [item.id]) == [item]
    assert open_library(tmp_path / "lib").items == ()
    with pytest.raises(UsageError, match="tieout library list"):
        remove(tmp_path / "lib", ["nobody"])


def test_a_plain_folder_is_a_library(tmp_path: Path, source: Path) -> None:
    (tmp_path / "chronicle.txt.toml").write_text('title = "Harbour chronicle"\n', encoding="utf-8")
    library = open_library(tmp_path)
    assert [item.file for item in library.items] == ["chronicle.txt"]
    (held,) = read_holdings(library).texts
    assert (held.item.title, held.item.sha256[:4]) == (
        "Harbour chronicle",
        hashlib.sha256(source.read_bytes()).hexdigest()[:4],
    )


def test_what_cannot_be_read_is_named(tmp_path: Path, source: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n 123")
    holdings = read_holdings(open_library(tmp_path))
    assert [held.item.file for held in holdings.texts] == [source.name]
    assert [Path(fault.path).name for fault in holdings.unreadable] == ["photo.png"]


@pytest.mark.parametrize("row", ["{", json.dumps({"file": "../secret.txt"}), json.dumps(["file"])])
def test_a_wrong_manifest_is_one_line(tmp_path: Path, row: str) -> None:
    (tmp_path / MANIFEST).write_text(row + "\n", encoding="utf-8")
    with pytest.raises(UnreadableError, match="line 1"):
        open_library(tmp_path)


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such folder"):
        open_library(tmp_path / "nowhere")
