"""Stretches of a line that are spoken for: the mask says the same as comparing stretches one by one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tieout.evidence.taken import Taken

STRETCHES = st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(STRETCHES, max_size=6), STRETCHES)
def test_meets_is_overlap(spans: list[tuple[int, int]], asked: tuple[int, int]) -> None:
    taken = Taken(50)
    taken.add(spans)
    overlap = any(start < asked[1] and asked[0] < end for start, end in spans)
    assert taken.meets(*asked) is overlap
    assert taken.claims(*asked) is not overlap
    assert taken.meets(*asked)
