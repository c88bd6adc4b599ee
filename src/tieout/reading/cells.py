"""Tables in plain text: lines with tabs, lines with pipes. And what is left of tables that were torn to single numbers.

Only what is certain becomes cells; aligned blanks without tabs are left as text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tieout.reading.document import Block
from tieout.reading.lines import Line
from tieout.reading.shapes import BULLET, LABEL

_TAB = re.compile(r"[ ]*\t[\t ]*")
_COLUMN = re.compile(r"[ ]{3,}")
_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]{2}")
_TORN_LENGTH = 40
_TORN = ((8, 0.15), (4, 0.75))
"""So many short lines in a row with at least that share of bare numbers (and three of them) are no text."""


def with_tables(blocks: Sequence[Block]) -> list[Block]:
    """The blocks (in reading order) with each caption that stands right over or under a table joined to that table."""
    out = list(blocks)
    named: set[int | None] = set()
    for i, block in enumerate(out):
        if block.kind != "caption":
            continue
        below = out[i + 1] if i + 1 < len(out) else None
        above = out[i - 1] if i else None
        for near in (below, above):
            if near is not None and near.kind == "cell" and near.table not in named:
                named.add(near.table)
                out[i] = replace(block, table=near.table)
                break
    return out


@dataclass(slots=True)
class Grid:
    """A table: the indices of its lines, and of each row the cells as (column, start, end)."""

    lines: list[int]
    rows: list[list[tuple[int, int, int]]] = field(default_factory=list)
    heads: int = 0
    """How many rows name the columns."""

    def cells(self, table: int) -> list[Block]:
        """The cells that hold anything, as blocks of table number `table`."""
        return [
            Block("cell", ((start, end),), table=table, row=row, col=col, header=row < self.heads or col == 0)
            for row, cells in enumerate(self.rows)
            for col, start, end in cells
        ]


def grids_of(lines: Sequence[Line], free: Sequence[bool]) -> tuple[list[Grid], list[list[int]]]:
    """The tables among the free lines, and the runs of lines that are what is left of a torn table or chart."""
    grids: list[Grid] = []
    taken: set[int] = set()
    for kind, find in (("|", _piped), ("\t", _tabbed), ("   ", _aligned)):
        if any(kind in line.text for line in lines):
            for grid in find(lines, [f and i not in taken for i, f in enumerate(free)]):
                grids.append(grid)
                taken.update(grid.lines)
    grids.sort(key=lambda grid: grid.lines[0])
    return grids, _torn(lines, [f and i not in taken for i, f in enumerate(free)])


def _piped(lines: Sequence[Line], free: Sequence[bool]) -> list[Grid]:
    """Tables with pipes: a rule of dashes under the head, and the lines with pipes around it."""
    grids = []
    for i, line in enumerate(lines):
        if not free[i] or "|" not in line.text or "-" not in line.text or not _RULE.fullmatch(line.text) or i == 0:
            continue
        if not free[i - 1] or "|" not in lines[i - 1].text or line.gap:
            continue
        last = i
        while last + 1 < len(lines) and free[last + 1] and "|" in lines[last + 1].text and not lines[last + 1].gap:
            last += 1
        grid = Grid(list(range(i - 1, last + 1)), heads=1)
        grid.rows = [pipe_cells(lines[k]) for k in grid.lines if k != i]
        grids.append(grid)
    return grids


def pipe_cells(line: Line) -> list[tuple[int, int, int]]:
    """The cells of a line with pipes, as (column, start, end); empty cells are left out."""
    inner_start = 1 if line.text.startswith("|") else 0
    inner_end = len(line.text) - (1 if line.text.endswith("|") and len(line.text) > 1 else 0)
    cells, start = [], inner_start
    for col, part in enumerate(line.text[inner_start:inner_end].split("|")):
        words = part.strip()
        if words and words != "&nbsp;":
            begin = line.start + start + len(part) - len(part.lstrip())
            cells.append((col, begin, begin + len(words)))
        start += len(part) + 1
    return cells


def _tabbed(lines: Sequence[Line], free: Sequence[bool]) -> list[Grid]:
    """Tables with tabs: two lines or more that follow each other and have the same number of cells."""
    return _runs(lines, free, _TAB, 2)


def _aligned(lines: Sequence[Line], free: Sequence[bool]) -> list[Grid]:
    """Tables set with blanks: three lines or more with as many cells each, and numbers in all but the first column."""
    found = _runs(lines, free, _COLUMN, 3)
    return [grid for grid in found if all(_numeric(lines, row) for row in grid.rows[1:])]


def _numeric(lines: Sequence[Line], row: Sequence[tuple[int, int, int]]) -> bool:
    line = next(line for line in lines if line.start <= row[0][1] < line.end)
    return all(_DIGIT.search(line.text[start - line.start : end - line.start]) for _, start, end in row[1:])


def _runs(lines: Sequence[Line], free: Sequence[bool], gap: re.Pattern[str], at_least: int) -> list[Grid]:
    grids: list[Grid] = []
    run: list[int] = []
    count = 0
    for i in range(len(lines) + 1):
        cells = gap.split(lines[i].text) if i < len(lines) and free[i] and gap.search(lines[i].text) else []
        if cells and (BULLET.fullmatch(cells[0]) or LABEL.fullmatch(cells[0])):
            cells = []
        if run and (len(cells) != count or i == len(lines) or lines[i].gap > 1):
            if len(run) >= at_least:
                grids.append(_grid(lines, run, gap))
            run = []
        if cells:
            run.append(i)
            count = len(cells)
    return grids


def _grid(lines: Sequence[Line], run: Sequence[int], gap: re.Pattern[str]) -> Grid:
    grid = Grid(list(run))
    for i in run:
        line, row, at = lines[i], [], 0
        for col, cut in enumerate([*gap.finditer(line.text), None]):
            end = cut.start() if cut else len(line.text)
            if end > at:
                row.append((col, line.start + at, line.start + end))
            at = cut.end() if cut else end
        grid.rows.append(row)
    line = lines[run[0]]
    named = not any(_DIGIT.search(line.text[s - line.start : e - line.start]) for _, s, e in grid.rows[0][1:])
    grid.heads = int(len(run) > 2 and named)
    return grid


def _torn(lines: Sequence[Line], free: Sequence[bool]) -> list[list[int]]:
    """Runs of short lines, most of them bare numbers: cells of a table or the axis of a chart, torn from each other."""
    runs: list[list[int]] = []
    run: list[int] = []
    for i in range(len(lines) + 1):
        short = i < len(lines) and free[i] and len(lines[i].text) <= _TORN_LENGTH and lines[i].text[-1] not in ".:;"
        if short and (not run or lines[i].gap == 0):
            run.append(i)
            continue
        if _is_torn([lines[k].text for k in run]):
            runs.append(run)
        run = [i] if short else []
    return runs


def _is_torn(texts: Sequence[str]) -> bool:
    bare = sum(1 for text in texts if not _WORD.search(text))
    return bare >= 3 and any(len(texts) >= lines and bare >= share * len(texts) for lines, share in _TORN)
