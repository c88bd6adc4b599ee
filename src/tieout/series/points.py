"""The points of a series: one value for each step of a table, in order, zeros filled in where the table says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tieout.series.counts import counts_of
from tieout.series.spec import Step
from tieout.series.store import Table
from tieout.series.total import members


@dataclass(frozen=True, slots=True)
class Point:
    """One step: its first and last day, and its count; None where the table does not say."""

    start: date
    end: date
    count: int | None


def points(table: Table, measure: str, place: str, step: Step = "month") -> list[Point]:
    """The counts of a place by month (or another step not finer than the table's), over the whole coverage.

    A step that a gap of this place touches has no count.
    """
    spec = table.spec
    held = counts_of(table, measure)
    parts = [held[code] for code in members(table, place) if code in held]
    none = 0 if spec.no_row == "zero" else None
    gaps = [gap for gap in spec.coverage.gaps if gap.place in (None, place)]
    out = []
    for start, end in steps(spec.coverage.start, spec.coverage.end, step):
        missing = any(gap.start <= end and start <= gap.end for gap in gaps)
        found = [part.between(start, end) for part in parts]
        rows = sum(high - low for _, low, high in found)
        count = int(sum(value for value, _, _ in found)) if rows else none
        out.append(Point(start, end, None if missing else count))
    return out


def steps(first: date, last: date, step: Step) -> Iterator[tuple[date, date]]:
    """The whole steps from one day to another."""
    start = first
    while start <= last:
        after = _after(start, step)
        end = after - timedelta(days=1)
        if end <= last:
            yield start, end
        start = after


def _after(start: date, step: Step) -> date:
    """The first day of the next step."""
    if step == "day":
        return start + timedelta(days=1)
    if step == "year" or start.month == 12:
        return date(start.year + 1, 1, 1)
    return date(start.year, start.month + 1, 1)
