"""Kind: a relation between numbers that a report may state, how to draw one that is true, and how to get it wrong.

Nothing here knows words or the product: whether numbers can agree is worked out from the numbers alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from random import Random
from typing import Any, NamedTuple

Values = dict[str, Any]
"""Slot name to number, Day, list of them, or the name of an entry among the words."""


class Day(NamedTuple):
    """A day as written, which need not be one of the calendar."""

    year: int
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Kind:
    """`draw` gives values that are true; `slip` a copy with one thing wrong; `may_hold` whether values can be true.

    `may_hold` is generous: it allows every tolerance that a careful reader allows, so that what it refuses is wrong.
    """

    name: str
    family: str
    """A for arithmetic, D for dates; a second letter where a rule of that family may as well be the one to find it."""
    draw: Callable[[Random], Values]
    slip: Callable[[Random, Values], Values]
    may_hold: Callable[[Values], bool]

    def sound(self, rng: Random) -> Values:
        """Values that are true."""
        values = self.draw(rng)
        while not self.may_hold(values):
            values = self.draw(rng)
        return values

    def planted(self, rng: Random) -> Values:
        """Values with a slip that no tolerance excuses."""
        while True:
            values = self.sound(rng)
            for _ in range(40):
                wrong = self.slip(rng, dict(values))
                if not self.may_hold(wrong):
                    return wrong


def rounded(number: Fraction | float, decimals: int = 0) -> Decimal:
    """As an author rounds: half goes up."""
    exact = Fraction(number)
    value = Decimal(exact.numerator) / Decimal(exact.denominator)
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def tenths(number: int) -> Decimal:
    """So many tenths, with the decimal printed even when it is zero."""
    return Decimal(number).scaleb(-1)


def unit(number: Decimal) -> Fraction:
    """What one step of a worked-out number is: its last decimal, or of a longer whole number its second digit."""
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    if exponent < 0:
        return Fraction(1, 10**-exponent)
    digits = len(str(abs(int(number))))
    return Fraction(10 ** max(0, digits - 2))


def fits(stated: Decimal, true: Fraction, *, about: bool = False) -> bool:
    """True when a worked-out number can stand for the true one; the cell is taken wider than it is."""
    slack = Fraction(12, 10) * unit(stated)
    if about:
        slack = max(slack, abs(Fraction(stated)) * Fraction(22, 100))
    return abs(Fraction(stated) - true) <= slack


def uneven(rng: Random, low: int, high: int) -> int:
    """A whole number that nobody takes for a rounded one."""
    number = rng.randint(low, high)
    return number + rng.randint(1, 9) if number % 10 == 0 else number


def miswritten(rng: Random, number: int) -> int:
    """The number with two neighbouring digits exchanged, or one digit another."""
    digits = list(str(number))
    at = rng.randrange(len(digits))
    if len(digits) > 1 and rng.random() < 0.5:
        at = rng.randrange(len(digits) - 1)
        digits[at], digits[at + 1] = digits[at + 1], digits[at]
    else:
        digits[at] = rng.choice([d for d in "123456789" if d != digits[at]])
    return max(1, int("".join(digits).lstrip("0") or "1"))


def misprinted(rng: Random, number: Decimal) -> Decimal:
    """The same for a number with decimals."""
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    return Decimal(miswritten(rng, int(number.scaleb(-exponent)))).scaleb(exponent)
