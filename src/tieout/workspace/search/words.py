"""Words as they are sought: stems of both languages without endings, and the terms of the field that they name.

`extorted` finds `extortion`, and, because both name one term, `extorsión`. Nothing here knows what is sought.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from tieout.language.tables import LANGUAGES, table
from tieout.sources.stems import Word, fold, words_of
from tieout.sources.terms import terms_in

_LEAST = 4
"""Letters that a word keeps when its ending goes."""
_CLASSES = ("determiner", "preposition", "conjunction", "clause", "pronoun", "auxiliary", "of")
_PHRASE = re.compile(r"[\"“”«»„]([^\"“”«»„]*)[\"“”«»„]")


@dataclass(frozen=True, slots=True)
class Group:
    """Words of a query that belong together, and the terms of the field that they name; most are one word alone."""

    words: tuple[str, ...]
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A query: groups of words of which the more the better, and phrases that must stand."""

    groups: tuple[Group, ...]
    phrases: tuple[tuple[str, ...], ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(word for group in self.groups for word in group.words))

    @property
    def terms(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(term for group in self.groups for term in group.terms))


def asked(query: str) -> Asked:
    """What a query asks for. Words that say nothing are left out unless there are no others."""
    phrases = [tuple(stems_of(found[1])) for found in _PHRASE.finditer(query)]
    plain = _PHRASE.sub(r" \1 ", query)
    found = list(words_of(plain))
    telling = [word for word in found if fold(plain[word.start : word.end]) not in _empty()] or found
    groups = dict.fromkeys(_groups(found, telling))
    return Asked(tuple(groups), tuple(phrase for phrase in phrases if phrase))


def _groups(found: Sequence[Word], telling: Sequence[Word]) -> Iterator[Group]:
    spans: dict[tuple[int, int], list[str]] = {}
    for name in terms_in(found):
        spans.setdefault((name.start, name.end), []).append(name.term.id)
    for (start, end), terms in spans.items():
        yield Group(tuple(sought(word) for word in telling if start <= word.start < end), tuple(terms))
    for word in telling:
        if not any(start <= word.start < end for start, end in spans):
            yield Group((sought(word),), pairs().get(sought(word), ()))


def stems_of(text: str) -> list[str]:
    """The words of a text as they are sought, in order."""
    return [sought(word) for word in words_of(text)]


def sought(word: Word) -> str:
    """One word as it is sought."""
    return word.stem if word.number else bare(word.stem)


def named(found: Sequence[Word]) -> Iterator[str]:
    """The terms of the field that words name, and what they mean in either language."""
    yield from (name.term.id for name in terms_in(found))
    for word in found:
        yield from pairs().get(sought(word), ())


@lru_cache(maxsize=1 << 17)
def bare(stem_of_it: str) -> str:
    """A stem without its ending: the longest that leaves enough letters."""
    for size in range(min(_longest(), len(stem_of_it) - _LEAST), 0, -1):
        if stem_of_it[-size:] in endings():
            return stem_of_it[:-size]
    return stem_of_it


@cache
def endings() -> dict[str, list[str]]:
    """The endings that go, each with words that have it."""
    text = (files("tieout.workspace.search") / "data" / "endings.toml").read_text(encoding="utf-8")
    known: dict[str, list[str]] = tomllib.loads(text)["endings"]
    return known


@cache
def pairs() -> dict[str, tuple[str, ...]]:
    """What a word means in either language, by the word as it is sought."""
    text = (files("tieout.workspace.search") / "data" / "pairs.toml").read_text(encoding="utf-8")
    out: dict[str, tuple[str, ...]] = {}
    for line in tomllib.loads(text)["pairs"]:
        stems = stems_of(line)
        for stem in dict.fromkeys(stems):
            out[stem] = (*out.get(stem, ()), f"={stems[0]}")
    return out


@cache
def _longest() -> int:
    return max(map(len, endings()))


@cache
def _empty() -> frozenset[str]:
    """Words that stand in every text."""
    tables = (table(language, "function_words")[name] for language in LANGUAGES for name in _CLASSES)
    return frozenset(fold(word) for entry in tables for word in entry["words"])
