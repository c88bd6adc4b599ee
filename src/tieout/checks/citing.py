"""When the sources cited for a date were published: note marks of its sentence, the notes' texts, the dates in them.

What is not certain is not said: a mark without its note, a note without a date, two notes of one number give None.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tieout.checks.case import Case
from tieout.evidence.passage import Passage
from tieout.language.edtf import bounds, is_date
from tieout.language.periods import DateMention
from tieout.ties.tie import Member

_BEHIND = 3
"""A mark this many characters behind a sentence still belongs to it."""
_FULL = 10
"""Length of an EDTF date with its day."""
_YEAR = 4
_CITATION = re.compile(r"[^;]+")


@dataclass(frozen=True, slots=True)
class Source:
    """One citation of a note. `last` is the latest day on which it can have been published."""

    last: date
    words: Member
    to_the_day: bool


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of the running text with the sources cited behind it in its sentence."""

    passage: Passage
    mention: DateMention
    sentence: tuple[int, int]
    sources: Sequence[Source]
    others: Sequence[DateMention]
    """The other dates of the sentence."""

    @property
    def text(self) -> str:
        """The sentence."""
        return self.passage.text[slice(*self.sentence)]


def dated_sentences(case: Case) -> Iterator[Dated]:
    """Every dated statement whose sources are all known by their dates."""
    notes = _notes(case)
    if not notes:
        return
    marks = sorted((m.start, m.label) for m in case.reading.document.spans_of("note_mark") if m.label)
    places = [start for start, _ in marks]
    by_passage: dict[int, list[tuple[Passage, DateMention]]] = defaultdict(list)
    for passage, mention in case.dates():
        if passage.block.kind != "note":
            by_passage[passage.index].append((passage, mention))
    for group in by_passage.values():
        for passage, mention in group:
            sentence = passage.sentences[passage.sentence_at(mention.start)]
            first = passage.view.offsets[mention.end - 1]
            last = passage.view.offsets[sentence[1] - 1] + 1 + _BEHIND
            labels = [label for _, label in marks[bisect_left(places, first) : bisect_left(places, last + 1)]]
            found = [notes.get(label) for label in labels]
            if not found or any(sources is None for sources in found):
                continue
            others = [d for _, d in group if d is not mention and sentence[0] <= d.start < sentence[1]]
            yield Dated(passage, mention, sentence, [s for sources in found if sources for s in sources], others)


def _notes(case: Case) -> dict[str, list[Source] | None]:
    """The sources of each note by its number; None for a note that says too little."""
    bodies: dict[str, list[Passage]] = defaultdict(list)
    for passage in case.reading.passages:
        if passage.block.kind == "note" and passage.block.label:
            bodies[passage.block.label].append(passage)
    dates: dict[int, list[DateMention]] = defaultdict(list)
    for passage, mention in case.dates():
        if passage.block.kind == "note":
            dates[passage.index].append(mention)
    return {
        label: _sources(case, found[0], dates[found[0].index]) if len(found) == 1 else None
        for label, found in bodies.items()
    }


def _sources(case: Case, note: Passage, dates: Sequence[DateMention]) -> list[Source] | None:
    """A source for each citation (they are parted by semicolons); None when one of them has no date."""
    found = []
    for citation in _CITATION.finditer(note.text):
        inside = [d for d in dates if citation.start() <= d.start < citation.end()]
        ends = [(last, d) for d in inside if (last := _last_day(d)) is not None]
        if not ends or len(ends) < len(inside):
            return None
        days = [pair for pair in ends if _to_the_day(pair[1])]
        months = [pair for pair in ends if len(pair[1].edtf or "") != _YEAR]
        # A bare year beside a day is one of the title (`so far in 2023`, 23 May 2023).
        last, mention = max(months if days else ends, key=lambda pair: pair[0])
        found.append(Source(last, case.words(note, mention.start, mention.end), _to_the_day(mention)))
    return found or None


def _to_the_day(mention: DateMention) -> bool:
    return mention.kind == "day" and len(mention.edtf or "") == _FULL


def _last_day(mention: DateMention) -> date | None:
    if not mention.valid or mention.edtf is None or not is_date(mention.edtf):
        return None
    return bounds(mention.edtf)[1]
