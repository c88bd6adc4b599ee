"""What a user asks to see: a measure in words of either language, a place, a period. Nothing asked is everything."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tieout.compare.point import Point
from tieout.compare.topic import scopes_of
from tieout.evidence.concept import concept_of, named
from tieout.language.countries import alpha2
from tieout.language.edtf import overlaps
from tieout.language.places import Gazetteer
from tieout.language.tables import LANGUAGES
from tieout.sources.stems import stem, words_of
from tieout.sources.words import fold


@dataclass(frozen=True, slots=True)
class Ask:
    """A question: `extortion complaints`, `Lima` (or an ISO code), `2021/2023`."""

    measure: str | None = None
    place: str | None = None
    period: str | None = None
    """EDTF; what only overlaps it is shown too."""

    def meets(self, one: Point) -> bool:
        """Whether a point is of the measure, place and period."""
        return self._measures(one) and self._places(one) and self._times(one)

    def _measures(self, one: Point) -> bool:
        if self.measure is None:
            return True
        concept = concept_named(self.measure)
        if concept is not None:
            said = _narrowing(self.measure, concept)
            return one.topic.concept == concept and said <= one.topic.scopes | _words(one) | _unit(one)
        asked = {word.stem for word in words_of(self.measure)}
        return asked <= _words(one) or asked <= one.topic.scopes

    def _places(self, one: Point) -> bool:
        if self.place is None:
            return True
        if self.place.upper() == one.figure.place_code or alpha2(self.place) == one.figure.place_code is not None:
            return True
        code = _code(self.place)
        named = fold(one.figure.place or "")
        return (code is not None and code == one.figure.place_code) or named.partition(" ")[0] == fold(self.place) or (
            named == fold(self.place)
        )  # fmt: skip

    def _times(self, one: Point) -> bool:
        periods = (one.figure.period, one.figure.base_period)
        return self.period is None or any(overlaps(self.period, p) for p in periods if p and one.days)


def _words(one: Point) -> frozenset[str]:
    return frozenset(word.stem for word in words_of(one.figure.measure or ""))


@cache
def _narrowing(measure: str, concept: str) -> frozenset[str]:
    """The words of a question beside those that name its concept."""
    naming = [code for code in LANGUAGES if concept_of(measure, code) == concept]
    return frozenset[str]().union(*(scopes_of(measure, concept, code) for code in naming))


def _unit(one: Point) -> frozenset[str]:
    return frozenset({one.figure.counting}) if one.figure.counting else frozenset()


@cache
def concept_named(measure: str) -> str | None:
    """The concept that some words name in either language, or that they are the id of."""
    ids = {name for code in LANGUAGES for name, _ in named(code, "concept")}
    plain = "_".join(measure.lower().split())
    if plain in ids:
        return plain
    found = (concept_of(measure, code) for code in LANGUAGES)
    return next((concept for concept in found if concept), None)


@cache
def _code(place: str) -> str | None:
    found = Gazetteer.for_country(None).find(place)
    return found[0].code if len(found) == 1 and stem(found[0].name) == stem(place) else None
