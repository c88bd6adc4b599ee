"""Workbooks: sheets as headings, cells as they look, merged cells, dates; what is hidden or has no value is counted."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from reading.sound import check_sound, kinds
from tieout.evidence.figures import figures_of
from tieout.reading.document import Document
from tieout.reading.read import read

DAY = datetime.date(2024, 3, 5)
NOON = datetime.datetime(2024, 3, 5, 12, 30)  # noqa: DTZ001 (workbooks know no time zone)


def workbook(rows: list[list[Any]]) -> Any:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Raids"
    for row in rows:
        sheet.append(row)
    return book


def document(folder: Path, book: Any) -> Document:
    path = folder / "made.xlsx"
    book.save(path)
    found = read(path)
    check_sound(found)
    return found


CELLS = [
    (12, "General", "12"),
    (0.1, "General", "0.1"),
    (1 / 3, "General", "0.333333333333333"),
    (1234567.891, "#,##0.00", "1,234,567.89"),
    (0.423, "0%", "42%"),
    (0.425, "0%", "43%"),
    (0.4235, "0.0%", "42.4%"),
    (-1500, "#,##0;(#,##0)", "(1,500)"),
    (-1500, "#,##0", "-1,500"),
    (1234.5, '"S/" #,##0.00', "S/ 1,234.50"),
    (3, "[$US$-409]#,##0", "US$3"),
    (4.5, '0.0" per 100,000"', "4.5 per 100,000"),
    (DAY, "dd/mm/yyyy", "2024-03-05"),
    (DAY, "mmm yyyy", "2024-03"),
    (DAY, "yyyy", "2024"),
    (NOON, "yyyy-mm-dd hh:mm", "2024-03-05 12:30"),
    (datetime.time(8, 5), "h:mm", "08:05"),
    (5, "0.0#", "5.0"),
    (5.25, "0.0#", "5.25"),
    (12_345_678, '#,##0,,"m"', "12m"),
    (True, "General", "TRUE"),
    ("a\nb", "General", "a b"),
    (float(10**20), "General", "100000000000000000000"),
]


@pytest.mark.parametrize(("value", "code", "text"), CELLS)
def test_a_cell_looks_as_in_excel(tmp_path: Path, value: object, code: str, text: str) -> None:
    book = workbook([["x", value]])
    book.active["B1"].number_format = code
    assert document(tmp_path, book).text == f"Raids\n\nx\t{text}"


def test_a_format_that_is_not_understood_is_a_loss(tmp_path: Path) -> None:
    book = workbook([["x", 0.5]])
    book.active["B1"].number_format = "# ?/?"
    found = document(tmp_path, book)
    assert "0.5" in found.text
    assert [loss.kind for loss in found.losses] == ["format"]


def test_captions_tables_and_remarks(tmp_path: Path) -> None:
    book = workbook(
        [["Table 1. Raids"], ["Place", 2023, 2024], ["Lima", 1, 2], ["Callao", 3, 4], [None], ["Source: police"]]
    )
    found = document(tmp_path, book)
    assert kinds(found) == [
        ("heading", "Raids"), ("caption", "Table 1. Raids"), ("cell", "Place"), ("cell", "2023"), ("cell", "2024"),
        ("cell", "Lima"), ("cell", "1"), ("cell", "2"), ("cell", "Callao"), ("cell", "3"), ("cell", "4"),
        ("paragraph", "Source: police"),
    ]  # fmt: skip
    assert [(f.text, f.cell, f.where) for f in figures_of(found)] == [
        ("1", (0, 1, 1), "table"), ("2", (0, 1, 2), "table"), ("3", (0, 2, 1), "table"), ("4", (0, 2, 2), "table"),
    ]  # fmt: skip


def test_what_is_hidden_or_has_no_value_is_counted(tmp_path: Path) -> None:
    book = workbook([["Place", 2023, 2024], ["Lima", 1, 2], ["gone", 3, 4], ["Sum", "=B2+B3", "#REF!"], ["Ica", 5, 6]])
    book.active["C4"].data_type = "e"
    book.active.row_dimensions[3].hidden = True
    book.active.column_dimensions["B"].hidden = True
    book.create_sheet("Hidden").append([9])
    book["Hidden"].sheet_state = "hidden"
    found = document(tmp_path, book)
    assert "gone" not in found.text
    assert "9" not in found.text
    assert {loss.kind: loss.count for loss in found.losses} == {
        "hidden_sheet": 1, "hidden_row": 1, "hidden_column": 3, "formula": 1, "error": 1,
    }  # fmt: skip


def test_merged_cells(tmp_path: Path) -> None:
    book = workbook([["Place", "Number", None], [None, 2023, 2024], ["Lima", 1, 2]])
    book.active.merge_cells("A1:A2")
    book.active.merge_cells("B1:C1")
    headers = [(b.row, b.col) for b in document(tmp_path, book).blocks if b.kind == "cell" and b.header]
    assert headers == [(0, 0), (0, 1), (1, 1), (1, 2), (2, 0)]
