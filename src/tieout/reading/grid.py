"""Which cells of a table name their columns and rows. It sees a grid of texts, no format."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_VALUE = re.compile(
    r"[^\w]*(?:[A-Z]{1,3}\$?|S/\.?)?[^\w]*[0-9][0-9.,\s\u00a0\u2009\u202f%]*[^\w]*|[-–—.…]+|n\.?[/ad]\.?"
)
_YEAR = re.compile(r"(?:1[89]|20)[0-9]{2}(?:\s?[-–/]\s?[0-9]{2,4})?")


NO_HEADER = frozenset({-1})
"""For `header_cells`: no row names the columns."""


class GridCell(NamedTuple):
    """One cell of a table, for `header_cells`."""

    row: int
    col: int
    text: str
    height: int = 1
    """How many rows it spans."""


def header_cells(cells: Sequence[GridCell], header_rows: frozenset[int] = frozenset()) -> list[bool]:
    """Which cells name their column or row. `header_rows` are those that the file itself marks.

    Without marked rows the first row names the columns, unless it holds values; in the first column every cell that is
    no value names its row.
    """
    rows = header_rows or _first_row(cells)
    return [cell.row in rows or (cell.col == 0 and _names(cell.text)) for cell in cells]


def _first_row(cells: Sequence[GridCell]) -> frozenset[int]:
    """The first row, with those that its first cell spans, unless most of its cells are values."""
    top = min((cell.row for cell in cells), default=0)
    first = [cell for cell in cells if cell.row == top]
    filled = [cell for cell in first if cell.text.strip() and cell.col > 0]
    named = sum(_names(cell.text) for cell in filled)
    height = max((cell.height for cell in first if cell.col == 0), default=1)
    return frozenset(range(top, top + height)) if filled and named * 2 >= len(filled) else frozenset()


def _names(text: str) -> bool:
    """Whether a cell's text is a name rather than a value; a year names a row or a column."""
    text = text.strip()
    return bool(text) and (_YEAR.fullmatch(text) is not None or _VALUE.fullmatch(text) is None)
