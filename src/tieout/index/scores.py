"""Scores: one row each, with who gave it, when, why, and the records behind it; and a Book of them, one edition.

Records only. Reading them from tables is sheet.py's business, aggregates are results.py's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from tieout.index.framework import Framework


@dataclass(frozen=True, slots=True)
class Country:
    """A scored country, with the groups it is ranked in (empty when the table names none)."""

    iso3: str
    name: str
    continent: str = ""
    region: str = ""

    def group(self, within: str) -> str:
        """The name of its group: that of its continent or region; the world has none."""
        return {"continent": self.continent, "region": self.region}.get(within, "")


@dataclass(frozen=True, slots=True)
class Score:
    """One score: a whole number of the scale's steps. `links` are ids of figures, statements, citations."""

    iso3: str
    indicator: str
    steps: int
    author: str = ""
    time: str = ""
    justification: str = ""
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Published:
    """An aggregate as the table prints it: compared with ours, never used."""

    value: Fraction
    decimals: int


@dataclass(frozen=True, slots=True)
class Book:
    """The scores of one edition. `notes` tell what the table had besides, and what it lacked."""

    framework: Framework
    countries: Mapping[str, Country]
    scores: Mapping[tuple[str, str], Score]
    """By country and indicator; a missing score is no row."""
    published: Mapping[tuple[str, str], Published] = field(default_factory=dict)
    """By country and dimension."""
    notes: tuple[str, ...] = ()

    def value(self, iso3: str, indicator: str) -> Fraction | None:
        """A score as a number of the scale; None when it is missing."""
        score = self.scores.get((iso3, indicator))
        return None if score is None else self.framework.scale.value(score.steps)
