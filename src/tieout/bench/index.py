"""`tieout bench index`: our aggregates, ranks, quadrants and intervals against what an index published.

The published tables and ranks stand in the shared folder; nothing of them is in the package.
"""

from __future__ import annotations

import csv
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tieout.errors import UsageError
from tieout.index.frameworks import framework
from tieout.index.results import Results
from tieout.index.robustness import DOUBTS, REPLICATES, rank_intervals
from tieout.index.scale import shown
from tieout.index.sheet import read_scores

EDITIONS = ("2021", "2023", "2025")
PROFILE = "PER"
"""The country whose whole profile of 2023 is compared value by value."""
_RUNS = 3


@dataclass(frozen=True, slots=True)
class Measured:
    """What came out: agreed and all of each count; quadrants by edition; seconds for one run of the replicates."""

    aggregates: tuple[int, int]
    profile_values: tuple[int, int]
    profile_ranks: tuple[int, int]
    ranks: tuple[int, int]
    differing: tuple[str, ...]
    quadrants: dict[str, tuple[int, ...]]
    reading: float
    replicates: float


def index(shared: Path) -> Iterator[str]:
    """Lines of the report."""
    found = measure(shared)
    yield f"{'published aggregates':<28}{_of(found.aggregates)}"
    yield f"{PROFILE + ' 2023, values':<28}{_of(found.profile_values)}"
    yield f"{PROFILE + ' 2023, ranks':<28}{_of(found.profile_ranks)}"
    yield f"{'ranks published elsewhere':<28}{_of(found.ranks)}"
    yield from (f"  differs: {line}" for line in found.differing)
    for edition, counts in found.quadrants.items():
        yield f"{'quadrants ' + edition:<28}{'/'.join(map(str, counts))}  (low-high/low-low/high-high/high-low)"
    yield f"{'reading and scoring':<28}{found.reading:.2f} s an edition"
    yield f"{f'{REPLICATES:,} replicates':<28}{found.replicates:.2f} s on 193 countries and 20 indicators, every doubt"


def measure(shared: Path) -> Measured:
    """Score the editions of the shared folder and compare."""
    folder = shared / "data" / "ocindex"
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder; give the folder with the published tables as --shared")
    began = time.perf_counter()
    editions = {e: _results(folder, e) for e in EDITIONS}
    for results in editions.values():
        for dimension in results.framework.dimensions:
            results.ranks(dimension.id)
    reading = (time.perf_counter() - began) / len(EDITIONS)
    compared = [results.compared() for results in editions.values()]
    every = sum(count for count, _ in compared)
    rows = _rows(folder / "rank_evidence.csv")
    wrong = [row for row in rows if not _agrees(editions[row["year"]], row)]
    mine = [row for row in rows if (row["year"], row["iso"]) == ("2023", PROFILE)]
    return Measured(
        aggregates=(every - sum(len(wrong) for _, wrong in compared), every),
        profile_values=_profile(editions["2023"], _rows(folder / "ocindex_2023.csv")),
        profile_ranks=(sum(row not in wrong for row in mine), len(mine)),
        ranks=(len(rows) - len(wrong), len(rows)),
        differing=tuple(_differing(editions[row["year"]], row) for row in wrong),
        quadrants={e: tuple(results.quadrants().values()) for e, results in editions.items()},
        reading=reading,
        replicates=min(_replicated(editions["2023"]) for _ in range(_RUNS)),
    )


def _results(folder: Path, edition: str) -> Results:
    return Results(read_scores(folder / f"ocindex_{edition}.csv", framework(f"oc-index-{edition}")))


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _profile(results: Results, rows: Sequence[dict[str, str]]) -> tuple[int, int]:
    """How many of the values of one country, indicators and aggregates, are those published."""
    (row,) = (row for row in rows if row["iso3"] == PROFILE)
    ours = {i.id: results.book.value(PROFILE, i.id) for i in results.framework.indicators}
    ours.update({d.id: results.values[d.id].get(PROFILE) for d in results.framework.dimensions})
    agreed = sum(v is not None and shown(v, 2) == f"{float(row[node]):.2f}" for node, v in ours.items())
    return agreed, len(ours)


def _agrees(results: Results, row: dict[str, str]) -> bool:
    rank = results.ranks(row["col"], row["scope"])[row["iso"]]
    return (rank.rank, rank.of) == (int(row["published"]), int(row["n"]))


def _differing(results: Results, row: dict[str, str]) -> str:
    rank = results.ranks(row["col"], row["scope"])[row["iso"]]
    where = f"{row['iso']} {row['year']} {row['col']}, {row['scope']}"
    return f"{where}: published {row['published']}, ours {rank.rank} of {rank.of}"


def _replicated(results: Results) -> float:
    began = time.perf_counter()
    rank_intervals(results, "criminality", DOUBTS)
    return time.perf_counter() - began


def _of(pair: tuple[int, int]) -> str:
    return f"{pair[0]:>5,} of {pair[1]:,}"
