"""Exact aggregates, competition ranks, quadrants, changes; the named steps of the method."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.made import SCORES, SMALL, counted
from tieout.index.change import compare
from tieout.index.results import Rank, competition_ranks
from tieout.index.steps import arithmetic_mean, geometric_mean

ONE = Fraction(1)


def test_an_aggregate_is_the_mean_of_unrounded_means(tmp_path: Path) -> None:
    results = counted(tmp_path)
    assert results.values["left"]["PER"] == Fraction(13, 2)
    assert results.values["top"]["PER"] == Fraction(23, 4)
    assert results.shown("PER", "top") == "5.75"


def test_equal_scores_share_the_best_rank() -> None:
    values = {name: Fraction(value) for name, value in zip("abcd", (5, 7, 7, 3), strict=True)}
    assert competition_ranks(values) == {"b": (1, 1), "c": (1, 1), "a": (3, 0), "d": (4, 0)}
    assert competition_ranks(values, highest_first=False)["d"] == (1, 0)


@given(st.dictionaries(st.text(min_size=1), st.fractions(), min_size=1))
def test_a_rank_is_one_more_than_those_above(values: dict[str, Fraction]) -> None:
    for name, (rank, equal) in competition_ranks(values).items():
        assert rank == 1 + sum(other > values[name] for other in values.values())
        assert equal == sum(other == values[name] for other in values.values()) - 1


def test_ranks_compare_exact_values_not_printed_ones(tmp_path: Path) -> None:
    text = SMALL.replace("[method]", "[method]\ndecimals = 0")
    results = counted(tmp_path, text=text)
    assert results.shown("PER", "top") == results.shown("ECU", "top") == "6"
    assert (results.ranks("top")["PER"].rank, results.ranks("top")["ECU"].rank) == (2, 2)
    assert results.ranks("top")["PER"] == Rank(2, 4, "", 1)
    results = counted(tmp_path, SCORES.replace("5,8,5,6", "5,7.5,5,6"), text)
    assert results.shown("ECU", "top") == "6"
    assert results.ranks("top")["ECU"] == Rank(3, 4, "", 0)


def test_ranks_within_a_region_and_quadrants(tmp_path: Path) -> None:
    results = counted(tmp_path)
    assert results.ranks("top", "region")["PER"] == Rank(1, 3, "South America", 1)
    assert results.ranks("top", "region")["MEX"] == Rank(1, 1, "North America", 0)
    assert [results.quadrant(c) for c in ("PER", "ECU", "CHL", "MEX")] == [
        "high-low",
        "high-high",
        "low-high",
        "high-low",
    ]
    assert results.quadrants() == {"low-high": 1, "low-low": 0, "high-high": 1, "high-low": 2}


def test_a_threshold_is_high(tmp_path: Path) -> None:
    results = counted(tmp_path, "iso3,a,b,c,d\nPER,5.5,5.5,5.5,5.5\n")
    assert results.quadrant("PER") == "high-high"


def test_first_may_be_the_lowest(tmp_path: Path) -> None:
    results = counted(tmp_path, text=SMALL.replace("[method]", '[method]\nfirst = "lowest"'))
    assert results.ranks("top")["CHL"].rank == 1


def test_weights_and_reversed_indicators(tmp_path: Path) -> None:
    text = SMALL.replace('id = "a"\n', 'id = "a"\nweight = "1/3"\n').replace(
        'id = "c"\n', 'id = "c"\nreversed = true\n'
    )
    results = counted(tmp_path, text=text)
    assert results.values["left"]["PER"] == (Fraction(7, 3) + 6) / Fraction(4, 3)
    assert results.values["right"]["PER"] == 6


@pytest.mark.parametrize(
    ("values", "weights", "mean"),
    [((4, 9), (1, 1), "6"), ((2, 4, 8), (1, 1, 1), "4"), ((0, 5), (1, 1), "0"), ((3, 3), (1, 2), "3")],
)
def test_the_geometric_mean(values: tuple[int, ...], weights: tuple[int, ...], mean: str) -> None:
    assert geometric_mean([Fraction(v) for v in values], [Fraction(w) for w in weights]) == Fraction(mean)


@given(st.lists(st.integers(2, 20), min_size=1, max_size=20))
def test_means_lie_between_the_ends_and_geometric_is_no_greater(steps: list[int]) -> None:
    values = [Fraction(s, 2) for s in steps]
    weights = [ONE] * len(values)
    low, high = geometric_mean(values, weights), arithmetic_mean(values, weights)
    assert min(values) - Fraction(1, 10**20) <= low <= high + Fraction(1, 10**20)
    assert high <= max(values)
    assert geometric_mean(values[::-1], weights) == low


def test_a_change_is_the_exact_difference(tmp_path: Path) -> None:
    old = counted(tmp_path, SCORES.replace("PER,Peru,South America,7,6,5,4", "PER,Peru,South America,6.5,6,5,4"))
    new = counted(tmp_path)
    change = compare(old, new).change("PER", "top")
    assert change is not None
    assert change.change == Fraction(1, 8)
    assert change.old_rank is not None
    assert change.new_rank is not None
    assert (change.old_rank.rank, change.new_rank.rank) == (3, 2)


def test_like_for_like_keeps_the_older_composition(tmp_path: Path) -> None:
    first, second = SMALL.index('[[indicator]]\nid = "b"'), SMALL.index('[[indicator]]\nid = "c"')
    rows = [line.split(",") for line in SCORES.splitlines()]
    without_b = "\n".join(",".join(row[:4] + row[5:]) for row in rows)
    old = counted(tmp_path, without_b, SMALL[:first] + SMALL[second:])
    new = counted(tmp_path)
    plain, alike = compare(old, new), compare(old, new, like_for_like=True)
    assert not plain.alike
    assert "only in 2024: b" in plain.notes
    assert plain.change("ECU", "left") != alike.change("ECU", "left")
    changed = alike.change("ECU", "left")
    assert changed is not None
    assert changed.change == 0
    assert alike.like_for_like


def test_regions_that_change_are_named(tmp_path: Path) -> None:
    old = counted(tmp_path, SCORES.replace("North America", "Central America"))
    assert (
        "region 'Central America' of 2024: some of it is 'North America' in 2024"
        in compare(old, counted(tmp_path)).notes
    )
