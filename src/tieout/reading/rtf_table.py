"""A table of an RTF file in the making: rows of cells as they end, and how wide each cell was said to be."""

from __future__ import annotations

from dataclasses import dataclass, field

from tieout.reading.grid import GridCell, header_cells
from tieout.reading.writer import Writer

_NEAR = 60
"""Edges of cells nearer than this (in twentieths of a point) are one edge."""


@dataclass(slots=True)
class _Row:
    """The cells of one row as (start, end); the right edge of each, and which go on from the row above."""

    cells: list[tuple[int, int]]
    edges: list[int] = field(default_factory=list)
    merged: set[int] = field(default_factory=set)
    head: bool = False


class Table:
    """The rows of one table. `start` is the offset where its first cell begins."""

    def __init__(self, start: int) -> None:
        self.rows: list[_Row] = []
        self._cells: list[tuple[int, int]] = []
        self._at = start
        self._edges: list[int] = []
        self._merged: set[int] = set()
        self._head = False

    def define(self, word: str, number: int | None) -> None:
        """Take in what a control word says of the row that is being defined."""
        if word == "trowd":
            self._edges, self._merged, self._head = [], set(), False
        elif word == "trhdr":
            self._head = True
        elif word == "clvmrg":
            self._merged.add(len(self._edges))
        elif word == "cellx":
            self._edges.append(number or 0)

    def cell(self, writer: Writer) -> None:
        """End a cell at the text written so far."""
        text = writer.since(self._at)
        self._cells.append((self._at + len(text) - len(text.lstrip()), self._at + len(text.rstrip())))
        writer.write("\t")
        self._at = writer.at

    def row(self, writer: Writer) -> None:
        """End a row."""
        if self._cells:
            self.rows.append(_Row(self._cells, list(self._edges), set(self._merged), self._head))
            writer.write("\n")
        self._cells, self._at = [], writer.at

    def record(self, writer: Writer, ordinal: int) -> int:
        """Record the cells as blocks; gives 1, or 0 when one column only frames text, which becomes paragraphs."""
        if all(len(row.cells) == 1 for row in self.rows):
            for row in self.rows:
                writer.block("paragraph", row.cells)
            return 0
        first = self.rows[0].cells[0][0]
        text = writer.since(first)
        left = _columns([edge for row in self.rows for edge in row.edges])
        cells: list[tuple[GridCell, int, int]] = []
        above: dict[int, int] = {}
        for index, row in enumerate(self.rows):
            for place, (start, end) in enumerate(row.cells):
                column = _column(left, row.edges, place)
                if place in row.merged and column in above:
                    upper, *piece = cells[above[column]]
                    cells[above[column]] = (upper._replace(height=index - upper.row + 1), piece[0], piece[1])
                else:
                    above[column] = len(cells)
                    cells.append((GridCell(index, column, text[start - first : end - first]), start, end))
        heads = frozenset(index for index, row in enumerate(self.rows) if row.head)
        headers = header_cells([cell for cell, _, _ in cells], heads)
        for (place_of, start, end), header in zip(cells, headers, strict=True):
            writer.block("cell", [(start, end)], table=ordinal, row=place_of.row, col=place_of.col, header=header)
        return 1


def _columns(edges: list[int]) -> list[int]:
    """The right edges of the table's columns."""
    columns: list[int] = []
    for edge in sorted(set(edges)):
        if not columns or edge - columns[-1] > _NEAR:
            columns.append(edge)
    return columns


def _column(columns: list[int], edges: list[int], place: int) -> int:
    """The column that a row's cell begins in: behind the right edge of the cell before it."""
    if place == 0 or place > len(edges):
        return place
    return sum(edge <= edges[place - 1] + _NEAR for edge in columns)
