"""The passages of a library and the search among them: sentences found by the figures, names, dates and words they
share with a claim. Lexical and deterministic; across English and Spanish numbers, names, cognates and terms align.

It knows nothing of whether a passage supports a claim (see claims/).
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tieout.evidence.passage import Passage
from tieout.language.tables import LANGUAGES, table
from tieout.sources.stems import Word, words_of
from tieout.sources.terms import terms_in

_NUMBER_WEIGHT = 2.0
_COMMON = 0.2
"""A key that this share of all sentences has finds nothing."""
_FEW = 50
"""In a library of fewer sentences than this no key is too common."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of a library text: `passage.text[start:end]`, a sentence of the text number `item`."""

    item: int
    passage: Passage
    start: int
    end: int
    first: int = 0
    """Whether it opens its passage: its number among the passage's sentences."""

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]


def stop_stems() -> frozenset[str]:
    """Stems of the words that say nothing by themselves, of both languages."""
    return _STOP


def _stops() -> frozenset[str]:
    families = ("determiner", "preposition", "conjunction", "clause", "pronoun", "auxiliary", "of")
    listed = (w for lang in LANGUAGES for family in families for w in table(lang, "function_words")[family]["words"])
    return frozenset(word.stem for words in listed for word in words_of(words))


_STOP = _stops()


def keys_of(words: Sequence[Word]) -> set[str]:
    """What a line is found by: roots of its words, its numbers, its terms."""
    keys = {word.root for word in words if word.number or (len(word.stem) > 2 and word.stem not in _STOP)}
    keys.update(f"={named.term.id}" for named in terms_in(words))
    return keys


class Index:
    """An inverted index over units."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        postings: dict[str, array[int]] = defaultdict(lambda: array("i"))
        self._lengths = array("d")
        self.keys: list[frozenset[str]] = []
        """The keys of each unit."""
        for number, unit in enumerate(units):
            keys = frozenset(keys_of(list(words_of(unit.text))))
            self.keys.append(keys)
            for key in keys:
                postings[key].append(number)
            self._lengths.append((20 + len(keys)) ** 0.3)
        self._postings: Mapping[str, array[int]] = postings
        self._limit = max(_FEW, _COMMON * len(units))
        self._ranges: dict[int, tuple[int, int]] = {}
        for number, unit in enumerate(units):
            low, _ = self._ranges.get(unit.item, (number, number))
            self._ranges[unit.item] = (low, number + 1)

    def weight(self, key: str) -> float:
        """How telling a key is: high for rare ones and for numbers."""
        known = len(self._postings.get(key, ()))
        rare = math.log(1 + len(self.units) / (known + 0.5))
        return rare * (_NUMBER_WEIGHT if key[0].isdigit() else 1.0)

    def search(self, keys: Iterable[str], items: Collection[int] | None = None, limit: int = 8) -> list[int]:
        """The units that share most with these keys, the best first; only those of some items when these are given."""
        scores: Counter[int] = Counter()
        ranges = None if items is None else [self._ranges[item] for item in items if item in self._ranges]
        for key in keys:
            posted = self._postings.get(key)
            if posted is None or (len(posted) > self._limit and ranges is None):
                continue
            weight = self.weight(key)
            for number in posted if ranges is None else _inside(posted, ranges):
                scores[number] += weight  # type: ignore[assignment]
        lengths = self._lengths
        best = sorted(scores, key=lambda n: (-scores[n] / lengths[n], n))
        return best[:limit]

    def around(self, number: int) -> frozenset[str]:
        """The keys of the sentences right before and behind a unit, of the same text."""
        item = self.units[number].item
        near = [n for n in (number - 1, number + 1) if 0 <= n < len(self.units) and self.units[n].item == item]
        return frozenset().union(*(self.keys[n] for n in near))

    def holding(self, key: str, items: Collection[int] | None = None) -> list[int]:
        """Every unit that has a key."""
        posted = self._postings.get(key, array("i"))
        if items is None:
            return list(posted)
        return list(_inside(posted, [self._ranges[item] for item in items if item in self._ranges]))


def _inside(posted: array[int], ranges: Sequence[tuple[int, int]]) -> Iterable[int]:
    from bisect import bisect_left

    for low, high in ranges:
        yield from posted[bisect_left(posted, low) : bisect_left(posted, high)]
