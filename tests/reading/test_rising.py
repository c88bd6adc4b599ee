"""The best run of rising numbers among candidates."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.reading.rising import Candidate, rising_run


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([1, 2, 3], [1, 2, 3]),
        ([1, 40, 2, 3, 4], [1, 2, 3, 4]),  # one that does not fit
        ([1, 2, 5, 6, 7], [1, 2, 5, 6, 7]),  # a gap where text was lost
        ([1, 2, 3, 90, 91, 92, 93, 94, 95], [1, 2, 3, 90, 91, 92, 93, 94, 95]),  # a wide gap that pays
        ([1, 2, 3, 911], [1, 2, 3]),  # a wide gap that does not
        ([1, 2, 3, 1, 2, 3, 4], [1, 2, 3, 1, 2, 3, 4]),  # a new chapter counts from one
        ([], []),
    ],
)
def test_runs(numbers: list[int], expected: list[int]) -> None:
    candidates = [Candidate(place, number, 1.0) for place, number in enumerate(numbers)]
    assert [numbers[i] for i in rising_run(candidates)] == expected


def test_of_two_with_one_number_the_likelier_is_taken() -> None:
    candidates = [Candidate(0, 1, 1.0), Candidate(1, 2, 0.2), Candidate(2, 2, 1.0), Candidate(3, 3, 1.0)]
    assert rising_run(candidates) == [0, 2, 3]


@given(st.lists(st.tuples(st.integers(1, 60), st.sampled_from([0.2, 0.7, 1.0])), max_size=80))
def test_a_run_rises_but_for_new_starts(rows: list[tuple[int, float]]) -> None:
    run = rising_run([Candidate(i, number, weight) for i, (number, weight) in enumerate(rows)])
    assert run == sorted(set(run))
    taken = [rows[i][0] for i in run]
    assert all(b > a or b == 1 for a, b in pairwise(taken))
