"""Which sentence of the newer edition is which of the older: the same words first, then the likest in the same place,
then the likest anywhere. What is not surely one sentence is left alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from tieout.changes.sentence import Sentence

_HERE = 0.5
"""The share of their words that two sentences in one place must have in common to be one."""
_ANYWHERE = 0.7
"""The same, for two that stand in different places."""
_LEAST = 4
"""Words that a sentence must have to be known again by likeness."""
_RARE = 25
"""Sentences that may share a word for the word to lead from one to another."""

Pairs = dict[int, int]
"""Number of a sentence of the older edition to that of the newer."""


def aligned(old: Sequence[Sentence], new: Sequence[Sentence]) -> Pairs:
    """The sentences that are in both editions, reworded or not."""
    pairs: Pairs = {}
    matcher = SequenceMatcher(None, [s.exact for s in old], [s.exact for s in new], autojunk=False)
    gaps = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            pairs.update(zip(range(a, b), range(c, d), strict=True))
        elif tag == "replace":
            gaps.append((range(a, b), range(c, d)))
    _moved(old, new, pairs)
    for mine, others in gaps:
        _liken(old, new, pairs, mine, others, _HERE)
    _liken(old, new, pairs, range(len(old)), range(len(new)), _ANYWHERE)
    return pairs


def _moved(old: Sequence[Sentence], new: Sequence[Sentence], pairs: Pairs) -> None:
    """Pair the sentences that stand elsewhere word for word."""
    places: dict[str, list[int]] = defaultdict(list)
    taken = set(pairs.values())
    for n, sentence in enumerate(new):
        if n not in taken:
            places[sentence.exact].append(n)
    for n, sentence in enumerate(old):
        if n not in pairs and places.get(sentence.exact):
            pairs[n] = places[sentence.exact].pop(0)


def _liken(
    old: Sequence[Sentence], new: Sequence[Sentence], pairs: Pairs, mine: range, others: range, least: float
) -> None:
    """Pair what is left of two stretches, the likest first."""
    taken = set(pairs.values())
    left = [n for n in mine if n not in pairs]
    right = [n for n in others if n not in taken]
    scored = sorted(
        ((-_likeness(old[a], new[b]), a, b) for a, b in _near(old, new, left, right)),
    )
    for score, a, b in scored:
        if -score >= least and a not in pairs and b not in taken:
            pairs[a] = b
            taken.add(b)


def _near(
    old: Sequence[Sentence], new: Sequence[Sentence], left: Sequence[int], right: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """The pairs worth looking at: those with a word in common that few sentences have."""
    having: dict[str, list[int]] = defaultdict(list)
    for b in right:
        for word in new[b].words:
            having[word].append(b)
    for a in left:
        near = {b for word in old[a].words if len(having.get(word, ())) <= _RARE for b in having.get(word, ())}
        yield from ((a, b) for b in sorted(near))


def _likeness(one: Sentence, other: Sentence) -> float:
    """The share of all their words that both have, numerals left out; 0 for sentences of few words."""
    if min(len(one.words), len(other.words)) < _LEAST:
        return 0.0
    return len(one.words & other.words) / len(one.words | other.words)
