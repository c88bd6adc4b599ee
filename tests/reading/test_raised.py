"""Raised digits: note marks or powers."""

from __future__ import annotations

import pytest

from tieout.reading.raised import note_numbers

CASES = [
    ("services", "4", ["4"]),
    ("2,184", "12", ["12"]),
    ("services.", "4,5", ["4", "5"]),
    ("services.", "[4]", ["4"]),
    ("services.", " 12 13 ", ["12", "13"]),
    ("of 40 km", "2", []),
    ("of 40 m", "3", []),
    ("of CO", "2", []),
    ("about 10", "6", []),
    ("the team", "2", ["2"]),
    ("the 2", "nd", []),
    ("x", "2a", []),
    ("x", "", []),
]


@pytest.mark.parametrize(("before", "raised", "expected"), CASES)
def test_note_numbers(before: str, raised: str, expected: list[str]) -> None:
    assert [raised[start:end] for start, end in note_numbers(before, raised)] == expected
