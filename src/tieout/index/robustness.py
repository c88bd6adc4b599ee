"""How far a rank depends on choices and on half-points: the interval of each country's rank over many replicates.

Each replicate draws, for those doubts that are asked for: one step of noise on every score, other weights, the other
kind of mean, one indicator left out. Seeded and cut into chunks of fixed size, so that the same
seed gives the same intervals on any number of cores. NumPy, imported here and nowhere else in `index/`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tieout.errors import UsageError
from tieout.index.framework import Indicator
from tieout.index.results import Results

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Places = NDArray[np.int16]

DOUBTS = ("noise", "weights", "mean", "leave_out")
"""One step of noise; weights up to a quarter more or less; the other kind of mean; one indicator left out."""
REPLICATES = 10_000
_CHUNK = 250
_SPREAD = 0.25
_WORKERS = 2
_FINE = 9
"""Decimals that tell two aggregates apart; what binary arithmetic adds lies far below."""
_LEAST = 1e-9
"""Stands for 0 in a logarithm."""
LEVEL = 90
"""Percent of the replicates that an interval holds."""


@dataclass(frozen=True, slots=True)
class RankInterval:
    """The published rank, the middle 90 percent of the replicates' ranks, the middle one, the best, the worst."""

    rank: int
    low: int
    high: int
    median: int
    best: int
    worst: int
    replicates: int


