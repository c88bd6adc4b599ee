"""Rows as CSV that is safe to open in a spreadsheet and whose numbers stay numbers (`-0.20` is no formula)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from tieout.index.scale import number

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """A cell that a spreadsheet would run as a formula is led by an apostrophe."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([_safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) and number(cell) is None else cell
