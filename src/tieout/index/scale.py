"""The scale of a framework: scores are whole numbers of steps, so that no score is ever a rounded number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

_NUMBER = re.compile(r"[+-]?\d{1,6}(?:[.,]\d{1,30})?")


@dataclass(frozen=True, slots=True)
class Scale:
    """From `low` to `high` in steps of `step`."""

    low: Fraction
    high: Fraction
    step: Fraction

    def steps(self, value: Fraction) -> int | None:
        """How many steps a score is; None when it lies off the scale or between two steps."""
        count = value / self.step
        return int(count) if self.holds(value) and count.denominator == 1 else None

    def holds(self, value: Fraction) -> bool:
        """True between the ends of the scale."""
        return self.low <= value <= self.high

    def value(self, steps: int) -> Fraction:
        """The score of so many steps."""
        return steps * self.step

    def mirrored(self, value: Fraction) -> Fraction:
        """The score counted from the other end."""
        return self.low + self.high - value

    def __str__(self) -> str:
        return f"{plain(self.low)} to {plain(self.high)} in steps of {plain(self.step)}"


def plain(value: Fraction) -> str:
    """A number as people write it: 5, 5.5, 0.25; a fraction that does not end stays one (1/3)."""
    if value.denominator == 1:
        return str(value.numerator)
    places = next((n for n in range(1, 13) if (value * 10**n).denominator == 1), None)
    return str(value) if places is None else f"{'-' if value < 0 else ''}{_digits(abs(value), places)}"


def shown(value: Fraction, decimals: int) -> str:
    """Rounded half up, away from zero at the half, once: 4.375 is 4.38, -0.125 is -0.13."""
    unit = 10**decimals
    whole = int(abs(value) * unit + Fraction(1, 2))
    sign = "-" if value < 0 and whole else ""
    return sign + _digits(Fraction(whole, unit), decimals)


def number(text: str) -> Fraction | None:
    """A number as a table prints it, with a point or a comma before its decimals; None when it is none."""
    text = text.strip().replace("−", "-")
    return Fraction(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None


def _digits(value: Fraction, places: int) -> str:
    """A number that is whole at so many places, written out."""
    whole = str(int(value * 10**places)).rjust(places + 1, "0")
    return f"{whole[:-places]}.{whole[-places:]}" if places else whole
