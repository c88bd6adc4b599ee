"""Interval: a stretch of exact numbers with open, closed or unbounded ends, and its arithmetic.

Every operation encloses: whatever two numbers are taken from the operands, their result lies in the result. Nothing
here knows where an interval comes from (see stated.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

Number = Fraction | int


class _End(NamedTuple):
    """One end: the value (with `side` -1 or 1 for minus and plus infinity, 0 for a number) and whether it is left
    out."""

    side: int
    value: Fraction
    open: bool


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from `low` to `high`. None is no bound. Never empty: `low` is not above `high`."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if self.low is None or self.high is None:
            return
        if self.low > self.high or (self.low == self.high and (self.low_open or self.high_open)):
            raise ValueError(f"an empty interval: {self}")

    def __contains__(self, number: Number) -> bool:
        above = self.low is None or number > self.low or (number == self.low and not self.low_open)
        below = self.high is None or number < self.high or (number == self.high and not self.high_open)
        return above and below

    def __add__(self, other: Interval) -> Interval:
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high, self.low_open or other.low_open, self.high_open or other.high_open)

    def __neg__(self) -> Interval:
        low = None if self.high is None else -self.high
        high = None if self.low is None else -self.low
        return Interval(low, high, self.high_open, self.low_open)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        corners = [_product(a, b) for a in _ends(self) for b in _ends(other)]
        return _between(corners)

    def __truediv__(self, other: Interval) -> Interval:
        return self * other.reciprocal()

    def reciprocal(self) -> Interval:
        """The interval of 1/x. Without bound where zero lies inside; ValueError when there is nothing but zero."""
        if self == point(0):
            raise ValueError("division by zero")
        if self.low is not None and self.low >= 0:
            low = Fraction(0) if self.high is None else 1 / self.high
            high = 1 / self.low if self.low else None
            return Interval(low, high, self.high is None or self.high_open, self.low_open and high is not None)
        if self.high is not None and self.high <= 0:
            return -((-self).reciprocal())
        return EVERYTHING

    def scaled(self, factor: Number) -> Interval:
        """Every number times an exact factor."""
        return self * point(factor)

    def meets(self, other: Interval) -> bool:
        """True when some number lies in both."""
        return _not_above(self, other) and _not_above(other, self)

    def at_most(self) -> Interval:
        """Everything that is not above every number of this interval: what a part of it may be."""
        return Interval(None, self.high, False, self.high_open)

    def at_least(self) -> Interval:
        """Everything that is not below every number of this interval: what a whole around it may be."""
        return Interval(self.low, None, self.low_open, False)

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        return _between([*_ends(self), *_ends(other)])

    def overlap(self, other: Interval) -> Interval | None:
        """The numbers that lie in both, None when there are none."""
        if not self.meets(other):
            return None
        mine, theirs = _ends(self), _ends(other)
        low = max(mine[0], theirs[0], key=lambda e: (e.side, e.value, e.open))
        high = min(mine[1], theirs[1], key=lambda e: (e.side, e.value, not e.open))
        return _of(low, high)

    def __str__(self) -> str:
        left = "(" if self.low_open or self.low is None else "["
        right = ")" if self.high_open or self.high is None else "]"
        low = "-inf" if self.low is None else str(self.low)
        high = "inf" if self.high is None else str(self.high)
        return f"{left}{low}, {high}{right}"


EVERYTHING = Interval(None, None)


def point(number: Number) -> Interval:
    """The interval of one number."""
    return Interval(Fraction(number), Fraction(number))


def share(part: Interval, whole: Interval) -> Interval:
    """Part of whole in percent."""
    return (part / whole).scaled(100)


def percent_change(base: Interval, end: Interval) -> Interval:
    """The change from base to end in percent of the base (each is used once, so the result is as narrow as it can
    be)."""
    return (end / base - point(1)).scaled(100)


def total(parts: list[Interval]) -> Interval:
    """The sum of all parts (zero for none)."""
    result = point(0)
    for part in parts:
        result = result + part
    return result


def _ends(interval: Interval) -> tuple[_End, _End]:
    zero = Fraction(0)
    low = _End(-1, zero, True) if interval.low is None else _End(0, interval.low, interval.low_open)
    high = _End(1, zero, True) if interval.high is None else _End(0, interval.high, interval.high_open)
    return low, high


def _sign(end: _End) -> int:
    return end.side or (end.value > 0) - (end.value < 0)


def _product(a: _End, b: _End) -> _End:
    """The corner a times b. A zero that is reached makes the product zero reached, whatever the other end."""
    if _sign(a) == 0 or _sign(b) == 0:
        reached = (_sign(a) == 0 and not a.open) or (_sign(b) == 0 and not b.open)
        return _End(0, Fraction(0), not reached)
    if a.side or b.side:
        return _End(_sign(a) * _sign(b), Fraction(0), True)
    return _End(0, a.value * b.value, a.open or b.open)


def _between(ends: list[_End]) -> Interval:
    low = min(ends, key=lambda e: (e.side, e.value, e.open))
    high = max(ends, key=lambda e: (e.side, e.value, not e.open))
    return _of(low, high)


def _of(low: _End, high: _End) -> Interval:
    return Interval(
        None if low.side else low.value,
        None if high.side else high.value,
        low.open and not low.side,
        high.open and not high.side,
    )


def _not_above(a: Interval, b: Interval) -> bool:
    """True when the low end of a does not lie above the high end of b."""
    if a.low is None or b.high is None or a.low < b.high:
        return True
    return a.low == b.high and not a.low_open and not b.high_open
