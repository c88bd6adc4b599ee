"""Floors under the index: everything published is reproduced, and the intervals are quick enough."""

from __future__ import annotations

from pathlib import Path

import pytest

from tieout.bench.index import Measured, index, measure
from tieout.errors import UsageError

pytestmark = pytest.mark.shared
SLOW = 4.0
"""Seconds: 2 on two free cores, twice that where other work shares them."""


@pytest.fixture(scope="module")
def measured(shared: Path) -> Measured:
    return measure(shared)


def test_all_published_aggregates(measured: Measured) -> None:
    assert measured.aggregates == (2316, 2316)


def test_the_profile_of_peru(measured: Measured) -> None:
    assert measured.profile_values == (36, 36)
    assert measured.profile_ranks == (6, 6)


def test_ranks_published_elsewhere(measured: Measured) -> None:
    assert measured.ranks == (34, 35)
    assert measured.differing == ("USA 2021 criminality, world: published 64, ours 66 of 193",)


def test_quadrants(measured: Measured) -> None:
    assert measured.quadrants == {"2021": (50, 77, 9, 57), "2023": (47, 71, 12, 63), "2025": (46, 72, 9, 66)}


def test_ten_thousand_replicates_are_quick(measured: Measured) -> None:
    assert measured.replicates < SLOW


def test_the_report_has_every_number(shared: Path) -> None:
    said = "\n".join(index(shared))
    for number in ("2,316 of 2,316", "36 of 36", "6 of 6", "34 of 35", "50/77/9/57", "47/71/12/63", "46/72/9/66"):
        assert number in said


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such folder"):
        measure(tmp_path)
