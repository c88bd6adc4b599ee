"""The total of a measure in a place over a period, from one table, with everything a reader must know beside it.

A table that does not speak of a place or a time says so (`why`); it is never read as zero.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from typing import Literal

from tieout.language.places import Gazetteer
from tieout.series.counts import counts_of
from tieout.series.load import quoted
from tieout.series.note import Note, note
from tieout.series.spec import Gap, Step
from tieout.series.store import Table

Why = Literal["no_measure", "no_place", "no_coverage", "gap", "step", "no_rows"]
WHY = {
    "no_measure": "the table does not count this",
    "no_place": "the table does not speak of this place",
    "no_coverage": "the period lies outside what the table covers",
    "gap": "the table has a gap there",
    "step": "the table is not fine enough for this period",
    "no_rows": "the table has no row there, and does not say that none means zero",
}


@dataclass(frozen=True, slots=True)
class Total:
    """What a table answers. `value` is exact, None when `why` says that it has no answer."""

    table: Table
    measure: str
    place: str
    start: date
    end: date
    value: Fraction | None
    rows: int
    sql: str
    why: Why | None = None
    notes: tuple[Note, ...] = ()
    """What a reader must know: gaps, places that mean less, rows without a place."""


def total(table: Table, measure: str, place: str, start: date, end: date) -> Total:
    """The sum over a place and the days from `start` to `end`, both included; of a stock or a rate the only value."""
    spec = table.spec
    codes = members(table, place)
    fault = _fault(table, measure, place, start, end, codes)
    sql = _sql(table, measure, codes, start, end)
    if fault:
        return Total(table, measure, place, start, end, None, 0, sql, fault, tuple(aside(table)))
    value, rows, days = _summed(table, measure, codes, start, end)
    notes = tuple(_notes(table, place, codes, start, end))
    if rows == 0 and spec.no_row != "zero":
        return Total(table, measure, place, start, end, None, 0, sql, "no_rows", notes)
    if spec.rows_are == "value" and (rows > 1 or rows == 0):
        return Total(table, measure, place, start, end, None, rows, sql, "step" if rows else "no_rows", notes)
    if spec.rows_are == "stock" and days > 1:
        return Total(table, measure, place, start, end, None, rows, sql, "step", notes)
    return Total(table, measure, place, start, end, Fraction(value), rows, sql, None, notes)


def by_place(table: Table, measure: str, places: Sequence[str], start: date, end: date) -> dict[str, Fraction]:
    """The sums of several places over some days, places that the table does not speak of left out."""
    parts = {place: members(table, place) for place in places}
    return {place: Fraction(_summed(table, measure, codes, start, end)[0]) for place, codes in parts.items() if codes}


def fits(step: Step, start: date, end: date) -> bool:
    """Whether days from `start` to `end` are whole steps of a table."""
    after = end + timedelta(days=1)
    if step == "day":
        return True
    if step == "month":
        return start.day == 1 and after.day == 1
    return (start.month, start.day) == (1, 1) == (after.month, after.day)


@cache
def members(table: Table, place: str) -> tuple[str, ...]:
    """The codes whose rows make up a place; none when the table does not speak of it."""
    places, codes = table.spec.places, table.loaded.places
    if place == places.country:
        own = [code for code in codes if code not in places.within]
        alone = [code for code in own if code == place]
        return tuple(own if places.total else alone)
    if place in places.without:
        return tuple(code for code in (place, *places.without[place]) if code in codes)
    if place in codes:
        return (place,)
    return tuple(code for code in codes if place in _holders(code, places.country))


@cache
def _holders(code: str, country: str) -> frozenset[str]:
    """Codes of all places that hold a place."""
    return frozenset(Gazetteer.for_country(country).holders(code))


def _summed(
    table: Table, measure: str, codes: Sequence[str], start: date, end: date
) -> tuple[Fraction | int, int, int]:
    """The sum over some places and days, the rows it is made of, and on how many first days they stand."""
    held = counts_of(table, measure)
    value: Fraction | int = 0
    rows = 0
    days: set[date] = set()
    for code in codes:
        if code in held:
            part, low, high = held[code].between(start, end)
            value += part
            rows += high - low
            days.update(held[code].starts[low:high] if table.spec.rows_are == "stock" else ())
    return value, rows, len(days)


def _sql(table: Table, measure: str, codes: Sequence[str], start: date, end: date) -> str:
    listed = ", ".join(f"'{quoted(code)}'" for code in codes) or "NULL"
    return (
        f"SELECT sum(value) FROM '{quoted(table.path)}' "
        f"WHERE measure = '{quoted(measure)}' AND place IN ({listed}) AND start BETWEEN DATE '{start}' AND DATE '{end}'"
    )


def _fault(table: Table, measure: str, place: str, start: date, end: date, codes: Sequence[str]) -> Why | None:
    spec = table.spec
    if measure not in table.loaded.measures:
        return "no_measure"
    if not codes:
        return "no_place"
    if start < spec.coverage.start or end > spec.coverage.end:
        return "no_coverage"
    if not fits(spec.step, start, end):
        return "step"
    return "gap" if any(gap.place in (None, place) for gap in _gaps(table, codes, start, end)) else None


def _gaps(table: Table, codes: Sequence[str], start: date, end: date) -> list[Gap]:
    """The gaps that touch some places and days."""
    gaps = table.spec.coverage.gaps
    return [g for g in gaps if g.start <= end and g.end >= start and (g.place is None or g.place in codes)]


def aside(table: Table) -> Iterator[Note]:
    """How many rows of a table were set aside when it was stored, if any were."""
    if table.loaded.counts:
        yield note("set_aside", count=f"{sum(table.loaded.counts.values()):,}", file=table.file)


def _notes(table: Table, place: str, codes: Sequence[str], start: date, end: date) -> Iterator[Note]:
    places = table.spec.places
    if place in places.without:
        yield note("whole", place=place, codes=" + ".join(codes), lacks=", ".join(places.without[place]))
    for gap in _gaps(table, codes, start, end):
        key = "gap" if gap.place else "gap_everywhere"
        yield note(key, place=gap.place, start=gap.start, end=gap.end, reason=gap.reason)
    yield from aside(table)
