"""Loading: what is used, what is set aside with its row number and reason; nothing is dropped without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from series.made import spec, table
from tieout.errors import UnreadableError, UsageError
from tieout.series.spec import Places
from tieout.series.store import Store

ASIDE = [
    ("2024-13-01,PE-LAL,3", "no_date"),
    ("yesterday,PE-LAL,3", "no_date"),
    ("2019-12-01,PE-LAL,3", "outside_coverage"),
    ("2024-01-01,,3", "no_place"),
    ("2024-01-01,Atlantis,3", "unknown_place"),
    ("2024-01-01,PE-LAL,many", "no_number"),
    ("2024-01-01,PE-LAL,-3", "negative"),
]


@pytest.mark.parametrize(("row", "why"), ASIDE)
def test_a_row_that_cannot_be_used_is_set_aside_by_number(tmp_path: Path, row: str, why: str) -> None:
    _, made = table(tmp_path, f"2024-02-01,PE-LAL,5\n{row}")
    assert made.loaded.rows == 1
    assert dict(made.loaded.counts) == {why: 1}
    assert made.loaded.set_aside[0].row == 3
    assert next(made.loaded.lines()).startswith("1 row set aside: ")


def test_a_row_that_stands_twice_is_kept_once_and_one_that_contradicts_itself_not_at_all(tmp_path: Path) -> None:
    rows = "2024-01-01,PE-LAL,5\n2024-01-01,PE-LAL,5\n2024-02-01,PE-LAL,1\n2024-02-01,PE-LAL,2"
    _, made = table(tmp_path, rows)
    assert made.loaded.rows == 1
    assert dict(made.loaded.counts) == {"repeated": 1, "conflicting": 2}


def test_rows_that_are_parts_add_up(tmp_path: Path) -> None:
    _, made = table(tmp_path, "2024-01-01,PE-LAL,5\n2024-01-01,PE-LAL,7", spec(parts=True))
    assert (made.loaded.rows, dict(made.loaded.counts)) == (2, {})


def test_strict_stores_nothing(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"1 row set aside: the value is no number: row 2 \(2024-01-01 PE-LAL x\)"):
        table(tmp_path, "2024-01-01,PE-LAL,x", strict=True)
    assert Store(tmp_path / "data").tables() == ()


def test_names_of_places_are_those_of_the_spec(tmp_path: Path) -> None:
    places = Places("PE", names={"Trujillo y provincias": "PE-LAL"})
    _, made = table(tmp_path, "2024-01-01,Trujillo y provincias,5", spec(places=places))
    assert made.loaded.places == ("PE-LAL",)


def test_a_missing_column_is_named_with_those_there(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text("day,place,count\n2024-01-01,PE-LAL,1\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"has no column 'date' \(date in the spec\); it has day, place, count"):
        Store(tmp_path / "data").add(file, spec())


def test_what_is_no_table_is_named(tmp_path: Path) -> None:
    file = tmp_path / "x.parquet"
    file.write_bytes(b"no parquet at all")
    with pytest.raises(UnreadableError, match="is no table"):
        Store(tmp_path / "data").add(file, spec())


def test_a_workbook_is_read_as_its_first_sheet(tmp_path: Path) -> None:
    from datetime import date

    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["date", "place", "count"])
    book.active.append([date(2024, 1, 1), "PE-LAL", 5])
    book.save(tmp_path / "x.xlsx")
    assert Store(tmp_path / "data").add(tmp_path / "x.xlsx", spec()).loaded.rows == 1


def test_quotes_in_names_do_no_harm(tmp_path: Path) -> None:
    folder = tmp_path / "it's"
    folder.mkdir()
    _, made = table(folder, "2024-01-01,PE-LAL,5\n2024-01-01,'; DROP TABLE judged; --,5")
    assert made.loaded.rows == 1
    assert dict(made.loaded.counts) == {"unknown_place": 1}
