"""Watching series: a rate that has risen and stays risen, told early, with the false-alarm rate stated.

A one-sided Poisson CUSUM of monthly counts (Lucas 1985, Counted data CUSUM's, Technometrics 27): S grows by what a
month counts beyond a reference between the usual rate and RISE times it, and never falls below zero; an alarm is S
above a limit in the last month. The usual rate is that of the BASE months before the watched ones. The limit is set by
simulation (seeded): of series that did not change, as overdispersed as the base, FALSE_ALARMS would raise an alarm.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tieout.series.points import Point, points
from tieout.series.ratio import dispersion
from tieout.series.store import Table

BASE = 36
WATCHED = 12
RISE = 1.5
"""The rise that the watch is tuned to find: half as much again."""
FALSE_ALARMS = 0.05
"""Of series that did not change, the share that raise an alarm."""
LEAST = 24
"""Events that the base must hold; with fewer the usual rate is not known well enough."""
_RUNS = 2_000


@dataclass(frozen=True, slots=True)
class Alarm:
    """A place and measure whose rate rose: since which month, what was usual a month, what is counted since."""

    table: Table
    measure: str
    place: str
    since: date
    months: int
    usual: float
    counted: float
    level: float
    limit: float


@dataclass(frozen=True, slots=True)
class Watched:
    """What was watched: the alarms, how many series, and those with too few events or months to be watched."""

    alarms: tuple[Alarm, ...]
    series: int
    too_few: int

    @property
    def expected_false(self) -> float:
        """How many alarms chance alone would raise among as many series without change."""
        return self.series * FALSE_ALARMS


def watch(tables: Sequence[Table], places: Sequence[str] = (), seed: int = 1) -> Watched:
    """Watch every place and measure of tables by month or day (or the places given). The same seed, the same answer."""
    alarms: list[Alarm] = []
    series = too_few = 0
    for table in tables:
        if table.spec.rows_are not in ("count", "event") or table.spec.step == "year":
            continue
        for measure in table.loaded.measures:
            for place in places or _placed(table):
                months = [point for point in points(table, measure, place) if point.count is not None]
                base, latest = months[-BASE - WATCHED : -WATCHED], months[-WATCHED:]
                if len(base) < BASE or sum(point.count or 0 for point in base) < LEAST:
                    too_few += 1
                    continue
                series += 1
                alarms.extend(_alarms(table, measure, place, base, latest, seed))
    return Watched(tuple(alarms), series, too_few)


def _placed(table: Table) -> Iterator[str]:
    """The places of a table, and the country when they make it up."""
    if table.spec.places.total and table.spec.places.country not in table.loaded.places:
        yield table.spec.places.country
    yield from table.loaded.places


def _alarms(
    table: Table, measure: str, place: str, base: Sequence[Point], latest: Sequence[Point], seed: int
) -> Iterator[Alarm]:
    counts = [point.count or 0 for point in base]
    usual, spread = sum(counts) / len(counts), dispersion(counts)
    reference = usual * (RISE - 1) / math.log(RISE)
    limit = _limit(usual, spread, reference, seed)
    level, since = 0.0, 0
    for number, point in enumerate(latest):
        if level == 0:
            since = number
        level = max(0.0, level + (point.count or 0) - reference)
    if level > limit:
        risen = [one.count or 0 for one in latest[since:]]
        yield Alarm(
            table, measure, place, latest[since].start, len(risen), usual, sum(risen) / len(risen), level, limit
        )


def _limit(usual: float, spread: float, reference: float, seed: int) -> float:
    """The level that FALSE_ALARMS of unchanged series stand above in the last watched month."""
    import numpy as np

    random = np.random.default_rng(seed)
    shape = (_RUNS, WATCHED)
    if spread > 1.01:
        made = random.negative_binomial(usual / (spread - 1), 1 / spread, shape)
    else:
        made = random.poisson(usual, shape)
    level = np.zeros(_RUNS)
    for month in range(WATCHED):
        level = np.maximum(0, level + made[:, month] - reference)
    return float(np.quantile(level, 1 - FALSE_ALARMS))
