"""Interval arithmetic encloses: whatever is taken from the operands, the result lies in the result."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tieout.ties.interval import EVERYTHING, Interval, percent_change, point, share, total

numbers = st.fractions(min_value=-50, max_value=50, max_denominator=20)


@st.composite
def inside(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    """An interval with one of its numbers."""
    a, b, c = sorted(draw(st.tuples(numbers, numbers, numbers)))
    low = None if draw(st.booleans()) and draw(st.booleans()) else a
    high = None if draw(st.booleans()) and draw(st.booleans()) else c
    low_open = low is not None and a < b and draw(st.booleans())
    high_open = high is not None and b < c and draw(st.booleans())
    return Interval(low, high, low_open, high_open), b


@given(inside(), inside())
def test_sums_differences_and_products_enclose(
    one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]
) -> None:
    (a, x), (b, y) = one, other
    assert x + y in a + b
    assert x - y in a - b
    assert x * y in a * b
    assert -x in -a


@given(inside(), inside())
def test_quotients_and_changes_enclose(one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]) -> None:
    (a, x), (b, y) = one, other
    assume(y != 0 and b != point(0))
    assert x / y in a / b
    assert x / y * 100 in share(a, b)
    assert (x - y) / y * 100 in percent_change(b, a)


@given(inside(), inside())
def test_hull_and_overlap(one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]) -> None:
    (a, x), (b, y) = one, other
    assert x in a.hull(b)
    assert y in a.hull(b)
    common = a.overlap(b)
    assert (common is not None) == a.meets(b) == b.meets(a)
    if x in b:
        assert common is not None
        assert x in common
    assert x in a.at_most()
    assert x in a.at_least()


@pytest.mark.parametrize(
    ("one", "other", "meets"),
    [
        (Interval(Fraction(1), Fraction(2), high_open=True), point(2), False),
        (Interval(Fraction(1), Fraction(2)), point(2), True),
        (Interval(None, Fraction(3), high_open=True), Interval(Fraction(3), None), False),
        (Interval(Fraction(3), None, low_open=True), Interval(Fraction(3), None), True),
        (EVERYTHING, point(7), True),
    ],
)
def test_ends_that_touch(one: Interval, other: Interval, meets: bool) -> None:
    assert one.meets(other) is meets
    assert other.meets(one) is meets


def test_an_empty_interval_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="empty"):
        Interval(Fraction(2), Fraction(1))
    with pytest.raises(ValueError, match="empty"):
        Interval(Fraction(2), Fraction(2), low_open=True)


def test_nothing_is_divided_by_zero() -> None:
    with pytest.raises(ValueError, match="zero"):
        point(1) / point(0)
    assert point(1) / Interval(Fraction(-1), Fraction(1)) == EVERYTHING


def test_a_total_of_nothing_is_zero() -> None:
    assert total([]) == point(0)
