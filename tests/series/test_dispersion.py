"""Dispersion: one for what chance allows, however it trends or turns with the year; more for what chance does not."""

from __future__ import annotations

import math

import numpy as np
import pytest

from tieout.series.dispersion import LEAST, dispersion_around_trend
from tieout.series.months import month_after
from tieout.series.points import Point
from tieout.series.ratio import dispersion


def months(expected: list[float], seed: int = 3, spread: float = 1.0) -> list[Point]:
    """Counts drawn around what is expected, Poisson or (with `spread` above 1) negative binomial."""
    from datetime import date, timedelta

    random = np.random.default_rng(seed)
    out = []
    for number, mean in enumerate(expected):
        start = month_after(date(2020, 1, 1), number)
        count = random.poisson(mean) if spread == 1 else random.negative_binomial(mean / (spread - 1), 1 / spread)
        out.append(Point(start, month_after(start, 1) - timedelta(days=1), int(count)))
    return out


RISING = [20 * 1.05**number for number in range(36)]
SEASONAL = [60 + 25 * math.sin(2 * math.pi * number / 12) for number in range(36)]


@pytest.mark.parametrize("expected", [RISING, SEASONAL], ids=["rising", "seasonal"])
def test_trend_and_season_are_no_overdispersion(expected: list[float]) -> None:
    found = [dispersion_around_trend(months(expected, seed)) or 0 for seed in range(20)]
    assert sum(found) / len(found) < 1.4
    around_mean = dispersion([point.count or 0 for point in months(expected)])
    assert around_mean > 3


def test_what_varies_more_than_chance_is_found() -> None:
    found = [dispersion_around_trend(months([60.0] * 36, seed, 4.0)) or 0 for seed in range(30)]
    assert 3 < sum(found) / len(found) < 5


@pytest.mark.parametrize("expected", [[20.0] * (LEAST - 1), [0.0] * 36])
def test_too_little_tells_nothing(expected: list[float]) -> None:
    assert dispersion_around_trend(months(expected)) is None
