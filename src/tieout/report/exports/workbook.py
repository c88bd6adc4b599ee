"""A table as an Excel workbook. The same table gives the same bytes; nothing in a cell is ever run as a formula."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from tieout.errors import UsageError
from tieout.report.exports.table import Cell, Table

_ROWS, _CHARACTERS = 1_048_576, 32_767
"""What one sheet, and one cell, of Excel holds."""
_WIDTHS = {"text": 40, "sentence": 60, "title": 32, "message": 60, "action": 60, "losses": 40, "measure": 28}
_WIDTH = 14
_CUT = " […]"
_RUN = ("=", "+", "-", "@")
_THEN = (1980, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def workbook(table: Table) -> bytes:
    """A workbook with one sheet: the names of the columns fixed at the top, with filters."""
    if len(table.rows) >= _ROWS:
        raise UsageError(f"{len(table.rows):,} {table.name} are more than a sheet of Excel holds; export them --to csv")
    from openpyxl import Workbook as Book
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Book(write_only=True)
    sheet: Any = book.create_sheet(table.name)
    sheet.freeze_panes = "A2"
    for number, name in enumerate(table.columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(name, _WIDTH)
    if table.columns:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{len(table.rows) + 1}"
    bold, top = Font(bold=True), Alignment(vertical="top", wrap_text=True)

    def cells(row: tuple[Cell, ...]) -> Iterator[Any]:
        for value in row:
            if not isinstance(value, str):
                yield value
                continue
            cell = WriteOnlyCell(sheet, value=None)
            cell.data_type, cell._value = "s", _fitting(value)  # Never through the setter, which makes formulas.
            cell.alignment = top
            cell.quotePrefix = value.startswith(_RUN)
            yield cell

    heads = [WriteOnlyCell(sheet, value=name) for name in table.columns]
    for head in heads:
        head.font = bold
    sheet.append(heads)
    for row in table.rows:
        sheet.append(list(cells(row)))
    out = io.BytesIO()
    book.save(out)
    return _timeless(out.getvalue())


def _fitting(value: str) -> str:
    """The text, cut visibly where Excel could not hold it."""
    return value if len(value) <= _CHARACTERS else value[: _CHARACTERS - len(_CUT)] + _CUT


def _timeless(data: bytes) -> bytes:
    """The same package without the time at which it was made."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in sorted(made.namelist()):
            content = made.read(name)
            if name == "docProps/core.xml":
                content = _STAMP.sub(rb"\g<1>2000-01-01T00:00:00Z", content)
            entry = zipfile.ZipInfo(name, _THEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            fixed.writestr(entry, content)
    return out.getvalue()
