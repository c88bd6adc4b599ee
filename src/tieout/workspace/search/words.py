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

from tieout.language.tables import LANGUAGES, words
from tieout.sources.stems import Word, fold, stem, words_of
from tieout.sources.terms import terms_in

_LEAST = 4
"""Letters that a word keeps when its ending goes."""
_PHRASE = re.compile(r"[\"“”«»„]([^\"“”«»„]*)[\"“”«»„]")


@dataclass(frozen=True, slots=True)
class Asked:
    """A query: words of which the more the better, each with the terms it names, and phrases that must stand."""

    words: tuple[str, ...]
    terms: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]


def asked(query: str) -> Asked:
    """What a query asks for. Words that say nothing are left out unless there are no others."""
    phrases = [tuple(sought(word) for word in words_of(found[1])) for found in _PHRASE.finditer(query)]
    plain = _PHRASE.sub(r" \1 ", query)
    all_words = list(words_of(plain))
    telling = [word for word in all_words if fold(plain[word.start : word.end]) not in _empty()] or all_words
    return Asked(
        tuple(dict.fromkeys(map(sought, telling))),
        tuple(dict.fromkeys(named(all_words))),
        tuple(phrase for phrase in phrases if phrase),
    )


def stems_of(text: str) -> list[str]:
    """The words of a text as they are sought, in order."""
    return [sought(word) for word in words_of(text)]


def sought(word: Word) -> str:
    """One word as it is sought."""
    return word.stem if word.number else bare(word.stem)


def named(found: Sequence[Word]) -> Iterator[str]:
    """The terms of the field that words name."""
    return (name.term.id for name in terms_in(found))


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
    table: dict[str, list[str]] = tomllib.loads(text)["endings"]
    return table


@cache
def _longest() -> int:
    return max(map(len, endings()))


@cache
def _empty() -> frozenset[str]:
    """Words that stand in every text."""
    return frozenset(fold(word) for language in LANGUAGES for word in words(language, "function_words"))


