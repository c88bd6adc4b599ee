"""From a Book to Results: every aggregate as an exact fraction, ranks on exact values, quadrants. Pure arithmetic."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from tieout.index.framework import Dimension, Framework
from tieout.index.scale import shown
from tieout.index.scores import Book
from tieout.index.steps import AGGREGATIONS, NORMALISATIONS


@dataclass(frozen=True, slots=True)
class Rank:
    """`32 of 193`, among the countries of `group` (empty for the world); `equal` others share the place."""

    rank: int
    of: int
    group: str = ""
    equal: int = 0


@dataclass(frozen=True, slots=True)
class Disagreement:
    """An aggregate of the table that ours does not round to."""

    iso3: str
    dimension: str
    published: str
    ours: str


def competition_ranks(values: Mapping[str, Fraction], *, highest_first: bool = True) -> dict[str, tuple[int, int]]:
    """The place of each, and how many others share it: equal values share the best (1, 2, 2, 4)."""
    ordered = sorted(values.values(), reverse=highest_first)
    first: dict[Fraction, int] = {}
    count: dict[Fraction, int] = {}
    for place, value in enumerate(ordered, 1):
        first.setdefault(value, place)
        count[value] = count.get(value, 0) + 1
    return {name: (first[value], count[value] - 1) for name, value in values.items()}


class Results:
    """What a book comes to under a framework (its own, unless another composition is asked for)."""

    def __init__(self, book: Book, framework: Framework | None = None) -> None:
        self.book = book
        self.framework = framework or book.framework
        self._ranks: dict[tuple[str, str], dict[str, Rank]] = {}

    @cached_property
    def values(self) -> Mapping[str, Mapping[str, Fraction]]:
        """Exact aggregates and normalised scores: node, country. What is missing is not there."""
        out: dict[str, Mapping[str, Fraction]] = {}
        normalise = NORMALISATIONS[self.framework.normalisation]
        for indicator in self.framework.indicators:
            column = {c: v for c in self.book.countries if (v := self.book.value(c, indicator.id)) is not None}
            out[indicator.id] = normalise(column, indicator, self.framework.scale)
        for dimension in self._from_the_leaves():
            out[dimension.id] = self._aggregated(dimension, out)
        return out

    def shown(self, iso3: str, node: str) -> str:
        """An aggregate rounded for print; empty when it is missing."""
        value = self.values[node].get(iso3)
        return "" if value is None else shown(value, self.framework.decimals)

    def ranks(self, dimension: str, within: str = "world") -> Mapping[str, Rank]:
        """The rank of each country on one aggregate, in the world or within its continent or region.

        None at all when the framework scores a fixed number of countries and the table has others than these.
        """
        key = (dimension, within)
        if key not in self._ranks:
            self._ranks[key] = self._ranked(dimension, within)
        return self._ranks[key]

    def quadrant(self, iso3: str) -> str | None:
        """`low-high`: the aggregate across, then the one up; None when one is missing or there are no quadrants."""
        quadrants = self.framework.quadrants
        if quadrants is None:
            return None
        across, up = (self.values[d].get(iso3) for d in (quadrants.across, quadrants.up))
        if across is None or up is None:
            return None
        names = ("low", "high")
        return f"{names[across >= quadrants.across_high]}-{names[up >= quadrants.up_high]}"

    def quadrants(self) -> dict[str, int]:
        """How many countries each quadrant holds."""
        out = dict.fromkeys(("low-high", "low-low", "high-high", "high-low"), 0)
        for iso3 in self.book.countries:
            if quadrant := self.quadrant(iso3):
                out[quadrant] += 1
        return out

    def compared(self) -> tuple[int, list[Disagreement]]:
        """How many published aggregates there are, and those that ours do not round to."""
        wrong = []
        for (iso3, dimension), said in self.book.published.items():
            value = self.values[dimension].get(iso3)
            ours = "missing" if value is None else shown(value, said.decimals)
            if ours != shown(said.value, said.decimals):
                wrong.append(Disagreement(iso3, dimension, shown(said.value, said.decimals), ours))
        return len(self.book.published), wrong

    def _from_the_leaves(self) -> list[Dimension]:
        """Dimensions, each after all that are under it."""
        out: list[Dimension] = []

        def visit(parent: str | None) -> None:
            for dimension in self.framework.dimensions:
                if dimension.parent == parent:
                    visit(dimension.id)
                    out.append(dimension)

        visit(None)
        return out

    def _aggregated(self, dimension: Dimension, done: Mapping[str, Mapping[str, Fraction]]) -> dict[str, Fraction]:
        below = self.framework.below(dimension.id)
        aggregate = AGGREGATIONS[dimension.aggregation]
        out: dict[str, Fraction] = {}
        for iso3 in self.book.countries:
            there = [node for node in below if iso3 in done[node.id]]
            if there and (len(there) == len(below) or self.framework.missing == "skip"):
                out[iso3] = aggregate([done[node.id][iso3] for node in there], [node.weight for node in there])
        return out

    def _ranked(self, dimension: str, within: str) -> dict[str, Rank]:
        if self.framework.countries not in (None, len(self.book.countries)):
            return {}
        groups: dict[str, dict[str, Fraction]] = {}
        for iso3, value in self.values[dimension].items():
            group = self.book.countries[iso3].group(within)
            if within == "world" or group:
                groups.setdefault(group, {})[iso3] = value
        highest = self.framework.first == "highest"
        return {
            iso3: Rank(rank, len(members), group, equal)
            for group, members in groups.items()
            for iso3, (rank, equal) in competition_ranks(members, highest_first=highest).items()
        }