def rank_intervals(
    results: Results,
    dimension: str,
    doubts: Collection[str] = DOUBTS,
    *,
    replicates: int = REPLICATES,
    seed: int = 1,
) -> Mapping[str, RankInterval]:
    """The interval of each country's world rank on one aggregate, by country. UsageError for a doubt not known."""
    for doubt in doubts:
        if doubt not in DOUBTS:
            raise UsageError(f"--doubt {doubt}: known are {', '.join(DOUBTS)}")
    try:
        import numpy as np
    except ImportError:
        raise UsageError(
            "NumPy is not installed; install Tieout with its index extra: pip install 'tieout[index]'"
        ) from None

    published = results.ranks(dimension)
    if not published:
        return {}
    countries = [iso3 for iso3 in results.book.countries if iso3 in published]
    tree = _Tree(results, dimension, countries, frozenset(doubts))
    sizes = [min(_CHUNK, replicates - at) for at in range(0, replicates, _CHUNK)]
    seeds = np.random.SeedSequence(seed).spawn(len(sizes))
    with ThreadPoolExecutor(_WORKERS) as pool:
        ranks = np.concatenate(list(pool.map(tree.ranks, sizes, seeds)), axis=0)
    ordered = np.sort(np.ascontiguousarray(ranks.T), axis=1)
    tail = (100 - LEVEL) / 200
    at = [int(replicates * tail), replicates - 1 - int(replicates * tail), replicates // 2, 0, replicates - 1]
    out = {}
    for iso3, row in zip(countries, ordered, strict=True):
        low, high, median, best, worst = (int(place) for place in row[at])
        out[iso3] = RankInterval(published[iso3].rank, low, high, median, best, worst, replicates)
    return out


class _Tree:
    """The numbers of a dimension's leaves, and how a replicate runs up the tree."""

    def __init__(self, results: Results, dimension: str, countries: Sequence[str], doubts: frozenset[str]) -> None:
        import numpy as np

        framework = results.framework
        self.np = np
        self.framework, self.dimension, self.doubts = framework, dimension, doubts
        self.leaves: tuple[Indicator, ...] = framework.leaves(dimension)
        scale = framework.scale
        ends = int(scale.low / scale.step), int(scale.high / scale.step)
        steps = [[self._steps(results, iso3, leaf, ends) for leaf in self.leaves] for iso3 in countries]
        self.there = np.array([[s is not None for s in row] for row in steps], dtype=np.float64)
        self.steps = np.array([[ends[0] if s is None else s for s in row] for row in steps], dtype=np.int16)
        self.ends = ends
        self.values = np.arange(ends[0], ends[1] + 1) * float(scale.step)
        self.logs = np.log(np.maximum(self.values, _LEAST))
        self.weights = np.array([float(leaf.weight) for leaf in self.leaves])
        alone = [sum(o.parent == leaf.parent for o in self.leaves) == 1 for leaf in self.leaves]
        self.may_go = [n for n, only in enumerate(alone) if not only]
        self.sign = -1.0 if framework.first == "highest" else 1.0

    @staticmethod
    def _steps(results: Results, iso3: str, leaf: Indicator, ends: tuple[int, int]) -> int | None:
        score = results.book.scores.get((iso3, leaf.id))
        if score is None:
            return None
        return sum(ends) - score.steps if leaf.reversed else score.steps

    def ranks(self, count: int, seed: Any) -> Places:
        """The ranks of so many replicates: one row each."""
        np = self.np
        random = np.random.Generator(np.random.PCG64(seed))
        steps = np.broadcast_to(self.steps, (count, *self.steps.shape))
        if "noise" in self.doubts:
            steps = steps + random.integers(-1, 2, size=steps.shape, dtype=np.int8)
            np.clip(steps, *self.ends, out=steps)
        weights = self._jittered(random, np.broadcast_to(self.weights, (count, len(self.leaves))))
        if "leave_out" in self.doubts and self.may_go:
            gone = random.integers(-1, len(self.may_go), size=count)
            rows = np.flatnonzero(gone >= 0)
            weights[rows, np.array(self.may_go)[gone[rows]]] = 0.0
        other = random.random(count) < 0.5 if "mean" in self.doubts else np.zeros(count, dtype=bool)
        indices = steps - self.ends[0]
        return self._places(self._up(self.dimension, indices, weights, other, random))

    def _jittered(self, random: Any, weights: Numbers) -> Numbers:
        if "weights" not in self.doubts:
            return self.np.array(weights)
        jittered: Numbers = weights * random.uniform(1 - _SPREAD, 1 + _SPREAD, size=weights.shape)
        return jittered

    def _up(self, id: str, indices: Any, weights: Numbers, other: Any, random: Any) -> Numbers:
        """The value of a dimension: replicates by countries."""
        np = self.np
        dimension = self.framework.dimension(id)
        assert dimension is not None
        mine = [n for n, leaf in enumerate(self.leaves) if leaf.parent == id]
        inner = [d for d in self.framework.dimensions if d.parent == id]
        upper = self._jittered(
            random, np.broadcast_to(np.array([float(d.weight) for d in inner]), (len(other), len(inner)))
        )
        children = [self._up(d.id, indices, weights, other, random) for d in inner]
        geometric = other != (dimension.aggregation == "geometric_mean")
        out: Numbers = np.empty((len(other), self.steps.shape[0]))
        for rows, table in ((np.flatnonzero(~geometric), self.values), (np.flatnonzero(geometric), self.logs)):
            if not len(rows):
                continue
            total, weight = np.zeros((len(rows), out.shape[1])), np.zeros((len(rows), out.shape[1]))
            if mine:
                chosen, there = weights[np.ix_(rows, mine)], self.there[:, mine]
                scores = table.take(indices[np.ix_(rows, range(out.shape[1]), mine)])
                total += ((scores * there) @ chosen[:, :, None])[:, :, 0]
                weight += chosen @ there.T
            for n, child in enumerate(children):
                known = ~np.isnan(child[rows])
                value = child[rows] if table is self.values else np.log(np.maximum(child[rows], _LEAST))
                total += np.where(known, value, 0.0) * upper[rows, n, None]
                weight += known * upper[rows, n, None]
            mean = np.divide(total, weight, out=np.full_like(total, np.nan), where=weight > 0)
            out[rows] = mean if table is self.values else np.exp(mean)
        return out

    def _places(self, values: Numbers) -> Places:
        """Competition ranks of each row: equal values share the best place."""
        np = self.np
        keys = np.round(self.sign * values, _FINE)
        order = np.argsort(keys, axis=1)
        ordered = np.take_along_axis(keys, order, axis=1)
        place = np.broadcast_to(np.arange(1, values.shape[1] + 1, dtype=np.int16), values.shape).copy()
        place[:, 1:][ordered[:, 1:] == ordered[:, :-1]] = 0
        np.maximum.accumulate(place, axis=1, out=place)
        ranks: Places = np.empty_like(place)
        np.put_along_axis(ranks, order, place, axis=1)
        return ranks
