"""Revisions: values of the past that a later vintage of a series gives otherwise than an earlier one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise

from tieout.series.load import quoted
from tieout.series.number import shown
from tieout.series.store import Store, Table


@dataclass(frozen=True, slots=True)
class Revision:
    """One value in two vintages; None where a vintage has no row."""

    series: str
    measure: str
    place: str
    start: date
    older: str
    before: Fraction | None
    newer: str
    after: Fraction | None


@dataclass(frozen=True, slots=True)
class YearRevised:
    """What two vintages count in a year, over the days that both cover, and how many of its values differ.

    `until` is the last of those days when the year is not covered whole.
    """

    measure: str
    year: int
    until: date | None
    older: str
    before: Fraction
    newer: str
    after: Fraction
    values: int

    def line(self) -> str:
        """For a reader: `extortion 2023: 22,681 in 2026-02 and 22,319 in 2026-05 (-362, -1.60 percent; 49 values)`."""
        moved = self.after - self.before
        sign = "+" if moved > 0 else ""
        share = f", {sign}{shown(moved / self.before * 100)} percent" if self.before else ""
        days = f"{self.year} to {self.until}" if self.until else f"{self.year}"
        counts = f"{shown(self.before)} in {self.older} and {shown(self.after)} in {self.newer}"
        return f"{self.measure} {days}: {counts} ({sign}{shown(moved)}{share}; {self.values:,} values changed)"


def revisions(store: Store, series: str) -> Iterator[Revision]:
    """Every value that two following vintages of a series give otherwise, where both cover it; oldest first."""
    with store.connect() as database:
        for older, newer in _pairs(store, series):
            for measure, place, start, before, after in database.execute(_changed(older, newer)).fetchall():
                values = (None if value is None else Fraction(value) for value in (before, after))
                first, second = values
                yield Revision(series, measure, place, start, older.spec.vintage, first, newer.spec.vintage, second)


def yearly(store: Store, series: str, found: Sequence[Revision], place: str | None = None) -> Iterator[YearRevised]:
    """The totals of each measure and year in which something changed: of all rows of both vintages, not only of those
    that changed. `place` is the one that `found` is about; without it codes that are parts of others are left out."""
    changed = Counter((one.older, one.newer, one.measure, one.start.year) for one in found)
    with store.connect() as database:
        for older, newer in _pairs(store, series):
            low, high = _common(older, newer)
            sums = [
                dict(_totals(database.execute(_yearly(one, low, high, place)).fetchall())) for one in (older, newer)
            ]
            for (first, second, measure, year), values in changed.items():
                if (first, second) != (older.spec.vintage, newer.spec.vintage):
                    continue
                before, after = (one.get((measure, year), Fraction(0)) for one in sums)
                until = high if high < date(year, 12, 31) else None
                yield YearRevised(measure, year, until, first, before, second, after, values)


def _totals(rows: Sequence[tuple[str, int, object]]) -> Iterator[tuple[tuple[str, int], Fraction]]:
    return (((measure, year), Fraction(str(value))) for measure, year, value in rows)


def _pairs(store: Store, series: str) -> Iterator[tuple[Table, Table]]:
    return pairwise(sorted((t for t in store.tables() if t.spec.id == series), key=lambda t: t.spec.vintage))


def _common(older: Table, newer: Table) -> tuple[date, date]:
    """First and last day that both cover."""
    coverages = (older.spec.coverage, newer.spec.coverage)
    return max(one.start for one in coverages), min(one.end for one in coverages)


def _yearly(table: Table, low: date, high: date, place: str | None) -> str:
    parts = ", ".join(f"'{quoted(code)}'" for code in table.spec.places.within) or "''"
    where = f"place = '{quoted(place)}'" if place else f"place NOT IN ({parts})"
    return (
        f"SELECT measure, year(start), sum(value) FROM '{quoted(table.path)}' "
        f"WHERE start BETWEEN DATE '{low}' AND DATE '{high}' AND {where} GROUP BY ALL"
    )


def _changed(older: Table, newer: Table) -> str:
    """Rows of either that differ, for measures and days that both cover. No row is zero where the spec says so."""
    low, high = _common(older, newer)
    both = ", ".join(f"'{quoted(key)}'" for key in older.loaded.measures if key in newer.loaded.measures) or "NULL"
    zero = older.spec.no_row == newer.spec.no_row == "zero"
    one, two = ("coalesce(a.value, 0)", "coalesce(b.value, 0)") if zero else ("a.value", "b.value")
    return (
        f"SELECT measure, place, start, {one}, {two} FROM '{quoted(older.path)}' a "
        f"FULL JOIN '{quoted(newer.path)}' b USING (measure, place, start) "
        f"WHERE {one} IS DISTINCT FROM {two} AND start BETWEEN DATE '{low}' AND DATE '{high}' "
        f"AND measure IN ({both}) ORDER BY start, measure, place"
    )
