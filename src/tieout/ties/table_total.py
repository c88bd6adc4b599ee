"""Table ties: a row or column called total against the numbers it closes.

Only counts and sums of money are added, and only where every row (or column) between has one number; a total that is
smaller than one of its parts is an average or a rate, and nothing is said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction

from tieout.evidence.figure import Figure
from tieout.ties.alike import same_unit
from tieout.ties.cues import cue
from tieout.ties.interval import Interval, share, total
from tieout.ties.judge import judge
from tieout.ties.mean import mean_tie
from tieout.ties.plain import bare, number, words
from tieout.ties.scene import Scene
from tieout.ties.stated import Look
from tieout.ties.tie import Tie

Grid = Mapping[tuple[int, int], Figure]
"""(row, column) to the one figure of the cell."""

_FEWEST = 2
_ALL = 100


def propose(scene: Scene) -> Iterator[Tie]:
    """A tie for each column with a total row, and for each row with a total column."""
    named = _named_totals(scene)
    grids = _grids(scene)
    empty = _empty_cells(scene)
    for table, grid in grids.items():
        rows, columns = named[table]
        if len(rows) == 1:
            yield from _closed(grid, empty[table], next(iter(rows)), columns, axis=0)
            yield from _shares(grid, next(iter(rows)), columns, axis=0)
        if len(columns) == 1:
            yield from _closed(grid, empty[table], next(iter(columns)), rows, axis=1)
            yield from _shares(grid, next(iter(columns)), rows, axis=1)
    for sentence in scene.sentences:
        block = sentence.passage.block
        if block.table is not None and block.col == 0 and cue(scene.language, "mean_label").within(sentence.line):
            yield from _means(grids.get(block.table, {}), block.row or 0)


def _grids(scene: Scene) -> dict[int, dict[tuple[int, int], Figure]]:
    """The tables by number; a cell with two figures holds neither."""
    grids: dict[int, dict[tuple[int, int], Figure]] = defaultdict(dict)
    crowded: set[tuple[int, int, int]] = set()
    for _, seat in scene.seats():
        if seat.figure.cell is None:
            continue
        table, row, column = seat.figure.cell
        if (row, column) in grids[table]:
            crowded.add(seat.figure.cell)
        grids[table][(row, column)] = seat.figure
    for table, row, column in crowded:
        del grids[table][(row, column)]
    return grids


def _empty_cells(scene: Scene) -> dict[int, set[tuple[int, int]]]:
    """Cells of each table that hold a dash or words for nothing."""
    found: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for sentence in scene.sentences:
        block = sentence.passage.block
        if block.table is None or block.row is None or block.col is None:
            continue
        if cue(scene.language, "no_cell").all_of(sentence.passage.text):
            found[block.table].add((block.row, block.col))
    return found


def _named_totals(scene: Scene) -> dict[int, tuple[set[int], set[int]]]:
    """Rows and columns of each table whose first cell says total."""
    found: dict[int, tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    for sentence in scene.sentences:
        block = sentence.passage.block
        if block.table is None or block.row is None or block.col is None:
            continue
        if cue(scene.language, "total_label").all_of(sentence.line):
            if block.col == 0:
                found[block.table][0].add(block.row)
            elif block.row == 0:
                found[block.table][1].add(block.col)
    return found


def _closed(
    grid: Grid, empty: Collection[tuple[int, int]], closing: int, apart: set[int], *, axis: int
) -> Iterator[Tie]:
    """The total row (axis 0) or column (axis 1) against the cells before it; lines in `apart` are totals themselves.

    A cell that holds a dash (`empty`) may stand for nothing or for what is not known.
    """
    before = {place[axis] for place in grid if place[axis] < closing}
    after = {place[axis] for place in grid if place[axis] > closing}
    lines = before if before - {0} or not after else after
    for across in sorted({place[1 - axis] for place in grid} - apart):
        places = [(line, across) if axis == 0 else (across, line) for line in sorted(lines)]
        whole = grid.get((closing, across) if axis == 0 else (across, closing))
        parts = [grid[place] for place in places if place in grid]
        blank = [place for place in places if place not in grid]
        if whole is not None and len(lines) >= _FEWEST and parts and all(place in empty for place in blank):
            tie = _tie(whole, parts, missing=bool(blank))
            if tie:
                yield tie


def _shares(grid: Grid, closing: int, apart: set[int], *, axis: int) -> Iterator[Tie]:
    """A column whose total is 100 beside the one column of counts: each share is its count of the total."""

    def at(line: int, across: int) -> Figure | None:
        return grid.get((line, across) if axis == 0 else (across, line))

    across = sorted({place[1 - axis] for place in grid} - (apart if axis == 0 else set()))
    wholes = {place: whole for place in across if (whole := at(closing, place)) is not None}
    percents = [place for place, whole in wholes.items() if whole.value == _ALL]
    counts = [place for place, whole in wholes.items() if whole.value not in (None, _ALL) and whole.unit == "count"]
    if not counts and axis == 0:  # the one column of counts may itself be called total
        totals = {place: whole for place in apart if (whole := at(closing, place)) is not None}
        counts = [place for place, whole in totals.items() if whole.unit == "count"]
        wholes |= totals
    if len(percents) != 1 or len(counts) != 1:
        return
    lines = sorted({place[axis] for place in grid if place[axis] != closing})
    pairs = [(at(line, percents[0]), at(line, counts[0])) for line in lines]
    whole = wholes[counts[0]]
    rows = [(claim, part) for claim, part in pairs if claim is not None and part is not None]
    if len(rows) < _FEWEST or any((claim.value or 0) > _ALL for claim, _ in rows):
        return
    for claim, part in rows:
        tie = _share_of(claim, part, whole)
        if tie:
            yield tie


def _share_of(claim: Figure, part: Figure, whole: Figure) -> Tie | None:
    def relation(look: Look) -> tuple[Interval | None, Interval | None]:
        low, high = look.plain(part), look.plain(whole)
        return look.worked_out(claim), None if low is None or high is None else share(low, high)

    result = (part.value or Fraction(0)) / (whole.value or Fraction(1)) * 100
    return judge(
        "share", (claim, part, whole), relation,
        stated=f"{words(claim)} percent: {words(part)} of {words(whole)}",
        computed=f"{bare(part)} / {bare(whole)} = {number(result, 2)} percent",
        explicit=True,
    )  # fmt: skip


def _means(grid: Grid, closing: int) -> Iterator[Tie]:
    """A row called mean, against the scores above it. Only scores: the mean of rates is weighted by their bases."""
    for column in sorted({place[1] for place in grid} - {0}):
        whole = grid.get((closing, column))
        items = [grid[place] for place in sorted(grid) if place[1] == column and place[0] < closing]
        if whole is None or len(items) < _FEWEST or any(f.unit != "score" for f in (whole, *items)):
            continue
        tie = mean_tie(whole, items, explicit=True)
        if tie:
            yield tie


def _tie(whole: Figure, parts: Sequence[Figure], *, missing: bool = False) -> Tie | None:
    """The sum of the cells against the total; where a cell is `missing`, the others may only not exceed it."""
    summable = whole.unit == "count" or whole.kind == "money"
    if not summable or any(not same_unit(whole, part) or part.value is None for part in parts) or whole.value is None:
        return None
    if whole.value < max(part.value or Fraction(0) for part in parts):
        return None

    def relation(look: Look) -> tuple[Interval | None, Interval | None]:
        sums = [look.plain(part) for part in parts]
        stated = look.plain(whole)
        return stated.at_most() if missing and stated else stated, total([s for s in sums if s])

    result = sum((part.value or Fraction(0) for part in parts), Fraction(0))
    return judge(
        "total", (whole, *parts), relation,
        stated=f"{words(whole)} as the total of {len(parts)} cells",
        computed=f"{' + '.join(bare(f) for f in parts)} = {number(result)}, against {bare(whole)}",
        explicit=True,
    )  # fmt: skip
