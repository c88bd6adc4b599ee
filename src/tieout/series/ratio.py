"""Rates of events and their ratio, with intervals. Floats: these are statistics, not what people stated.

Formulas and their sources:
- ratio of two Poisson rates, exact and conditional on their sum: Clopper and Pearson (1934), Biometrika 26, applied as
  in Lehmann and Romano, Testing Statistical Hypotheses, section 4.5. With p the interval of a of a + b and t the
  exposures, ratio = p / (1 - p) * t_b / t_a.
- overdispersed counts: quasi-Poisson, log ratio with variance phi * (1/a + 1/b); McCullagh and Nelder (1989),
  Generalized Linear Models, section 6.2.
- dispersion phi: Pearson's chi square over its degrees of freedom; of a place's months around trend and season in
  `dispersion`, of the months of a base around their mean here.

Quasi-Poisson and not negative binomial: the variance of the counts compared here is taken as proportional to them, phi
is estimated from the same months for every count, and it needs no distribution; a negative binomial has a second
parameter that two counts and a handful of earlier years cannot settle (Ver Hoef and Boveng 2007, Ecology 88).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Method = Literal["exact Poisson", "quasi-Poisson"]
LEVEL = 0.95
_OVERDISPERSED = 1.0
"""Dispersion above which the Poisson interval would be too narrow."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """`value` with `low` and `high` at LEVEL; `low` may be 0 and `high` infinite. None when both counts are zero."""

    value: float | None
    low: float
    high: float
    method: Method
    dispersion: float

    @property
    def differs(self) -> bool:
        """Whether the interval leaves out 1."""
        return self.value is not None and not self.low <= 1 <= self.high


def rate_ratio(a: int, days_a: float, b: int, days_b: float, dispersion: float = 1.0) -> Ratio:
    """The rate of `a` events in `days_a` over the rate of `b` in `days_b` (exposures in any one unit, above 0)."""
    if a + b == 0:
        return Ratio(None, 0.0, math.inf, "exact Poisson", dispersion)
    value = (a / days_a) / (b / days_b) if b else math.inf
    if dispersion > _OVERDISPERSED and a and b:
        half = _z() * math.sqrt(dispersion * (1 / a + 1 / b))
        return Ratio(value, value * math.exp(-half), value * math.exp(half), "quasi-Poisson", dispersion)
    low, high = _share_of_sum(a, a + b)
    scale = days_b / days_a
    return Ratio(
        value,
        low / (1 - low) * scale,
        high / (1 - high) * scale if high < 1 else math.inf,
        "exact Poisson",
        dispersion,
    )


def ratio_of_ratios(inside: Ratio, outside: Ratio) -> Ratio | None:
    """Difference in differences on the log scale: what happened inside beyond what happened outside.

    The variance of each log ratio is taken from its interval; None when a count is zero.
    """
    if not (_is_open(inside) or _is_open(outside)):
        assert inside.value is not None
        assert outside.value is not None
        spread = math.hypot(_log_half(inside), _log_half(outside))
        value = inside.value / outside.value
        phi = max(inside.dispersion, outside.dispersion)
        method: Method = "quasi-Poisson" if phi > _OVERDISPERSED else "exact Poisson"
        return Ratio(value, value * math.exp(-spread), value * math.exp(spread), method, phi)
    return None


def dispersion(counts: Sequence[int]) -> float:
    """Pearson's chi square of counts around their mean, over its degrees of freedom; 1 for too few counts to tell."""
    if len(counts) < 2 or not sum(counts):
        return 1.0
    mean = sum(counts) / len(counts)
    return max(1.0, sum((count - mean) ** 2 for count in counts) / mean / (len(counts) - 1))


def _share_of_sum(part: int, whole: int) -> tuple[float, float]:
    """Clopper and Pearson's interval of a share."""
    from scipy.special import betaincinv

    tail = (1 - LEVEL) / 2
    low = float(betaincinv(part, whole - part + 1, tail)) if part else 0.0
    high = float(betaincinv(part + 1, whole - part, 1 - tail)) if part < whole else 1.0
    return low, high


def _z() -> float:
    from scipy.special import ndtri

    return float(ndtri(1 - (1 - LEVEL) / 2))


def _is_open(ratio: Ratio) -> bool:
    return ratio.value in (None, 0.0, math.inf) or ratio.low <= 0 or math.isinf(ratio.high)


def _log_half(ratio: Ratio) -> float:
    return (math.log(ratio.high) - math.log(ratio.low)) / 2
