"""Figures as an aligned table for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

_WIDEST = 34


def table_text(rows: Sequence[Sequence[str]]) -> str:
    """Rows (the first one the header) in aligned columns; long cells are cut with an ellipsis."""
    cells = [[cell if len(cell) <= _WIDEST else cell[: _WIDEST - 1] + "…" for cell in row] for row in rows]
    widths = [max(len(row[i]) for row in cells) for i in range(len(cells[0]))]
    return "".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() + "\n" for row in cells
    )
