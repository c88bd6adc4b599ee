"""The rows of one measure of a table in memory, so that a thousand windows cost a thousand look-ups and one reading."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import lru_cache

from tieout.series.load import quoted
from tieout.series.store import Table


@dataclass(slots=True)
class Rows:
    """The rows of one place in order of their days, with the sums up to each."""

    starts: list[date] = field(default_factory=list)
    sums: list[Fraction | int] = field(default_factory=lambda: [0])

    def add(self, start: date, value: Fraction | int) -> None:
        """One more row, later than those before it."""
        self.starts.append(start)
        self.sums.append(self.sums[-1] + value)

    def between(self, start: date, end: date) -> tuple[Fraction | int, int, int]:
        """The sum of the rows that begin on these days, and the numbers of the first and of the one behind the last."""
        low, high = bisect_left(self.starts, start), bisect_right(self.starts, end)
        return self.sums[high] - self.sums[low], low, high


@lru_cache(maxsize=32)
def counts_of(table: Table, measure: str) -> Mapping[str, Rows]:
    """The rows of a measure by place. A table does not change once it is stored, so they are read once."""
    import duckdb

    sql = f"SELECT place, start, value FROM '{quoted(table.path)}' WHERE measure = '{quoted(measure)}' ORDER BY start"
    whole = table.spec.rows_are != "value"
    found: dict[str, Rows] = {}
    with duckdb.connect() as database:
        for place, start, value in database.execute(sql).fetchall():
            found.setdefault(place, Rows()).add(start, value if whole else Fraction(value))
    return found
