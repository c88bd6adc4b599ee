"""Numbers and figures in plain words, for the one line of arithmetic that a tie shows."""

from __future__ import annotations

from fractions import Fraction

from tieout.evidence.figure import Figure
from tieout.ties.interval import Interval


def number(value: Fraction, digits: int = 1) -> str:
    """A number with thousands marks and at most `digits` decimals (half up); more for those below 1."""
    if value.denominator == 1:
        return f"{value.numerator:,}"
    if 0 < abs(value) < 1:
        digits = max(digits, 3)
    scale = 10**digits
    scaled = int(abs(value) * scale + Fraction(1, 2))
    whole, rest = divmod(scaled, scale)
    decimals = f"{rest:0{digits}d}".rstrip("0")
    sign = "−" if value < 0 and scaled else ""
    return f"{sign}{whole:,}.{decimals}" if decimals else f"{sign}{whole:,}"


def span(interval: Interval, digits: int = 1) -> str:
    """An interval in words: one number, `2 to 3`, `more than 2`, `at least 2`."""
    low, high = interval.low, interval.high
    if low is None and high is None:
        return "anything"
    if low is None:
        return f"{'less than' if interval.high_open else 'at most'} {number(high or Fraction(0), digits)}"
    if high is None:
        return f"{'more than' if interval.low_open else 'at least'} {number(low, digits)}"
    left, right = number(low, digits), number(high, digits)
    return left if left == right else f"{left} to {right}"


def words(figure: Figure) -> str:
    """A figure as printed, on one line."""
    return " ".join(figure.text.split())


def bare(figure: Figure) -> str:
    """The number of a figure for use in arithmetic: `562`, `1,125`, `5.5`, `thousands`."""
    if figure.value is None:
        return words(figure)
    if figure.decimals and figure.value.denominator != 1:
        return f"{float(figure.value):,.{figure.decimals}f}"
    return number(figure.value)
