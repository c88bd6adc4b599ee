"""Two editions of one document against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tieout.changes.alignment import Pairs, aligned
from tieout.changes.change import Change, Quote
from tieout.changes.figures import across_sentences, by_sentence, in_one_sentence
from tieout.changes.records import record_changes
from tieout.changes.sentence import Sentence, sentences_of
from tieout.evidence.records.record import Record
from tieout.workspace.part import Part

_LEAST = 30
"""Characters of a sentence that says something."""


def editions(old: Part, new: Part) -> tuple[Change, ...]:
    """What the newer edition says otherwise, in the order of its text; what is gone stands last."""
    mine, others = sentences_of(old.reading()), sentences_of(new.reading())
    pairs = aligned(mine, others)
    found = [
        *_figures(old, new, mine, others, pairs),
        *record_changes(old, new, _Meeting(mine, others, pairs)),
    ]
    told = {(q.doc, q.start) for change in found for q in (change.old, change.new) if q is not None}
    found += _statements(mine, others, pairs, told)
    return tuple(sorted(found, key=lambda c: (c.new is None, (c.new or c.old or _NOWHERE).start, c.kind)))


_NOWHERE = Quote("", 0, 0, "")


def _figures(
    old: Part, new: Part, mine: Sequence[Sentence], others: Sequence[Sentence], pairs: Pairs
) -> Iterator[Change]:
    before, after = by_sentence(old.figures, mine), by_sentence(new.figures, others)
    for a, b in pairs.items():
        if mine[a].exact != others[b].exact:
            yield from in_one_sentence(before.get(a, ()), after.get(b, ()), others[b].text)
    taken = set(pairs.values())
    lost = [(f, mine[n].text) for n, figures in before.items() if n not in pairs for f in figures]
    come = [(f, others[n].text) for n, figures in after.items() if n not in taken for f in figures]
    yield from across_sentences(lost, come, new.figures, old.figures)


def _statements(
    mine: Sequence[Sentence], others: Sequence[Sentence], pairs: Pairs, told: set[tuple[str, int]]
) -> Iterator[Change]:
    """Sentences without a figure or record of their own that came, went or were reworded."""
    taken = set(pairs.values())
    for a, sentence in enumerate(mine):
        if a not in pairs:
            if _says(sentence, told):
                yield Change("gone", "statement", _quote(sentence), None, sentence.text)
        elif (other := others[pairs[a]]).words != sentence.words and _says(other, told):
            yield Change(
                "revised", "statement", _quote(sentence), _quote(other), other.text, _reworded(sentence, other)
            )
    for b, sentence in enumerate(others):
        if b not in taken and _says(sentence, told):
            yield Change("added", "statement", None, _quote(sentence), sentence.text)


def _says(sentence: Sentence, told: set[tuple[str, int]]) -> bool:
    """Whether a sentence says something that no other change has told."""
    if len(sentence.text) < _LEAST:
        return False
    return not any(doc == sentence.doc and sentence.start <= start < sentence.end for doc, start in told)


def _reworded(old: Sentence, new: Sentence) -> str:
    """`without “allegedly”; with “confirmed”`: the words that only one wording has, in their order."""
    gone = [word for stem, word in old.stems.items() if stem not in new.stems]
    come = [word for stem, word in new.stems.items() if stem not in old.stems]
    return "; ".join(f"{name} “{', '.join(words)}”" for name, words in (("without", gone), ("with", come)) if words)


def _quote(sentence: Sentence) -> Quote:
    return Quote(sentence.doc, sentence.start, sentence.end, sentence.text)


class _Meeting:
    """Tells whether two records stand in one sentence, as the two editions have it."""

    def __init__(self, mine: Sequence[Sentence], others: Sequence[Sentence], pairs: Pairs) -> None:
        self._mine, self._others, self._pairs = mine, others, pairs

    def __call__(self, old: Record, new: Record) -> bool:
        a, b = _sentence_at(old.start, self._mine), _sentence_at(new.start, self._others)
        return a is not None and b is not None and self._pairs.get(a) == b


def _sentence_at(offset: int, sentences: Sequence[Sentence]) -> int | None:
    return next((n for n, s in enumerate(sentences) if s.start <= offset < s.end), None)
