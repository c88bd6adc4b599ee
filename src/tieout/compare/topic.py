"""What a figure is about, so that figures of other documents and of the other language can be held beside it.

A topic is a concept of the measure table, named by the measure itself (`certain`) or by the sentence around it; what
is left of the measure are its scopes: the words that narrow it (`women`, `contracted`, `by the police`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from tieout.compare.words import stems
from tieout.evidence.concept import Named, named
from tieout.evidence.figure import Figure
from tieout.sources.stems import Word, words_of
from tieout.sources.terms import terms_in

_SHORTEST = 3
_HARMS = frozenset({"death", "injury"})
_ROOT = 4
_PEOPLE = 10_000
"""A smaller number is no population of a place that rates are given for."""
_OF_PEOPLE = frozenset({"percent", "share"})
_NEXT_NUMBER = re.compile(r"\d")
_ZONE = re.compile(r"rural|urban|countryside|campo", re.IGNORECASE)
"""Sentences without these words name no zone; a test holds the table of terms to it."""
_UNITS = frozenset({"complaint", "case", "incident", "death", "victim"})
"""Units of count that a figure's own field keeps; who is counted (women, children) narrows."""
_EMPTY = frozenset({"people", "case", "rate", "year", "data", "report", "increase", "decrease", "crime"})
"""Terms that narrow nothing."""


@dataclass(frozen=True, slots=True)
class Topic:
    """`concept` is None where no word names one; then the scopes alone say what is counted."""

    concept: str | None
    certain: bool
    scopes: frozenset[str]
    """Terms and stems of the measure that narrow it."""
    harms: frozenset[str] = frozenset()
    """Whether `death` or `injury` is counted, as the measure or else its sentence says."""

    @property
    def title(self) -> str:
        """The concept, or else the words."""
        return self.concept or " ".join(sorted(self.scopes))


POPULATION = "population"
"""The concept of a count of all the people of a place, which the measure table does not name."""


def is_population(figure: Figure) -> bool:
    """Whether people of a place are counted, all of them or some part that the words name."""
    if figure.unit != "count" or figure.kind != "level" or figure.value is None or figure.value < _PEOPLE:
        return False
    return any(word.stem in stems("population") for word in words_of(figure.measure or ""))


def read_topic(figure: Figure, language: str, sentence: str, before: str) -> Topic:
    """The topic of a figure. `sentence` is the one that it stands in, `before` the one before that."""
    scopes = scopes_of(figure.measure or "", figure.concept, language)
    if figure.unit in _OF_PEOPLE:
        at = figure.end - figure.sentence_start
        scopes |= zones_in(sentence[:at] + _NEXT_NUMBER.split(sentence[at:], maxsplit=1)[0])
    harms = scopes & _HARMS | ({"death"} if figure.counting == "death" else frozenset())
    if figure.unit == "count" and not harms:
        harms = harms_in(sentence)
    if figure.concept is not None:
        return Topic(figure.concept, True, scopes, harms)
    if not scopes and is_population(figure):
        return Topic(POPULATION, True, scopes)
    around = concepts_in(sentence, language)
    if not around and _goes_on(sentence):
        around = concepts_in(before, language)
    if len(around) != 1:
        return Topic(None, False, scopes, harms)
    (concept,) = around
    kept = frozenset(scope for scope in scopes if not _names(concept, scope, language))
    return Topic(concept, False, kept, harms)


@lru_cache(maxsize=1 << 14)
def zones_in(sentence: str) -> frozenset[str]:
    """Town or country, where the words up to the next number speak of either."""
    if not _ZONE.search(sentence):
        return frozenset()
    return frozenset(one.term.id for one in terms_in(list(words_of(sentence))) if one.term.family == "zone")


@lru_cache(maxsize=1 << 14)
def harms_in(sentence: str) -> frozenset[str]:
    """Whether a sentence speaks of the dead or of the injured."""
    return frozenset(one.term.id for one in terms_in(list(words_of(sentence))) if one.term.id in _HARMS)


def _names(concept: str, scope: str, language: str) -> bool:
    """Whether a word is one that the concept itself is called by (`workers`, of informal work)."""
    source = next(pattern.pattern for name, pattern in named(language, "concept") if name == concept)
    return scope[:_ROOT] in source


@lru_cache(maxsize=1 << 16)
def scopes_of(measure: str, concept: str | None, language: str) -> frozenset[str]:
    """The words of a measure that narrow it: without those that name its concept, its unit of count, or nothing."""
    rest = measure.lower()
    for name, pattern in (*named(language, "concept"), *named(language, "counting")):
        if name == concept or name in _UNITS:
            rest = pattern.sub(" ; ", rest)
    words = list(words_of(rest))
    terms = terms_in(words)
    taken = {at for term in terms for at in range(term.start, term.end)}
    found = {term.term.id for term in terms}
    found.update(word.stem for word in words if word.start not in taken and _tells(word))
    return frozenset(found - _EMPTY)


def _tells(word: Word) -> bool:
    return not word.number and len(word.stem) >= _SHORTEST and word.stem not in stems("plain")


@lru_cache(maxsize=1 << 14)
def concepts_in(text: str, language: str) -> frozenset[str]:
    """The concepts that the words of a sentence name; of two on the same words the first of the table."""
    low = text.lower()
    if _any(language).search(low) is None:
        return frozenset()
    found: list[tuple[int, int, str]] = []
    for name, pattern in named(language, "concept"):
        for match in pattern.finditer(low):
            if not any(match.start() < end and start < match.end() for start, end, _ in found):
                found.append((match.start(), match.end(), name))
    return frozenset(name for _, _, name in found)


@cache
def _any(language: str) -> re.Pattern[str]:
    entries: Named = named(language, "concept")
    return re.compile("|".join(pattern.pattern for _, pattern in entries))


def _goes_on(sentence: str) -> bool:
    first = next(words_of(sentence), None)
    return first is not None and first.stem in stems("back")
