"""A Line: one sentence with everything that can be compared: numbers, dates, places, words, terms. Built once, read often.

Offsets are those of the passage's view; `place` gives those of the document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tieout.evidence.mention import Mention
from tieout.evidence.mentions import mentions_of
from tieout.evidence.passage import Passage
from tieout.language.habit import Habit
from tieout.language.periods import DateMention, find_dates
from tieout.sources.claims.claim import Place
from tieout.sources.passages import keys_of
from tieout.sources.stems import Word, words_of
from tieout.sources.terms import Named, terms_in


@dataclass(frozen=True)
class Line:
    """A sentence of a passage: `passage.text[start:end]`, in the document at `doc`."""

    doc: str
    passage: Passage
    start: int
    end: int
    language: str
    habit: Habit = field(repr=False)

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]

    @cached_property
    def words(self) -> Sequence[Word]:
        """Words and numerals, with offsets of the passage."""
        return [Word(w.start + self.start, w.end + self.start, w.stem, w.number, w.name) for w in words_of(self.text)]

    @cached_property
    def terms(self) -> Sequence[Named]:
        return terms_in(self.words)

    @cached_property
    def term_ids(self) -> frozenset[str]:
        return frozenset(named.term.id for named in self.terms)

    @cached_property
    def keys(self) -> frozenset[str]:
        """What the sentence is found by."""
        return frozenset(keys_of(self.words))

    @cached_property
    def mentions(self) -> Sequence[Mention]:
        """The numbers that are figures; a range is its two ends."""
        found = mentions_of(self.passage, self.language, self.habit)
        return [end for m in found if self.start <= m.start < self.end for end in _ends(m)]

    @cached_property
    def dates(self) -> Sequence[DateMention]:
        return [d for d in find_dates(self.passage.text, self.language) if self.start <= d.start < self.end]

    def place(self, start: int, end: int) -> Place:
        """Words of the passage as a place in the document."""
        first, last = self.passage.view.span(start, end)
        return Place(self.doc, first, last, self.passage.view.document[first:last])

    @property
    def whole(self) -> Place:
        """The sentence as a place in the document."""
        return self.place(self.start, self.end)


def _ends(mention: Mention) -> Sequence[Mention]:
    """A number alone, or the two ends of a range."""
    if mention.high is None:
        return [mention]
    return [mention.with_(high=None), mention.with_(value=mention.high, high=None)]
