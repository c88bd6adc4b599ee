"""How a figure becomes two intervals: the worked examples of docs/intervals.md."""

# ruff: noqa: E501 -- one case a line

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.ties.interval import Interval
from tieout.ties.stated import HARD, SOFT, computed, hard, soft, step_of
from ties.marked import figure


def between(low: str | None, high: str | None, ends: str = "[]") -> Interval:
    return Interval(
        None if low is None else Fraction(low), None if high is None else Fraction(high), ends[0] == "(", ends[1] == ")"
    )


CASES = [
    # A bare whole number is itself; a printed decimal was rounded.
    ("562", {}, between("562", "562"), between("562", "562")),
    ("27.5 percent", {}, between("27.45", "27.55", "[)"), between("27.45", "27.55", "[)")),
    # Bounds are open on one side; a reader expects the next step.
    ("over 8,000", {"bound": "more_than"}, between("8000", None, "(]"), between("8000", "9000", "()")),
    ("over 60", {"bound": "more_than"}, between("60", None, "(]"), between("60", "70", "()")),
    ("at least 60", {"bound": "at_least"}, between("60", None), between("60", "70", "[)")),
    ("under 40 percent", {"bound": "less_than"}, between(None, "40", "[)"), between("30", "40", "()")),
    ("up to 500", {"bound": "at_most"}, between(None, "500"), between("400", "500", "(]")),
    # Hedges are a fifth wide; a reader expects a tenth, or the last step for nearly.
    ("about 60", {"bound": "about"}, between("48", "72"), between("54", "66")),
    ("nearly 137", {"bound": "about", "side": "below"}, between("109.6", "164.4"), between("136", "137", "()")),
    ("roughly half", {"bound": "about", "unit": "share", "value": "1/2"}, between("0.4", "0.6"), between("0.45", "0.55")),
    ("around one third", {"bound": "about", "unit": "share", "value": "1/3"}, between("4/15", "2/5"), between("3/10", "11/30")),
    ("almost double", {"bound": "about", "side": "below", "unit": "fold", "value": "2"}, between("1.6", "2.4"), between("1.8", "2", "()")),
    # Words of multiples and fractions are rounded ones.
    ("doubled", {"unit": "fold", "value": "2"}, between("1.8", "2.5", "[)"), between("1.9", "2.1")),
    ("half", {"unit": "share", "value": "1/2"}, between("0.45", "0.55"), between("0.475", "0.525")),
    ("more than half", {"unit": "share", "value": "1/2", "bound": "more_than"}, between("1/2", None, "(]"), between("1/2", "2/3", "()")),
    ("12 to 17", {"value": "12", "high": "17"}, between("12", "17"), between("12", "17")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fields", "allowed", "expected"), CASES, ids=[c[0] for c in CASES])
def test_two_intervals(text: str, fields: dict[str, str], allowed: Interval, expected: Interval) -> None:
    made = figure(text, **fields)  # type: ignore[arg-type]
    assert hard(made) == allowed
    assert soft(made) == expected


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("50 EUR", between("49.5", "50.5", "[)")),
        ("12,334 EUR", between("12333.5", "12334.5", "[)")),
        ("3,700 EUR", between("3650", "3750", "[)")),
        ("1.24 EUR", between("1.235", "1.245", "[)")),
        ("20 percent", between("19.5", "20.5", "[)")),
        ("100 percent", between("95", "105", "[)")),
    ],
)
def test_what_an_author_worked_out_is_a_rounding_cell(text: str, cell: Interval) -> None:
    assert computed(figure(text)) == cell


def test_a_round_number_is_exact_in_sums_and_rounded_in_ratios() -> None:
    soldiers = figure("95,000")
    assert HARD.plain(soldiers) == between("95000", "95000")
    assert HARD.rounded(soldiers) == between("94500", "95500", "[)")
    assert HARD.rounded(figure("469")) == between("469", "469")


def test_decimals_of_a_scaled_number_are_of_its_own_scale() -> None:
    gold = figure("$7.5 billion", value="7500000000")
    assert hard(gold) == between("7450000000", "7550000000", "[)")
    assert step_of(Fraction(11_200_000), 1, "11.2 million") == 100_000


def test_a_vague_number_states_nothing() -> None:
    from dataclasses import replace

    assert hard(replace(figure("1"), value=None)) is None


@given(
    st.integers(min_value=1, max_value=10**7),
    st.sampled_from(["exact", "about", "at_least", "at_most", "more_than", "less_than"]),
    st.sampled_from([None, "below", "above"]),
)
def test_soft_lies_within_hard(value: int, bound: str, side: str | None) -> None:
    made = figure(str(value), bound=bound, side=side if bound == "about" else None)
    for look in ("plain", "rounded", "worked_out"):
        wide, narrow = getattr(HARD, look)(made), getattr(SOFT, look)(made)
        assert wide.overlap(narrow) == narrow
