"""The lines of a PDF page in reading order: rows, columns, and tables with ruled or aligned columns.

It knows geometry, not what a line means; that is `pdf_layout`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from statistics import mean, median

from tieout.reading.names import caption_label
from tieout.reading.pdf_page import Box, Mark, Page, Segment
from tieout.reading.shapes import LABEL, LEADER

MIN_COLUMN_LINES = 3
"""Fewer lines side by side are no columns of text."""
MIN_PROSE = 18
"""Mean characters of a line in a column of text; shorter ones are cells."""
MIN_ALIGNED_ROWS = 3
MAX_LABEL = 40
"""Longer lines in a drawing are text about it."""
MIN_DRAWING = 10
"""Lines that hang together without forming a table are a drawing when there are so many."""
MAX_CELL = 60
"""Mean characters of a cell in a table that is only aligned; longer ones are text."""
_SECTION = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){0,4}[.)]?")
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
    contents: bool = False
    """Whether it is an entry of a table of contents."""


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
    repeats_head: bool = False
    """Whether it goes on from the page before and prints the first row again."""

    def first_row(self) -> list[str]:
        """The words of its uppermost row."""
        return [" ".join(line.text for line in cell.lines) for cell in self.cells if cell.row == self.cells[0].row]


@dataclass(slots=True)
class Chart:
    """A drawing with the words and numbers in it, which are no text to be read."""

    page: int
    y: float
    """Its upper edge."""
    x0: float
    x1: float
    lines: list[Line]
    column: int = 0


Item = Line | Table | Chart


def items_of(page: Page) -> list[Item]:
    """What stands on a page, in reading order."""
    tables: list[Table] = []
    charts: list[Chart] = []
    free = page.segments
    for group in _groups(page.rules):
        grid = _grid(group)
        box = _around(group)
        inside = _inside(free, Box(box.left, box.bottom - 1, box.right, box.top))
        table = _ruled_table(page, grid, inside) if grid is not None else None
        if table is not None:
            tables.append(table)
            free = _without(free, inside)
        elif len(group) >= MIN_DRAWING and min(box.right - box.left, box.top - box.bottom) > 60:
            free = _take_chart(page, Box(box.left - 12, box.bottom - 12, box.right + 12, box.top + 12), free, charts)
    for box in page.drawings:
        free = _take_chart(page, box, free, charts)
    items = _ordered(page, _rows(free), [*tables, *charts])
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


def labelled(line: Line) -> bool:
    """Whether a line begins with a list mark that a wide blank parts from its text."""
    if len(line.segments) < 2:
        return False
    first = line.segments[0].text
    sign = len(first) <= 2 and not any(c.isalnum() for c in first)
    return sign or bool(_SECTION.fullmatch(first) or LABEL.fullmatch(first + " "))


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


def _ordered(page: Page, rows: list[_Row], tables: list[Table | Chart]) -> list[Item]:
    """Rows and tables from top to bottom, columns of text one after the other."""
    gutter = _gutter(page, rows)
    entries: list[_Row | Table | Chart] = sorted(
        [*rows, *tables], key=lambda e: -(e.y if isinstance(e, Table | Chart) else e[0].y)
    )
    items: list[Item] = []
    column = 0
    for crossing, band in groupby(entries, key=lambda entry: gutter is None or _crosses(entry, gutter)):
        for side in _sides(list(band), None if crossing else gutter, page.index):
            for item in side:
                item.column = column
            items.extend(side)
            column += 1
    return items


def _crosses(entry: _Row | Table | Chart, x: float) -> bool:
    spans = [(entry.x0, entry.x1)] if isinstance(entry, Table | Chart) else [(s.x0, s.x1) for s in entry]
    return any(start < x < end for start, end in spans)


def _sides(band: list[_Row | Table | Chart], gutter: float | None, page: int) -> list[list[Item]]:
    """The columns of a band of rows: two when both sides of the gutter are text, else one."""
    if gutter is not None:
        left, right = (_side(band, gutter, side, page) for side in (0, 1))
        if all(_is_prose([item for item in items if isinstance(item, Line)]) for items in (left, right)):
            return [left, right]
    return [[entry if isinstance(entry, Table | Chart) else line_of(entry, page) for entry in band]]


def _side(band: list[_Row | Table | Chart], gutter: float, side: int, page: int) -> list[Item]:
    """What stands left (0) or right (1) of the gutter."""
    items: list[Item] = []
    for entry in band:
        if isinstance(entry, Table | Chart):
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
    walls: dict[tuple[str, int, int], bool] = field(default_factory=dict)
    """Answers of `_drawn`: whether a line is drawn left of (`down`) or above (`across`) a slot."""


def _inside(segments: list[Segment], box: Box) -> list[Segment]:
    return [s for s in segments if box.left <= (s.x0 + s.x1) / 2 <= box.right and box.bottom <= s.y <= box.top]


def _without(segments: list[Segment], taken: list[Segment]) -> list[Segment]:
    known = {id(s) for s in taken}
    return [s for s in segments if id(s) not in known]


def _take_chart(page: Page, box: Box, free: list[Segment], charts: list[Chart]) -> list[Segment]:
    """Make a chart of the labels in a drawing; gives the segments that are left. Whole lines of text are left too."""
    inside = _inside(free, box)
    labels = [s for s in inside if len(s.text) < MAX_LABEL and not caption_label().match(s.text)]
    if not labels or median(len(s.text) for s in inside) >= MIN_PROSE:
        return free
    charts.append(Chart(page.index, box.top, box.left, box.right, [line_of(row, page.index) for row in _rows(labels)]))
    return _without(free, labels)


def _groups(rules: list[Box]) -> list[list[Box]]:
    """Drawn lines in groups that belong together, the uppermost first."""
    distinct = sorted({Box(*(float(round(v)) for v in rule)) for rule in rules})
    groups = [distinct] if len(distinct) > _MAX_RULES else _overlapping(_touching(distinct))
    return sorted(groups, key=lambda group: -_around(group).top)


def _grid(group: list[Box]) -> _Grid | None:
    """The grid that drawn lines form: at least two columns and two rows, whose outer edges may be open."""
    if len(group) > _MAX_RULES:
        return None
    down = [r for r in group if r.top - r.bottom > r.right - r.left]
    across = [r for r in group if r.right - r.left >= r.top - r.bottom]
    if len(_clusters([r.left for r in down])) < 1 or len(_clusters([r.top for r in across])) < 2:
        return None
    box = _around(group)
    xs = _clusters([box.left, box.right, *((r.left + r.right) / 2 for r in down)])
    ys = _clusters([box.bottom, box.top, *((r.bottom + r.top) / 2 for r in across)])
    return _Grid(xs, ys[::-1], across, down) if len(xs) >= 3 and len(ys) >= 3 else None


def _around(rules: list[Box]) -> Box:
    """The smallest box that holds all of them."""
    lefts, bottoms, rights, tops = zip(*rules, strict=True)
    return Box(min(lefts), min(bottoms), max(rights), max(tops))


def _overlapping(groups: list[list[Box]]) -> list[list[Box]]:
    """Groups whose boxes overlap as one: the lines of a table need not all touch."""
    merged: list[list[Box]] = []
    for group in sorted(groups, key=len, reverse=True):
        own = _around(group)
        for other in merged:
            if _meet(own, _around(other)):
                other.extend(group)
                break
        else:
            merged.append(list(group))
    return merged


def _touching(rules: list[Box]) -> list[list[Box]]:
    """Rules (sorted from the left) in groups that hang together."""
    group = list(range(len(rules)))

    def root(index: int) -> int:
        while group[index] != index:
            group[index] = group[group[index]]
            index = group[index]
        return index

    reached: list[int] = []
    for index, rule in enumerate(rules):
        reached = [other for other in reached if rules[other].right + _NEAR >= rule.left]
        for other in reached:
            if _meet(rule, rules[other]):
                group[root(other)] = root(index)
        reached.append(index)
    found: dict[int, list[Box]] = {}
    for index, rule in enumerate(rules):
        found.setdefault(root(index), []).append(rule)
    return list(found.values())


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
    table = Table(page.index, grid.ys[0], grid.ys[-1], grid.xs[0], grid.xs[-1])
    for (row, col), own in sorted(cells.items()):
        height = sum(_anchor(grid, below, col) == (row, col) for below in range(row, len(grid.ys) - 1))
        table.cells.append(Cell(row, col, [line_of(r, page.index) for r in _rows(own)], max(1, height)))
    return table


def _slot(edges: list[float], value: float) -> int:
    inner = sum(edge <= value for edge in edges) - 1
    return min(max(inner, 0), len(edges) - 2)


def _anchor(grid: _Grid, row: int, col: int) -> tuple[int, int]:
    """The upper left slot of the merged cell that a slot belongs to: no line is drawn between them."""
    while col > 0 and not _drawn(grid, "down", row, col):
        col -= 1
    while row > 0 and not _drawn(grid, "across", row, col):
        row -= 1
    return row, col


def _drawn(grid: _Grid, kind: str, row: int, col: int) -> bool:
    key = (kind, row, col)
    if key not in grid.walls:
        y, x = (grid.ys[row] + grid.ys[row + 1]) / 2, (grid.xs[col] + grid.xs[col + 1]) / 2
        if kind == "down":
            at = grid.xs[col]
            found = any(abs((r.left + r.right) / 2 - at) <= _NEAR and r.bottom <= y <= r.top for r in grid.down)
        else:
            at = grid.ys[row]
            found = any(abs((r.bottom + r.top) / 2 - at) <= _NEAR and r.left <= x <= r.right for r in grid.across)
        grid.walls[key] = found
    return grid.walls[key]


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
    listed = all(labelled(line) for line in lines)
    if sum(LEADER.search(line.text) is not None for line in lines) > 1:
        for line in lines:
            line.contents = line.segments[-1].text.strip()[-1:].isalnum()
        return None
    full = sum(len(line.segments) >= len(columns) for line in lines) * 2 >= len(lines)
    if len(columns) < 2 or listed or not full or mean(map(len, cells)) > MAX_CELL:
        return None
    edges = [*(start for start, _ in columns), columns[-1][1] + 1]
    segments = [segment for line in lines for segment in line.segments]
    by_column = [[s for s in segments if _slot(edges, s.x0) == col] for col in range(len(columns))]
    if not all(_is_aligned(own) for own in by_column):
        return None
    top, bottom = lines[0].y + lines[0].size, lines[-1].y
    table = Table(page.index, top, bottom, edges[0], edges[-1], column=lines[0].column)
    for row, line in enumerate(lines):
        slots = groupby(line.segments, key=lambda segment: _slot(edges, segment.x0))
        table.cells.extend(Cell(row, col, [line_of(list(own), page.index)]) for col, own in slots)
    return table


def _is_aligned(segments: list[Segment]) -> bool:
    """Whether most segments of a column begin, end or have their middle at one place; blanks in text do not line up."""
    ways = ([s.x0 for s in segments], [s.x1 for s in segments], [(s.x0 + s.x1) / 2 for s in segments])
    return any(_mostly_at(median(xs), xs) for xs in ways)


def _mostly_at(place: float, xs: list[float]) -> bool:
    return sum(abs(x - place) <= _NEAR for x in xs) * 5 >= 3 * len(xs)


def _merged(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Overlapping stretches of x as one, from the left."""
    found: list[tuple[float, float]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found
