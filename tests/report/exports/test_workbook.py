"""The Excel workbook: opened by openpyxl as text and numbers, the same bytes each time, no time of making in it."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from tieout.errors import UsageError
from tieout.report.exports.export import export
from tieout.report.exports.table import KINDS, Table, table
from tieout.report.exports.workbook import workbook
from tieout.workspace.workspace import Workspace


@pytest.mark.parametrize("kind", KINDS)
def test_every_cell_is_the_table_s(base: Workspace, kind: str) -> None:
    made = table(base, kind)
    sheet = openpyxl.load_workbook(io.BytesIO(export(base, kind, "xlsx"))).active
    assert sheet is not None
    read = list(sheet.iter_rows(values_only=True))
    assert read[0] == made.columns
    assert [tuple(row) for row in read[1:]] == [
        tuple(cell if cell != "" else None for cell in row) for row in made.rows
    ]
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_the_bytes_are_the_same_and_know_no_time(base: Workspace) -> None:
    data = export(base, "figures", "xlsx")
    assert data == export(base, "figures", "xlsx")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {info.date_time[0] for info in package.infolist()} == {1980}
        assert package.read("docProps/core.xml").count(b"2000-01-01T00:00:00Z") == 2


def test_long_numbers_stay_text_and_long_words_are_cut_where_it_can_be_seen() -> None:
    made = workbook(Table("figures", ("value", "text"), (("12345678901234567890", "x" * 40_000), ("=1+1", "+2"))))
    sheet = openpyxl.load_workbook(io.BytesIO(made)).active
    assert sheet is not None
    (_, first, second) = sheet.iter_rows(values_only=True)
    assert first[0] == "12345678901234567890"
    assert str(first[1]).endswith("[…]")
    assert len(str(first[1])) == 32_767
    assert second == ("=1+1", "+2")


def test_more_rows_than_a_sheet_holds_are_refused() -> None:
    with pytest.raises(UsageError, match="export them --to csv"):
        workbook(Table("figures", ("id",), ((1,),) * 1_048_576))
