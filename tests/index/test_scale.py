"""Steps, rounding half up, numbers as people write them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.index.scale import Scale, number, plain, shown

HALVES = Scale(Fraction(1), Fraction(10), Fraction(1, 2))


@pytest.mark.parametrize(
    ("value", "decimals", "said"),
    [
        ("35/8", 2, "4.38"),  # 4.375: half up, where binary rounding gives 4.38 or 4.37 by chance
        ("-1/8", 2, "-0.13"),
        ("-1/1000", 2, "0.00"),
        ("1/3", 2, "0.33"),
        ("32/5", 2, "6.40"),
        ("7", 0, "7"),
        ("19/2", 0, "10"),
    ],
)
def test_rounding_is_half_up_and_once(value: str, decimals: int, said: str) -> None:
    assert shown(Fraction(value), decimals) == said


@given(st.fractions(min_value=-100, max_value=100), st.integers(0, 4))
def test_rounding_is_never_further_than_half_a_unit(value: Fraction, decimals: int) -> None:
    assert abs(Fraction(shown(value, decimals)) - value) <= Fraction(1, 2 * 10**decimals)
    assert shown(-value, decimals).lstrip("-") == shown(value, decimals).lstrip("-")


@given(st.integers(2, 20))
def test_a_score_is_its_steps(steps: int) -> None:
    assert HALVES.steps(HALVES.value(steps)) == steps


@pytest.mark.parametrize("value", ["0.5", "10.5", "6.75", "-3"])
def test_what_is_no_score(value: str) -> None:
    assert HALVES.steps(Fraction(value)) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("6.5", "13/2"),
        (" 6,5 ", "13/2"),
        ("−2", "-2"),
        ("7.0", "7"),
        ("six", None),
        ("1e3", None),
        ("", None),
        ("6.5.1", None),
    ],
)
def test_numbers_of_tables(text: str, value: str | None) -> None:
    assert number(text) == (None if value is None else Fraction(value))


@pytest.mark.parametrize(
    ("value", "said"), [("5", "5"), ("11/2", "5.5"), ("1/4", "0.25"), ("1/3", "1/3"), ("-1/2", "-0.5")]
)
def test_plain(value: str, said: str) -> None:
    assert plain(Fraction(value)) == said
