"""What a figure states, as an interval: hard (what the words allow), soft (what a reader expects).

The widths stand in data/widths.toml, with their reasons. A figure without a value (`thousands`) states nothing: None.
A fraction of a whole stays a fraction here (half is 0.5); kinds of ties turn it into percent.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from tieout.evidence.figure import Figure
from tieout.ties.interval import Interval, point

_EXACT_BELOW = 1000
"""A bare count below this is printed in full more often than not."""
_NUMERAL = re.compile(r"\d(?:[\d.,'\s]*\d)?")
_FRACTIONS = tuple(
    Fraction(n, d) for n, d in ((0, 1), (1, 10), (1, 5), (1, 4), (1, 3), (1, 2), (2, 3), (3, 4), (9, 10), (1, 1))
)


def hard(figure: Figure) -> Interval | None:
    """The numbers that the figure's own words allow."""
    return HARD.plain(figure)


def soft(figure: Figure) -> Interval | None:
    """The numbers that a reader of the figure expects."""
    return SOFT.plain(figure)


def computed(figure: Figure) -> Interval | None:
    """The numbers that a figure stands for when its author worked it out: 50 EUR is [49.5, 50.5)."""
    return HARD.worked_out(figure)


def step_of(value: Fraction, decimals: int = 0, value_text: str = "") -> Fraction:
    """One unit of the last printed decimal, or of the last digit that is not zero of a whole number."""
    if decimals:
        digits = _digits(value_text)
        return abs(value) / digits if digits and value else Fraction(1, 10**decimals)
    return Fraction(10 ** _zeros(value))


def cell(value: Fraction, step: Fraction) -> Interval:
    """What rounds to `value` when rounded to multiples of `step`."""
    return Interval(value - step / 2, value + step / 2, False, True)


def in_full(*figures: Figure) -> bool:
    """True for bare counts that are small enough to have been printed in full, though one of them is round (300)."""
    return all(f.bound == "exact" and abs(f.value or Fraction(0)) < _EXACT_BELOW and not f.decimals for f in figures)


@dataclass(frozen=True, slots=True)
class Look:
    """One of the two ways to look at figures. A tie is worked out once with each."""

    side: Literal["hard", "soft"]

    def plain(self, figure: Figure) -> Interval | None:
        """As printed: a bare whole number is itself. For sums, parts and given amounts."""
        return _stated(figure, self.side, _printed_cell)

    def rounded(self, figure: Figure) -> Interval | None:
        """For ratios, rates and changes: a bare round number (95 000) stands for what rounds to it."""
        return _stated(figure, self.side, _rounded_cell)

    def worked_out(self, figure: Figure) -> Interval | None:
        """For a number that the author worked out: even a bare whole number stands for its rounding cell."""
        return _stated(figure, self.side, _computed_cell)

    def percent(self, figure: Figure) -> Interval | None:
        """A worked-out share in percent, whether printed as a percentage or as a fraction."""
        stated = self.worked_out(figure)
        return stated.scaled(100) if stated is not None and figure.unit == "share" else stated


HARD, SOFT = Look("hard"), Look("soft")


def _stated(figure: Figure, side: str, cell_of: Callable[[Figure], Interval]) -> Interval | None:
    if figure.value is None:
        return None
    if figure.high is not None:
        return _range(figure, figure.value, figure.high)
    low_rule, high_rule = _width(figure)[side]
    bare = cell_of(figure)
    low, low_open = _end(figure, figure.value, low_rule, -1, bare)
    high, high_open = _end(figure, figure.value, high_rule, 1, bare)
    return Interval(low, high, low_open, high_open)


def _range(figure: Figure, low: Fraction, high: Fraction) -> Interval:
    """A range spans both its ends, printed decimals with their cells; one printed the wrong way round is turned."""
    if low > high:
        low, high = high, low
    half = Fraction(1, 2 * 10**figure.decimals) if figure.decimals else Fraction(0)
    return Interval(low - half, high + half)


def _end(figure: Figure, value: Fraction, rule: str, sign: int, bare: Interval) -> tuple[Fraction | None, bool]:
    """One end of the interval by its rule: (number or None, open)."""
    if rule == "none":
        return None, False
    if rule == "value":
        return value, False
    if rule == "past":
        return value, True
    if rule == "cell":
        return (bare.low, bare.low_open) if sign < 0 else (bare.high, bare.high_open)
    if rule == "half":
        return value + Fraction(sign, 2), sign > 0
    away = _step(figure, value, sign)
    if rule == "step":
        return value + sign * away, True
    if rule == "step/10%":
        return value + sign * min(away, abs(value) / 10), True
    return value + sign * abs(value) * Fraction(rule.removesuffix("%")) / 100, False


def _step(figure: Figure, value: Fraction, sign: int) -> Fraction:
    if figure.unit == "share":
        others = [f for f in _FRACTIONS if (f - value) * sign > 0]
        return abs(min(others, key=lambda f: abs(f - value)) - value) if others else Fraction(1, 10)
    return step_of(value, figure.decimals, figure.value_text)


def _printed_cell(figure: Figure) -> Interval:
    value = figure.value or Fraction(0)
    if not figure.decimals:
        return point(value)
    return cell(value, step_of(value, figure.decimals, figure.value_text))


def _rounded_cell(figure: Figure) -> Interval:
    value = figure.value or Fraction(0)
    if not figure.decimals and _zeros(value) >= _table()["round"]["zeros"]:
        return cell(value, step_of(value))
    return _printed_cell(figure)


def _computed_cell(figure: Figure) -> Interval:
    value = figure.value or Fraction(0)
    if figure.decimals:
        return _printed_cell(figure)
    length = len(str(abs(int(value))))
    coarsest = Fraction(10 ** max(0, length - int(_table()["computed"]["digits"])))
    return cell(value, min(step_of(value), coarsest))


def _zeros(value: Fraction) -> int:
    """Trailing zeros of a whole number (0 for zero and for what is not whole)."""
    if value.denominator != 1 or value == 0:
        return 0
    digits = str(abs(value.numerator))
    return len(digits) - len(digits.rstrip("0"))


def _digits(value_text: str) -> int:
    numeral = _NUMERAL.search(value_text)
    return int("".join(c for c in numeral[0] if c.isdigit())) if numeral else 0


def _width(figure: Figure) -> dict[str, Any]:
    """The most special row of the table that fits."""
    form = {"fold": "fold", "times": "fold", "share": "fraction"}.get(figure.unit) if not figure.decimals else None
    rows = _table()["width"]
    fitting = [
        row
        for row in rows
        if row["bound"] == figure.bound and row.get("side") in (None, figure.side) and row.get("form") in (None, form)
    ]
    best: dict[str, Any] = max(fitting, key=lambda row: ("side" in row) + ("form" in row))
    return best


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("tieout.ties") / "data" / "widths.toml").read_text(encoding="utf-8"))
