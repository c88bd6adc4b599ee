"""By which words texts speak of a framework's indicators: patterns of the framework, applied to sentences and labels.

Strong words name an indicator wherever they stand; weak ones only in what a figure counts, what a law is about, or a
heading. What a framework does not say in its words is not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from tieout.index.evidence import pattern_of
from tieout.index.framework import Framework
from tieout.index.names import key_of
from tieout.language.tables import DEFAULT, LANGUAGES

Topics = tuple[str, ...]
"""Ids of indicators, in the order of the framework."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of a text that name an indicator."""

    topic: str
    start: int
    end: int


class Lexicon:
    """The words of one framework."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self._strong = {code: [(i.id, pattern_of(i, code)) for i in framework.indicators] for code in LANGUAGES}
        self._weak = {
            code: [(i.id, _any(i.weak[code])) for i in framework.indicators if i.weak.get(code)] for code in LANGUAGES
        }
        self._some = {code: _any(p.pattern for _, p in found) for code, found in self._strong.items()}
        self._labels = {key_of(name): i.id for i in framework.indicators for name in (*i.label.values(), *i.headers)}
        self._order = {indicator.id: n for n, indicator in enumerate(framework.indicators)}
        self._kept = lru_cache(maxsize=4096)(self._hits)

    def hits(self, text: str, language: str) -> tuple[Hit, ...]:
        """Every strong word of a text."""
        return self._kept(text, _known(language))

    def strong(self, text: str, language: str) -> Topics:
        """The indicators that strong words of a text name."""
        return self.ordered({hit.topic for hit in self.hits(text, language)})

    def named(self, text: str, language: str) -> Topics:
        """The indicators that strong or weak words of a label name; one whose own label it is stands alone."""
        label = self._labels.get(key_of(text))
        if label is not None:
            return (label,)
        weak = {topic for topic, pattern in self._weak[_known(language)] if pattern.search(text)}
        return self.ordered(weak | {hit.topic for hit in self.hits(text, language)})

    def ordered(self, topics: Iterable[str]) -> Topics:
        """Some ids in the framework's order."""
        return tuple(sorted(topics, key=self._order.__getitem__))

    def _hits(self, text: str, language: str) -> tuple[Hit, ...]:
        if not self._some[language].search(text):
            return ()
        found = [Hit(id, m.start(), m.end()) for id, pattern in self._strong[language] for m in pattern.finditer(text)]
        return tuple(sorted(found, key=lambda hit: (hit.start, hit.end)))


def _known(language: str) -> str:
    return language if language in LANGUAGES else DEFAULT


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)
