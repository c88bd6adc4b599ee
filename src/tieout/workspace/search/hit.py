"""A Hit: a quote that answers a query, with its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tieout.sources.stems import words_of
from tieout.workspace.search.item import Bounds, Kind
from tieout.workspace.search.words import named, sought

_LONGEST = 600
"""Letters of a quote; a longer sentence is cut between words."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A quote: `text` is what stands in the document from `start` to `end`."""

    kind: Kind
    id: str
    """Of the record; of a passage, a name that stays as long as the file does."""
    doc: str
    start: int
    end: int
    text: str
    score: float
    """By which hits are ranked; comparable within one search only."""
    page: str | None = None
    label: str = ""
    """What a record is called: the figure's words, the number of a law, the name of a group."""


def quote(text: str, start: int, sentences: Sequence[Bounds], worth: Mapping[str, float]) -> Bounds:
    """Where the sentence stands that says most of what is sought. `text` begins at `start` of the document; `worth`
    is what finding a word or term is worth. A neighbour that adds to it joins it."""
    held = [_marks(text[a - start : b - start]) & worth.keys() for a, b in sentences]
    best = max(range(len(held)), key=lambda at: (sum(worth[mark] for mark in held[at]), -at))
    low, high = sentences[best]
    joined = set(held[best])
    for at in (best + 1, best - 1):
        if 0 <= at < len(held) and held[at] - joined:
            a, b = sentences[at]
            if max(high, b) - min(low, a) <= _LONGEST:
                low, high = min(low, a), max(high, b)
                joined |= held[at]
    return _cut(text, start, low, high, worth)


def _marks(sentence: str) -> set[str]:
    words = list(words_of(sentence))
    return {*map(sought, words), *named(words)}


def _cut(text: str, start: int, low: int, high: int, worth: Mapping[str, float]) -> Bounds:
    """Of a very long sentence, the stretch from its first word that is sought."""
    if high - low <= _LONGEST:
        return low, high
    inside = text[low - start : high - start]
    first = next((word.start for word in words_of(inside) if sought(word) in worth), 0)
    begin = 0 if first < _LONGEST // 2 else inside.rfind(" ", 0, first - 40) + 1
    end = min(len(inside), begin + _LONGEST)
    if end < len(inside):
        end = max(inside.rfind(" ", begin, end), begin + 1)
    return low + begin, low + end
