"""Sentences of a document as the page quotes them: clean words, where they stand, the heading above."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from tieout.evidence.corpus import Reading
from tieout.evidence.passage import Passage

_BACK = 40
"""Sentences to look back for the one that holds some words: notes may stand between its halves."""


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence. `text` is its cleaned line; `start`, `end` are the document's."""

    doc: str
    start: int
    end: int
    passage: Passage
    low: int
    high: int
    """Its ends in the view of its passage."""
    language: str
    headings: tuple[str, ...]
    """The headings above it, outermost first."""

    @property
    def text(self) -> str:
        """The words, without line breaks and note marks."""
        return self.passage.text[self.low : self.high].strip()

    @property
    def kind(self) -> str:
        """What its block is: `paragraph`, `heading`, `cell`."""
        return self.passage.block.kind

    def holds(self, start: int, end: int) -> bool:
        """Whether some words of the document stand in it."""
        return self.start <= start < end <= self.end

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The place of some words of the document in `passage.text[low:high]`, counted from its beginning."""
        view = self.passage.view
        first = min(max(view.find(start), self.low), self.high)
        return first - self.low, min(max(view.find(end), first), self.high) - self.low


class Sentences:
    """The sentences of one document."""

    def __init__(self, reading: Reading) -> None:
        self.all = sorted(_sentences(reading), key=lambda s: (s.start, s.end))
        self._starts = [s.start for s in self.all]

    def at(self, start: int, end: int) -> Sentence | None:
        """The shortest stretch that holds the beginning of some words; None where they stand in no running text."""
        last = bisect_right(self._starts, start)
        holding = [s for s in self.all[max(0, last - _BACK) : last] if s.start <= start < s.end]
        return min(holding, key=lambda s: (end > s.end, s.end - s.start), default=None)


def _sentences(reading: Reading) -> Iterator[Sentence]:
    doc, passages = reading.document.path, reading.passages
    for passage in passages:
        headings = tuple(passages[at].text for at in passage.headings)
        for low, high in passage.sentences:
            if high > low:
                start, end = passage.view.span(low, high)
                yield Sentence(doc, start, end, passage, low, high, reading.language, headings)
