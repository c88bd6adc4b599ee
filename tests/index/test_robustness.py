"""Intervals of ranks: seeded, exact without doubts, wider with more; the exact ranks reached."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.made import SCORES, counted
from tieout.errors import UsageError
from tieout.index.frameworks import framework
from tieout.index.results import Results
from tieout.index.robustness import DOUBTS, rank_intervals
from tieout.index.sheet import read_scores


def test_without_doubt_a_rank_is_sure(tmp_path: Path) -> None:
    results = counted(tmp_path)
    found = rank_intervals(results, "top", (), replicates=50)
    for iso3, rank in results.ranks("top").items():
        one = found[iso3]
        assert {one.low, one.high, one.median, one.best, one.worst} == {rank.rank} == {one.rank}


def test_the_same_seed_gives_the_same_intervals(tmp_path: Path) -> None:
    results = counted(tmp_path)
    first, second = (rank_intervals(results, "top", replicates=700, seed=s) for s in (4, 4))
    assert first == second
    assert all(i.best <= i.low <= i.median <= i.high <= i.worst for i in first.values())


def test_leaving_one_out_reaches_the_exact_ranks(tmp_path: Path) -> None:
    results = counted(tmp_path)
    found = rank_intervals(results, "left", ("leave_out",), replicates=400)
    ways = [results, *(Results(results.book, results.framework.only({"a", "b", "c", "d"} - {gone})) for gone in "ab")]
    for iso3, interval in found.items():
        places = [way.ranks("left")[iso3].rank for way in ways]
        assert (interval.best, interval.worst) == (min(places), max(places))


def test_the_other_mean_reaches_its_exact_ranks(tmp_path: Path) -> None:
    from index.made import SMALL

    results = counted(tmp_path)
    text = SMALL.replace('higher_is = "worse"', 'higher_is = "worse"\naggregation = "geometric_mean"')
    other = counted(tmp_path, text=text)
    found = rank_intervals(results, "top", ("mean",), replicates=200)
    for iso3, interval in found.items():
        places = {way.ranks("top")[iso3].rank for way in (results, other)}
        assert (interval.best, interval.worst) == (min(places), max(places))


def test_a_country_with_a_missing_score_is_left_out(tmp_path: Path) -> None:
    results = counted(tmp_path, SCORES.replace("PER,Peru,South America,7,", "PER,Peru,South America,,"))
    assert set(rank_intervals(results, "top", replicates=20)) == {"ECU", "CHL", "MEX"}


def test_an_unknown_doubt(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="known are noise, weights, mean, leave_out"):
        rank_intervals(counted(tmp_path), "top", ("chance",))


@pytest.mark.shared
def test_more_doubt_never_narrows_the_range(shared: Path) -> None:
    scores = read_scores(shared / "data" / "ocindex" / "ocindex_2023.csv", framework("oc-index-2023"))
    results = Results(scores)
    alone = [rank_intervals(results, "criminality", (doubt,), replicates=500) for doubt in DOUBTS]
    together = rank_intervals(results, "criminality", replicates=500)
    width = [sum(i.high - i.low for i in found.values()) for found in (together, *alone)]
    assert all(width[0] > one for one in width[1:])
    assert all(one > 0 for one in width[1:])
    assert together["MMR"].high <= 2
