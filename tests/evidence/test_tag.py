"""The mark of a number: what goes in comes out, and it fits into the name of a bookmark."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.evidence.figure import Figure
from tieout.evidence.tag import Tag, read_tag, tag

RECORD = "3fa1c09b2e"


def figure(value: Fraction | None, high: Fraction | None = None) -> Figure:
    return Figure("x", "doc", 0, 1, "1", value, "1", "exact", "count", "level", high=high)


@given(st.fractions(), st.integers(min_value=1, max_value=99_999))
def test_a_mark_says_its_record_and_value(value: Fraction, count: int) -> None:
    name = tag(RECORD, count, figure(value))
    assert len(name) <= 40
    assert name.replace("_", "").isalnum()
    read = read_tag(name)
    assert read is not None
    assert read.record == RECORD
    assert read.value in (value, None)


def test_values_of_reports_fit() -> None:
    for value in (Fraction(2568), Fraction(25, 2), Fraction(-34, 10), Fraction(32_440_172)):
        assert read_tag(tag(RECORD, 400, figure(value))) == Tag(RECORD, value)


def test_ranges_and_vague_numbers_have_no_value() -> None:
    assert read_tag(tag(RECORD, 1, figure(Fraction(1), Fraction(2)))) == Tag(RECORD, None)
    assert read_tag(tag(RECORD, 1, figure(None))) == Tag(RECORD, None)


@pytest.mark.parametrize("name", ["", "_Toc123", "tieout_f_xyz_1_2", "tieout_f_3fa1c09b2e", "a tieout_f_3fa1c09b2e_1"])
def test_other_names_are_none_of_ours(name: str) -> None:
    assert read_tag(name) is None
