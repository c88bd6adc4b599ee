"""How much more the counts of a place vary than chance lets them: the dispersion that widens every interval.

Pearson's chi square over its degrees of freedom (McCullagh and Nelder 1989, Generalized Linear Models, 4.5 and 6.2), of
the monthly counts before a window around a Poisson model with trend and season, as in `segmented`. A steady rise or a
season is therefore no overdispersion; what a mean over the years would take for it. Floats: these are statistics.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from tieout.series.points import Point, points
from tieout.series.store import Table

if TYPE_CHECKING:
    from numpy import ndarray

MONTHS = 36
"""Months before a window that are looked at, as far as the table goes back."""
LEAST = 24
"""Months that trend and season need to be told apart from chance."""
_COLUMNS = 6
_STEPS = 50
_CLOSE = 1e-8


def dispersion_before(table: Table, measure: str, place: str, day: date) -> float | None:
    """The dispersion of the months before `day`, at least 1; None where there are too few to tell."""
    return _of_months(table, measure, place, day.year, day.month)


@lru_cache(maxsize=4_096)
def _of_months(table: Table, measure: str, place: str, year: int, month: int) -> float | None:
    if table.spec.step == "year":
        return None
    known = [p for p in _monthly(table, measure, place) if p.count is not None and p.end < date(year, month, 1)]
    return dispersion_around_trend(known[-MONTHS:])


@lru_cache(maxsize=256)
def _monthly(table: Table, measure: str, place: str) -> Sequence[Point]:
    return points(table, measure, place)


def dispersion_around_trend(months: Sequence[Point]) -> float | None:
    """The dispersion of monthly counts around trend and season, at least 1; None for fewer than LEAST months."""
    import numpy as np

    counts = np.array([point.count or 0 for point in months], float)
    if len(months) < LEAST or not counts.sum():
        return None
    columns = design(months)
    days = np.array([(point.end - point.start).days + 1 for point in months], float)
    expected = _fitted(columns, counts, days)
    if expected is None:
        return None
    chi_square = float((((counts - expected) ** 2) / expected).sum())
    return max(1.0, chi_square / (len(months) - _COLUMNS))


def design(months: Sequence[Point]) -> ndarray:
    """Level, linear trend, and the year as two pairs of sine and cosine, a row for each month."""
    import numpy as np

    first = months[0].start
    since = [12 * (p.start.year - first.year) + p.start.month - first.month for p in months]
    angle = 2 * math.pi * np.array([point.start.month - 1 for point in months]) / 12
    season = (np.sin(angle), np.cos(angle), np.sin(2 * angle), np.cos(2 * angle))
    return np.column_stack([np.ones(len(months)), np.array(since) / 12, *season])


def _fitted(columns: ndarray, counts: ndarray, days: ndarray) -> ndarray | None:
    """Expected counts of a Poisson model with log link, by iteratively reweighted least squares; None if it fails."""
    import numpy as np

    expected: ndarray = np.maximum(counts, 0.5)
    last = np.zeros(_COLUMNS)
    for _ in range(_STEPS):
        working = np.log(expected / days) + (counts - expected) / expected
        root = np.sqrt(expected)
        found = np.linalg.lstsq(columns * root[:, None], working * root, rcond=None)[0]
        linear = columns @ found
        if not np.isfinite(linear).all() or abs(linear).max() > 50:
            return None
        expected = np.exp(linear) * days
        if abs(found - last).max() < _CLOSE:
            return expected
        last = found
    return None
