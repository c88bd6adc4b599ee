"""The named steps of a framework's method: how a column is normalised, how scores become one aggregate.

A step is a function under a name; a framework names the one it uses. All of them are exact, save the geometric mean,
whose root is taken to `DIGITS` decimals.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from math import lcm, prod

from tieout.index.framework import Indicator
from tieout.index.scale import Scale

DIGITS = 30
"""Decimals of a root: far beyond what any score can tell apart, so that equal products stay equal."""

Column = Mapping[str, Fraction]
"""The scores of one indicator by country."""
Normalisation = Callable[[Column, Indicator, Scale], Column]
Aggregation = Callable[[Sequence[Fraction], Sequence[Fraction]], Fraction]
"""Values and their weights, at least one and all above 0, to one value."""


def as_scored(column: Column, indicator: Indicator, scale: Scale) -> Column:
    """Scores as they were given; those of a reversed indicator counted from the other end of the scale."""
    return {country: scale.mirrored(v) for country, v in column.items()} if indicator.reversed else column


def arithmetic_mean(values: Sequence[Fraction], weights: Sequence[Fraction]) -> Fraction:
    """The weighted sum over the sum of the weights."""
    return sum((v * w for v, w in zip(values, weights, strict=True)), Fraction(0)) / sum(weights)


def geometric_mean(values: Sequence[Fraction], weights: Sequence[Fraction]) -> Fraction:
    """The weighted root of the product; 0 where a value is 0."""
    common = lcm(*(w.denominator for w in weights))
    counts = [int(w * common) for w in weights]
    product = prod((v**n for v, n in zip(values, counts, strict=True)), start=Fraction(1))
    if product == 0:
        return Fraction(0)
    with localcontext() as context:
        context.prec = 2 * DIGITS + 10
        log = Decimal(product.numerator).ln() - Decimal(product.denominator).ln()
        return Fraction((log / sum(counts)).exp().quantize(Decimal(1).scaleb(-DIGITS)))


NORMALISATIONS: dict[str, Normalisation] = {"as_scored": as_scored}
AGGREGATIONS: dict[str, Aggregation] = {"arithmetic_mean": arithmetic_mean, "geometric_mean": geometric_mean}
