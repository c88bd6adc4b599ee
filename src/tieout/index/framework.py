"""A Framework: what is scored, on which scale, and how scores become aggregates, ranks and quadrants.

A tree: dimensions above, indicators as leaves. It holds no scores and computes nothing; `read_framework` (in
frameworks.py) makes it from a TOML file and has checked it by then.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Literal

from tieout.index.scale import Scale

Text = Mapping[str, str]
"""Words by language (`en`, `es`)."""
Missing = Literal["stays_missing", "skip"]
"""What an aggregate does when a score below it is missing: it is missing too, or the other weights are rescaled."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """A leaf: what is scored. `reversed` counts from the other end of the scale."""

    id: str
    parent: str
    label: Text
    definition: Text
    question: Text
    weight: Fraction = Fraction(1)
    reversed: bool = False
    headers: tuple[str, ...] = ()
    """Further names that tables give the column."""
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Patterns of the words by which texts speak of it, by language; for gathering evidence."""
    weak: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Patterns that name it only in what a figure counts, what a law is about or a heading: `judges`, `borders`."""
    gathers: tuple[str, ...] = ()
    """Records that bear on it whatever their words: `group` (those of the country), `foreign_group`."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """A node above indicators or other dimensions; `parent` is None at the top."""

    id: str
    parent: str | None
    label: Text
    definition: Text
    higher_is: Literal["better", "worse"]
    aggregation: str = "arithmetic_mean"
    weight: Fraction = Fraction(1)
    headers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quadrants:
    """Two aggregates, each high from a threshold on (the threshold itself is high)."""

    across: str
    up: str
    across_high: Fraction
    up_high: Fraction


@dataclass(frozen=True, slots=True)
class Framework:
    """One edition's framework. Dimensions and indicators stand in the order of the file, and so in every list."""

    id: str
    edition: str
    title: Text
    scale: Scale
    dimensions: tuple[Dimension, ...]
    indicators: tuple[Indicator, ...]
    normalisation: str = "as_scored"
    missing: Missing = "stays_missing"
    decimals: int = 2
    first: Literal["highest", "lowest"] = "highest"
    """Which value takes rank 1."""
    within: tuple[str, ...] = ("world",)
    """The groups in which countries are ranked: `world`, `continent`, `region`."""
    quadrants: Quadrants | None = None
    countries: int | None = None
    """How many countries an edition scores, when that is fixed: a table with fewer gives no ranks."""
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Patterns of the index's name in texts, by language."""

    def dimension(self, id: str) -> Dimension | None:
        """The dimension of this id, None when there is none."""
        return next((d for d in self.dimensions if d.id == id), None)

    def indicator(self, id: str) -> Indicator | None:
        """The indicator of this id, None when there is none."""
        return next((i for i in self.indicators if i.id == id), None)

    def node(self, id: str) -> Dimension | Indicator | None:
        """The dimension or indicator of this id."""
        return self.dimension(id) or self.indicator(id)

    @property
    def nodes(self) -> tuple[Dimension | Indicator, ...]:
        """Dimensions, then indicators."""
        return (*self.dimensions, *self.indicators)

    def below(self, id: str) -> tuple[Dimension | Indicator, ...]:
        """The nodes right under a dimension."""
        return tuple(node for node in self.nodes if node.parent == id)

    def leaves(self, id: str) -> tuple[Indicator, ...]:
        """All indicators under a dimension, at any depth."""
        out: list[Indicator] = []
        for node in self.below(id):
            out.extend([node] if isinstance(node, Indicator) else self.leaves(node.id))
        return tuple(sorted(out, key=self.indicators.index))

    def worse(self, indicator: Indicator) -> bool:
        """True when a higher score of an indicator is worse."""
        dimension = self.dimension(indicator.parent)
        return (dimension is not None and dimension.higher_is == "worse") != indicator.reversed

    def only(self, ids: Collection[str]) -> Framework:
        """The same framework with these indicators alone."""
        return replace(self, indicators=tuple(i for i in self.indicators if i.id in ids))
