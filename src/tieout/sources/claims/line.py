"""A Line: one sentence with everything that can be compared: numbers, dates, places, words, terms. Built once, read
often.

Offsets are those of the passage's view; `place` gives those of the document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from tieout.evidence.mention import Mention
from tieout.evidence.mentions import mentions_of
from tieout.evidence.passage import Passage
from tieout.language.habit import Habit
from tieout.language.periods import DateMention, find_dates
from tieout.reading.view import View
from tieout.sources.claims.claim import Place
from tieout.sources.passages import keys_of, stop_stems
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
        view = self.passage.view
        alone = View(self.text, view.offsets[self.start : self.end], view.document)
        found = mentions_of(replace(self.passage, view=alone), self.language, self.habit)
        return [_moved(end, self.start) for mention in found for end in _ends(mention)]

    @cached_property
    def dates(self) -> Sequence[DateMention]:
        found = find_dates(self.text, self.language)
        return [replace(d, start=d.start + self.start, end=d.end + self.start) for d in found]

    @cached_property
    def telling(self) -> Sequence[Word]:
        """The words that say something by themselves."""
        stops = stop_stems()
        return [w for w in self.words if w.number or (len(w.stem) > 2 and w.stem not in stops)]

    def beside(self, start: int, end: int, reach: int = 2) -> frozenset[str]:
        """The telling words right before and behind a stretch: where in a sentence it stands."""
        before = [w for w in self.telling if w.end <= start][-reach:]
        behind = [w for w in self.telling if w.start >= end][:reach]
        return frozenset(self._key(word) for word in (*before, *behind))

    def _key(self, word: Word) -> str:
        """A word as its term, or as its root when it is none."""
        return next((f"={n.term.id}" for n in self.terms if n.start <= word.start < n.end), word.root)

    @cached_property
    def seen(self) -> dict[str, list[tuple[int, int]]]:
        """What was looked for in this line already (see wording.py)."""
        return {}

    def place(self, start: int, end: int) -> Place:
        """Words of the passage as a place in the document."""
        first, last = self.passage.view.span(start, end)
        return Place(self.doc, first, last, self.passage.view.document[first:last])

    @property
    def whole(self) -> Place:
        """The sentence as a place in the document."""
        return self.place(self.start, self.end)


def _moved(mention: Mention, by: int) -> Mention:
    """A mention of a sentence read alone, with offsets of its passage."""
    start, end, first, last = (at + by for at in (mention.start, mention.end, mention.number_start, mention.number_end))
    verb = None if mention.verb is None else (mention.verb[0] + by, mention.verb[1] + by)
    return mention.with_(start=start, end=end, number_start=first, number_end=last, verb=verb)


def _ends(mention: Mention) -> Sequence[Mention]:
    """A number alone, or the two ends of a range."""
    if mention.high is None:
        return [mention]
    return [mention.with_(high=None), mention.with_(value=mention.high, high=None)]
