"""When the sources cited for a date were published: note marks of its sentence, and the dates of what the notes cite.

What is not certain is not said: a mark without its note, a note without a date, two notes of one number give None.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tieout.checks.case import Case
from tieout.evidence.passage import Passage
from tieout.language.edtf import bounds, is_date
from tieout.language.periods import DateMention
from tieout.sources.citation import Citation
from tieout.sources.note import Note
from tieout.ties.tie import Member

_BEHIND = 3
"""A mark this many characters behind a sentence still belongs to it."""
_FULL = 10
"""Length of an EDTF date with its day."""


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
    """The sources of each note by its number; None for a note that says too little, and for a number used twice."""
    marked = any(case.reading.document.spans_of("note_mark"))
    found: dict[str, list[Source] | None] = {}
    for note in case.sources().notes if marked else ():
        found[note.number] = None if note.number in found else _sources(case, note)
    return found


def _sources(case: Case, note: Note) -> list[Source] | None:
    """A source for each citation of a note; None when it has none, or one without a date."""
    found = []
    for citation in note.citations:
        last = _last_day(citation.date)
        if last is None:
            return None
        found.append(Source(last, _words(case, citation), len(citation.date or "") == _FULL))
    return found or None


def _words(case: Case, citation: Citation) -> Member:
    """The words of the citation's date; those of the whole citation where the date stands elsewhere (`ibid.`)."""
    low, high = citation.start, citation.end
    if citation.date_start is not None and citation.date_end is not None:
        low, high = citation.date_start, citation.date_end
    return Member(case.path, low, high, case.reading.document.text[low:high])


def _last_day(edtf: str | None) -> date | None:
    return bounds(edtf)[1] if edtf is not None and is_date(edtf) else None
