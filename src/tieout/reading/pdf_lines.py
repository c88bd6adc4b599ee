"""The lines of a PDF page in reading order: rows, columns, and tables with ruled or aligned columns.

It knows geometry, not what a line means; that is `pdf_layout`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from statistics import mean

from tieout.reading.pdf_page import Box, Mark, Page, Segment
from tieout.reading.shapes import BULLET, LABEL, LEADER

MIN_COLUMN_LINES = 3
"""Fewer lines side by side are no columns of text."""
MIN_PROSE = 18
"""Mean characters of a line in a column of text; shorter ones are cells."""
MIN_ALIGNED_ROWS = 3
MAX_CELL = 60
"""Mean characters of a cell in a table that is only aligned; longer ones are text."""
_MAX_RULES = 3_000
_NEAR = 3.0
"""Points within which drawn lines meet."""


@dataclass(slots=True)
class Line:
    """One line of text of one column."""

    text: str
    marks: list[Mark]
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    page: int
    segments: list[Segment]
    column: int = 0
    """Ordinal of the column on its page; lines over all columns have an ordinal of their own."""


@dataclass(slots=True)
class Cell:
    """A cell of a table: its lines from top to bottom."""

    row: int
    col: int
    lines: list[Line]
    height: int = 1


@dataclass(slots=True)
class Table:
    """A table on one page."""

    page: int
    y: float
    """Its upper edge."""
    bottom: float
    x0: float
    x1: float
    cells: list[Cell] = field(default_factory=list)
    column: int = 0


Item = Line | Table


def items_of(page: Page) -> list[Item]:
    """What stands on a page, in reading order."""
    grids = _grids(page.rules)
    tables = []
    free = page.segments
    for grid in grids:
        inside = [s for s in free if grid.left <= (s.x0 + s.x1) / 2 <= grid.right and grid.bottom <= s.y <= grid.top]
        table = _ruled_table(page, grid, inside)
        if table is not None:
            tables.append(table)
            taken = {id(s) for s in inside}
            free = [s for s in free if id(s) not in taken]
    items = _ordered(page, _rows(free), tables)
    return _with_aligned_tables(page, items)


def line_of(segments: Sequence[Segment], page: int) -> Line:
    """One line from segments that stand beside each other."""
    ordered = sorted(segments, key=lambda s: s.x0)
    text, marks = "", list[Mark]()
    for segment in ordered:
        text += " " if text else ""
        marks.extend(mark._replace(start=mark.start + len(text), end=mark.end + len(text)) for mark in segment.marks)
        text += segment.text
    longest = max(ordered, key=lambda s: len(s.text))
    bold = all(s.bold for s in ordered)
    x1 = max(s.x1 for s in ordered)
    return Line(text, marks, ordered[0].x0, x1, longest.y, longest.size, bold, page, list(ordered))


def _rows(segments: Iterable[Segment]) -> list[list[Segment]]:
    """Segments grouped by their baseline, from the top of the page down."""
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda s: (-s.y, s.x0)):
        if rows and abs(rows[-1][0].y - segment.y) <= 0.35 * max(segment.size, rows[-1][0].size):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return rows


# -- columns ---------------------------------------------------------------------------------------------------------


_Row = list[Segment]


def _ordered(page: Page, rows: list[_Row], tables: list[Table]) -> list[Item]:
    """Rows and tables from top to bottom, columns of text one after the other."""
    gutter = _gutter(page, rows)
    entries: list[_Row | Table] = sorted([*rows, *tables], key=lambda e: -(e.y if isinstance(e, Table) else e[0].y))
    items: list[Item] = []
    column = 0
    for crossing, band in groupby(entries, key=lambda entry: gutter is None or _crosses(entry, gutter)):
        for side in _sides(list(band), None if crossing else gutter, page.index):
            for item in side:
                item.column = column
            items.extend(side)
            column += 1
    return items


def _crosses(entry: _Row | Table, x: float) -> bool:
    spans = [(entry.x0, entry.x1)] if isinstance(entry, Table) else [(s.x0, s.x1) for s in entry]
    return any(start < x < end for start, end in spans)


def _sides(band: list[_Row | Table], gutter: float | None, page: int) -> list[list[Item]]:
    """The columns of a band of rows: two when both sides of the gutter are text, else one."""
    if gutter is not None:
        left, right = (_side(band, gutter, side, page) for side in (0, 1))
        if all(_is_prose([item for item in items if isinstance(item, Line)]) for items in (left, right)):
            return [left, right]
    return [[entry if isinstance(entry, Table) else line_of(entry, page) for entry in band]]


def _side(band: list[_Row | Table], gutter: float, side: int, page: int) -> list[Item]:
    """What stands left (0) or right (1) of the gutter."""
    items: list[Item] = []
    for entry in band:
        if isinstance(entry, Table):
            items.extend([entry] if (entry.x0 >= gutter) == bool(side) else [])
        elif own := [segment for segment in entry if (segment.x0 >= gutter) == bool(side)]:
            items.append(line_of(own, page))
    return items


def _is_prose(lines: list[Line]) -> bool:
    return len(lines) >= MIN_COLUMN_LINES and mean(len(line.text) for line in lines) >= MIN_PROSE


def _gutter(page: Page, rows: list[list[Segment]]) -> float | None:
    """The x between two columns of text, None when the page has one column."""
    segments = [s for row in rows for s in row]
    best: tuple[int, float] | None = None
    for x in sorted({round(s.x0) - 3 for s in segments if 0.3 * page.width < s.x0 < 0.75 * page.width}):
        left = [s for s in segments if s.x1 <= x]
        right = [s for s in segments if s.x0 >= x]
        crossing = len(segments) - len(left) - len(right)
        if min(len(left), len(right)) < MIN_COLUMN_LINES or crossing > len(left) + len(right):
            continue
        prose = all(mean(len(s.text) for s in side) >= MIN_PROSE for side in (left, right))
        # Text in one column that happens to have wide blanks has its segments begin anywhere.
        starts = [s for s in right if abs(s.x0 - x - 3) <= 3]
        if prose and len(starts) * 2 >= len(right) and (best is None or crossing < best[0]):
            best = (crossing, float(x))
    return best[1] if best else None


# -- ruled tables ----------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Grid:
    xs: list[float]
    ys: list[float]
    """From the top down."""
    across: list[Box]
    down: list[Box]

    @property
    def left(self) -> float:
        return self.xs[0]

    @property
    def right(self) -> float:
        return self.xs[-1]

    @property
    def top(self) -> float:
        return self.ys[0]

    @property
    def bottom(self) -> float:
        return self.ys[-1]


def _grids(rules: list[Box]) -> list[_Grid]:
    """The grids that drawn lines form: at least two columns and two rows."""
    distinct = sorted({Box(*(float(round(v)) for v in rule)) for rule in rules})
    if len(distinct) > _MAX_RULES:
        return []  # So many lines are a drawing.
    grids = []
    for group in _touching(distinct):
        down = [r for r in group if r.top - r.bottom > r.right - r.left]
        across = [r for r in group if r.right - r.left >= r.top - r.bottom]
        xs = _clusters([(r.left + r.right) / 2 for r in down])
        ys = _clusters([(r.bottom + r.top) / 2 for r in across])
        if len(xs) >= 3 and len(ys) >= 3:
            grids.append(_Grid(xs, ys[::-1], across, down))
    return grids


def _touching(rules: list[Box]) -> list[list[Box]]:
    """Rules in groups that hang together."""
    groups: list[list[Box]] = []
    left = set(range(len(rules)))
    while left:
        stack, group = [left.pop()], []
        while stack:
            rule = rules[stack.pop()]
            group.append(rule)
            near = [i for i in left if _meet(rule, rules[i])]
            left.difference_update(near)
            stack.extend(near)
        groups.append(group)
    return groups


def _meet(a: Box, b: Box) -> bool:
    beside = a.left - _NEAR <= b.right and b.left - _NEAR <= a.right
    return beside and a.bottom - _NEAR <= b.top and b.bottom - _NEAR <= a.top


def _clusters(values: list[float]) -> list[float]:
    """Distinct values in rising order; those that nearly meet are one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _ruled_table(page: Page, grid: _Grid, segments: list[Segment]) -> Table | None:
    """The table in a grid, None when it holds no text in two columns."""
    cells: dict[tuple[int, int], list[Segment]] = {}
    for segment in segments:
        row = _slot([-y for y in grid.ys], -(segment.y + 0.3 * segment.size))
        col = _slot(grid.xs, segment.x0 + min(1.0, (segment.x1 - segment.x0) / 2))
        row, col = _anchor(grid, row, col)
        cells.setdefault((row, col), []).append(segment)
    if len({row for row, _ in cells}) < 2 or len({col for _, col in cells}) < 2:
        return None
    table = Table(page.index, grid.top, grid.bottom, grid.left, grid.right)
    for (row, col), own in sorted(cells.items()):
        height = sum(_anchor(grid, below, col) == (row, col) for below in range(row, len(grid.ys) - 1))
        table.cells.append(Cell(row, col, [line_of(r, page.index) for r in _rows(own)], max(1, height)))
    return table


