"""Revisions: values of the past that a later vintage of a series gives otherwise than an earlier one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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


def revisions(store: Store, series: str) -> Iterator[Revision]:
    """Every value that two following vintages of a series give otherwise, where both cover it; oldest first."""
    releases = sorted((t for t in store.tables() if t.spec.id == series), key=lambda t: t.spec.vintage)
    with store.connect() as database:
        for older, newer in pairwise(releases):
            for measure, place, start, before, after in database.execute(_changed(older, newer)).fetchall():
                values = (None if value is None else Fraction(value) for value in (before, after))
                first, second = values
                yield Revision(series, measure, place, start, older.spec.vintage, first, newer.spec.vintage, second)


def _changed(older: Table, newer: Table) -> str:
    """Rows of either that differ, for measures and days that both cover. No row is zero where the spec says so."""
    low = max(older.spec.coverage.start, newer.spec.coverage.start)
    high = min(older.spec.coverage.end, newer.spec.coverage.end)
    both = ", ".join(f"'{quoted(key)}'" for key in older.loaded.measures if key in newer.loaded.measures) or "NULL"
    zero = older.spec.no_row == newer.spec.no_row == "zero"
    one, two = ("coalesce(a.value, 0)", "coalesce(b.value, 0)") if zero else ("a.value", "b.value")
    return (
        f"SELECT measure, place, start, {one}, {two} FROM '{quoted(older.path)}' a "
        f"FULL JOIN '{quoted(newer.path)}' b USING (measure, place, start) "
        f"WHERE {one} IS DISTINCT FROM {two} AND start BETWEEN DATE '{low}' AND DATE '{high}' "
        f"AND measure IN ({both}) ORDER BY start, measure, place"
    )


def yearly(found: Iterable[Revision]) -> Iterator[str]:
    """The changed values added up by vintages, measure and year, a line each."""
    sums: dict[tuple[str, str, str, int], list[Fraction]] = {}
    for one in found:
        pair = sums.setdefault((one.older, one.newer, one.measure, one.start.year), [Fraction(0), Fraction(0)])
        pair[0] += one.before or 0
        pair[1] += one.after or 0
    for (older, newer, measure, year), (before, after) in sums.items():
        sign = "+" if after >= before else ""
        told = f"{shown(before)} in {older} and {shown(after)} in {newer} ({sign}{shown(after - before)})"
        yield f"{measure} {year}: the changed rows say {told}"
