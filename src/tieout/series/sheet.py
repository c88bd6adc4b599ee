"""Workbooks: the first sheet of an XLSX file as CSV, because DuckDB reads workbooks only with a download."""

from __future__ import annotations

import csv
from datetime import date, datetime
from pathlib import Path

from tieout.errors import UnreadableError


def as_csv(file: Path, folder: Path) -> Path:
    """`file` itself, or for a workbook the CSV of its first sheet, written into `folder`."""
    if file.suffix.lower() != ".xlsx":
        return file
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(file, read_only=True, data_only=True)
    except (InvalidFileException, OSError, KeyError, ValueError) as fault:
        raise UnreadableError(str(file), f"is no workbook ({fault})", "save it as XLSX or CSV") from None
    out = folder / "sheet.csv"
    with out.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        for row in book.worksheets[0].iter_rows(values_only=True):
            writer.writerow([_plain(cell) for cell in row])
    book.close()
    return out


def _plain(cell: object) -> object:
    """Dates as ISO 8601; whole numbers that Excel keeps as floats without their `.0`."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return "" if cell is None else cell