def _slot(edges: list[float], value: float) -> int:
    inner = sum(edge <= value for edge in edges) - 1
    return min(max(inner, 0), len(edges) - 2)


def _anchor(grid: _Grid, row: int, col: int) -> tuple[int, int]:
    """The upper left slot of the merged cell that a slot belongs to: no line is drawn between them."""
    while col > 0 and not _drawn_down(grid, row, col):
        col -= 1
    while row > 0 and not _drawn_across(grid, row, col):
        row -= 1
    return row, col


def _drawn_down(grid: _Grid, row: int, col: int) -> bool:
    middle = (grid.ys[row] + grid.ys[row + 1]) / 2
    return any(abs((r.left + r.right) / 2 - grid.xs[col]) <= _NEAR and r.bottom <= middle <= r.top for r in grid.down)


def _drawn_across(grid: _Grid, row: int, col: int) -> bool:
    middle = (grid.xs[col] + grid.xs[col + 1]) / 2
    return any(abs((r.bottom + r.top) / 2 - grid.ys[row]) <= _NEAR and r.left <= middle <= r.right for r in grid.across)


# -- aligned tables --------------------------------------------------------------------------------------------------


def _with_aligned_tables(page: Page, items: list[Item]) -> list[Item]:
    """The items with runs of lines whose segments stand in columns made into tables."""
    result: list[Item] = []
    run: list[Line] = []

    def flush() -> None:
        table = _aligned_table(run, page)
        result.extend([table] if table is not None else run)
        run.clear()

    for item in items:
        if isinstance(item, Line) and len(item.segments) > 1 and (not run or run[-1].column == item.column):
            run.append(item)
            continue
        flush()
        if isinstance(item, Line) and len(item.segments) > 1:
            run.append(item)
        else:
            result.append(item)
    flush()
    return result


