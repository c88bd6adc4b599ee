"""The store: vintages side by side, whole or not at all, private."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from series.made import spec, table
from tieout.errors import UsageError


def test_what_was_stored_is_read_back(tmp_path: Path) -> None:
    store, made = table(tmp_path, "2024-01-01,PE-LAL,5")
    (read,) = store.tables()
    assert (read.spec, read.loaded, read.sha256) == (made.spec, made.loaded, made.sha256)


def test_vintages_stand_side_by_side(tmp_path: Path) -> None:
    store, _ = table(tmp_path, "2024-01-01,PE-LAL,5")
    table(tmp_path, "2024-01-01,PE-LAL,6", spec(vintage="2025-02"))
    assert [one.spec.name for one in store.tables()] == ["made@2025-01", "made@2025-02"]


def test_a_vintage_is_not_replaced_unasked(tmp_path: Path) -> None:
    store, _ = table(tmp_path, "2024-01-01,PE-LAL,5")
    with pytest.raises(UsageError, match="--replace"):
        table(tmp_path, "2024-01-01,PE-LAL,6")
    store.add(tmp_path / "rows.csv", spec(), replace=True)


def test_the_same_file_may_be_added_again(tmp_path: Path) -> None:
    table(tmp_path, "2024-01-01,PE-LAL,5")
    store, _ = table(tmp_path, "2024-01-01,PE-LAL,5")
    assert len(store.tables()) == 1


def test_files_are_private_and_nothing_else_is_left(tmp_path: Path) -> None:
    store, _ = table(tmp_path, "2024-01-01,PE-LAL,5")
    names = {path.name for path in store.folder.iterdir()}
    assert names == {"made@2025-01.json", "made@2025-01.parquet"}
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in store.folder.iterdir())


def test_a_damaged_store_says_so(tmp_path: Path) -> None:
    store, _ = table(tmp_path, "2024-01-01,PE-LAL,5")
    (store.folder / "made@2025-01.json").write_text("{", encoding="utf-8")
    with pytest.raises(UsageError, match="is damaged"):
        store.tables()
