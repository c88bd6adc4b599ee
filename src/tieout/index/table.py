"""Tables of scores as people keep them: CSV, Parquet, Excel; every cell as text, every row with its number.

It reads cells and judges nothing: which column is what is the business of sheet.py.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tieout.errors import UnreadableError

SUFFIXES = (".csv", ".tsv", ".parquet", ".xlsx", ".xlsm")
_LARGEST = 200_000
"""Rows of one table: some two hundred countries by a few hundred indicators, many times over."""
_REMEDY = f"save it as one of {', '.join(SUFFIXES)}"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, with the number of the first row (from 1) in the file. `sheet` is that of a workbook."""

    file: str
    sheet: str | None
    rows: Sequence[tuple[str, ...]]
    first: int = 1

    @property
    def name(self) -> str:
        """The file, with the sheet where there is one."""
        return f"{self.file} [{self.sheet}]" if self.sheet else self.file


def read_tables(path: str | Path) -> list[Table]:
    """The tables of a file: one, or every sheet of a workbook. UnreadableError names what is wrong."""
    file = Path(path)
    suffix = file.suffix.lower()
    if not file.is_file():
        raise UnreadableError(str(path), "no such file", "check the name")
    if suffix not in SUFFIXES:
        raise UnreadableError(str(path), f"a table of scores is no {suffix or 'file without a suffix'}", _REMEDY)
    try:
        if suffix in (".csv", ".tsv"):
            return [Table(str(path), None, _limited(str(path), _csv(file)))]
        if suffix == ".parquet":
            return [Table(str(path), None, _limited(str(path), _parquet(file)))]
        return [Table(str(path), name, _limited(str(path), rows)) for name, rows in _excel(file)]
    except UnreadableError:
        raise
    except ImportError as fault:
        remedy = "install Tieout with its index extra: pip install 'tieout[index]'"
        raise UnreadableError(str(path), f"{fault.name} is not installed", remedy) from None
    except Exception as fault:  # whatever the libraries raise, the file is what is wrong
        what = f"it cannot be read as {suffix[1:]} ({type(fault).__name__})"
        raise UnreadableError(str(path), what, "open it in a spreadsheet and save it again") from None


def cell(value: Any) -> str:
    """One cell as text: numbers in full, whole ones without a point, nothing for an empty one."""
    if value is None or value != value:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value).strip()


def _limited(path: str, rows: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    out: list[tuple[str, ...]] = []
    for row in rows:
        out.append(row)
        if len(out) > _LARGEST:
            raise UnreadableError(path, f"more than {_LARGEST:,} rows", "a table of scores is smaller; split it")
    return out


def _csv(path: Path) -> Iterator[tuple[str, ...]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableError(str(path), "not UTF-8 text", "save it as CSV UTF-8") from None
    head = text[:4000].partition("\n")[0]
    delimiter = max("\t;,", key=head.count)
    for row in csv.reader(text.splitlines(), delimiter=delimiter):
        yield tuple(item.strip() for item in row)


def _parquet(path: Path) -> Iterator[tuple[str, ...]]:
    from pyarrow import parquet

    table = parquet.read_table(path)
    yield tuple(table.column_names)
    for row in zip(*(column.to_pylist() for column in table.columns), strict=True):
        yield tuple(cell(value) for value in row)


def _excel(path: Path) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=True)
    try:
        for sheet in book.worksheets:
            rows = (tuple(cell(value) for value in row) for row in sheet.iter_rows(values_only=True))
            yield sheet.title, _limited(str(path), rows)
    finally:
        book.close()