def _aligned_table(lines: list[Line], page: Page) -> Table | None:
    if len(lines) < MIN_ALIGNED_ROWS:
        return None
    columns = _merged([(s.x0, s.x1) for line in lines for s in line.segments])
    cells = [s.text for line in lines for s in line.segments]
    listed = all(LABEL.fullmatch(line.segments[0].text + " ") or BULLET.match(line.segments[0].text) for line in lines)
    contents = sum(LEADER.search(line.text) is not None for line in lines) * 2 > len(lines)
    full = sum(len(line.segments) >= len(columns) for line in lines) * 2 >= len(lines)
    if len(columns) < 2 or listed or contents or not full or mean(map(len, cells)) > MAX_CELL:
        return None
    x0, x1 = columns[0][0], columns[-1][1]
    table = Table(page.index, lines[0].y + lines[0].size, lines[-1].y, x0, x1, column=lines[0].column)
    for row, line in enumerate(lines):
        by_column: dict[int, list[Segment]] = {}
        for segment in line.segments:
            by_column.setdefault(_slot([c[0] for c in columns] + [1e9], segment.x0), []).append(segment)
        table.cells.extend(Cell(row, col, [line_of(own, page.index)]) for col, own in sorted(by_column.items()))
    return table


def _merged(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Overlapping stretches of x as one, from the left."""
    found: list[tuple[float, float]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found
