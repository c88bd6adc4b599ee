"""Rates and ratios: published values, and that intervals hold what they must."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.series.ratio import dispersion, rate_ratio, ratio_of_ratios


def test_the_exact_ratio_is_that_of_other_programs() -> None:
    ratio = rate_ratio(11, 800, 21, 3011)  # the example on the page of R's poisson.test
    assert ratio.value == pytest.approx(1.971488, abs=1e-6)
    assert (ratio.low, ratio.high) == pytest.approx((0.8584264, 4.2772659), abs=1e-6)


def test_overdispersion_widens_the_interval() -> None:
    narrow, wide = rate_ratio(200, 60, 100, 60), rate_ratio(200, 60, 100, 60, 4.0)
    assert wide.method == "quasi-Poisson"
    assert (wide.low < narrow.low, wide.high > narrow.high) == (True, True)


@pytest.mark.parametrize(("a", "b"), [(0, 5), (5, 0), (0, 0)])
def test_zeros_have_open_ends(a: int, b: int) -> None:
    ratio = rate_ratio(a, 30, b, 30)
    assert ratio.value in (0, math.inf, None)
    assert ratio.low == 0 or math.isinf(ratio.high)
    assert ratio_of_ratios(ratio, rate_ratio(3, 30, 4, 30)) is None


@given(st.integers(1, 500), st.integers(1, 500), st.integers(1, 400), st.integers(1, 400), st.floats(1, 20))
def test_the_interval_holds_its_value_and_turns_with_it(a: int, b: int, s: int, t: int, phi: float) -> None:
    ratio, turned = rate_ratio(a, s, b, t, phi), rate_ratio(b, t, a, s, phi)
    assert ratio.value is not None
    assert ratio.low <= ratio.value <= ratio.high
    assert turned.low == pytest.approx(1 / ratio.high, rel=1e-6)


def test_dispersion_is_one_for_even_counts_and_grows_with_spread() -> None:
    assert dispersion([5, 5, 5]) == 1.0
    assert dispersion([3]) == 1.0
    assert dispersion([0, 10]) == 10.0


def test_nothing_beyond_the_others_is_a_ratio_of_one() -> None:
    same = rate_ratio(20, 30, 10, 30)
    beyond = ratio_of_ratios(same, same)
    assert beyond is not None
    assert beyond.value == pytest.approx(1)
    assert not beyond.differs
