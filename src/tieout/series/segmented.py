"""An interrupted time series: did the level change in a window, beyond trend and season?

A generalised linear model of monthly counts: log link, linear trend, twelve months as one pair of sine and cosine terms
with their first harmonic, one term for the months of the window; the log of the days in a month as offset. Poisson with
its standard errors scaled by Pearson's dispersion (quasi-Poisson). Bernal, Cummins and Gasparrini (2017), Interrupted
time series regression for the evaluation of public health interventions, International Journal of Epidemiology 46.
Floats: these are statistics.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from tieout.series.dispersion import design
from tieout.series.points import Point
from tieout.series.ratio import LEVEL, Ratio
from tieout.series.window import Window

LEAST = 36
"""Months that the model needs: three years, to tell season from trend."""


@dataclass(frozen=True, slots=True)
class Segmented:
    """`effect` is the level in the window over what trend and season let expect; `months` went in, or `why` not."""

    effect: Ratio | None
    months: int
    why: str | None = None


def segmented(series: Sequence[Point], window: Window) -> Segmented:
    """Fit the model to monthly points; a month belongs to the window when most of its days do."""
    known = [point for point in series if point.count is not None and point.start <= window.end]
    inside = [_mostly_inside(point, window) for point in known]
    if len(known) < LEAST:
        return Segmented(None, len(known), "too few months for a model")
    if not any(inside):
        return Segmented(None, len(known), "no whole month of the table lies mostly in the window")
    counts = [point.count or 0 for point in known]
    if not sum(counts):
        return Segmented(None, len(known), "every month is zero")
    import numpy as np
    import statsmodels.api as sm

    columns = np.column_stack([design(known), np.array(inside, float)])
    days = np.array([(point.end - point.start).days + 1 for point in known])
    fit = sm.GLM(np.array(counts), columns, family=sm.families.Poisson(), offset=np.log(days)).fit(scale="X2")
    low, high = fit.conf_int(alpha=1 - LEVEL)[-1]
    phi = max(1.0, float(fit.scale))
    effect = Ratio(math.exp(fit.params[-1]), math.exp(low), math.exp(high), "quasi-Poisson", phi)
    return Segmented(effect, len(known))


def _mostly_inside(point: Point, window: Window) -> bool:
    first, last = max(point.start, window.start), min(point.end, window.end)
    return 2 * ((last - first).days + 1) > (point.end - point.start).days + 1
