"""The sentences of a draft and the texts each rests on: a sentence with a note mark inside is parted there, and each
part rests on the notes that support it. In a draft without notes every text at hand is a candidate.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from tieout.evidence.corpus import Reading
from tieout.evidence.passage import Passage
from tieout.language.detect import language_of
from tieout.language.habit import Habit, habit_of
from tieout.reading.document import Document, Span
from tieout.sources.claims.line import Line
from tieout.sources.holdings import Holdings
from tieout.sources.matching import Cited, matches
from tieout.sources.note import Note
from tieout.sources.read import SourcesOf

Standing = Literal["cited", "anything", "uncited", "lost", "elsewhere", "unknown"]
"""`cited`: the texts are at hand; `anything`: the draft has no notes; `lost`: the note's text is lost; `elsewhere`:
what is cited is not at hand; `unknown`: the library is complete, and nothing in it is what the note cites, or no text
has the key that the draft cites."""
_JUDGED = frozenset({"paragraph", "list_item"})
_BEHIND = 3
"""Characters behind a sentence in which its note mark may stand."""
_GAP = 100
"""Characters between two letters of a sentence from which on something else stands between them."""
_LEAST = 25
"""Characters that a part of a sentence must have to be a claim of its own."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, or a part of one, with the texts it is held against. `closed`: nothing else is cited for it."""

    line: Line
    standing: Standing
    items: tuple[int, ...] = ()
    closed: bool = True


def statements(reading: Reading, sources: SourcesOf, holdings: Holdings, *, complete: bool) -> Iterator[Statement]:
    """Every sentence of the running text. `complete` says that the library holds all that the draft may cite."""
    document = reading.document
    habit = habit_of(document.text, reading.language)
    cited = _Marks(document, sources.notes, holdings, complete=complete)
    for passage in reading.passages:
        if passage.block.kind not in _JUDGED:
            continue
        for line in _parts(reading, passage, habit, cited):
            yield cited.statement(line) if cited.any else Statement(line, "anything")


def _parts(reading: Reading, passage: Passage, habit: Habit, cited: _Marks) -> Iterator[Line]:
    """The sentences of a passage, parted at the note marks inside them."""
    view, path = passage.view, reading.document.path
    language = _language(passage, reading.language)
    habit = habit if language == reading.language else habit_of(passage.text, language)
    for start, end in passage.sentences:
        at = start
        marks = [view.find(mark) for mark in cited.marks_in(view.offsets[start], view.offsets[end - 1])]
        for cut in sorted({*marks, *_gaps(view.offsets, start, end)}):
            if cut - at >= _LEAST and end - cut >= _LEAST:
                yield Line(path, passage, at, cut, language, habit)
                at = cut
        while at < end and passage.text[at] in " ,;.":
            at += 1
        if at < end:
            yield Line(path, passage, at, end, language, habit)


def _language(passage: Passage, usual: str) -> str:
    """The language of a passage: a draft may quote or be put together of two."""
    return language_of(passage.text) if len(passage.text) >= _TELLING else usual


_TELLING = 80
"""Characters that tell a language."""


def _gaps(offsets: Sequence[int], start: int, end: int) -> list[int]:
    """Where a sentence goes on elsewhere in the document, because a page foot stands inside it."""
    if offsets[end - 1] - offsets[start] < end - start + _GAP:
        return []
    return [i for i in range(start + 1, end) if offsets[i] - offsets[i - 1] > _GAP]


class _Marks:
    """What a draft cites, by the place of its marks: notes, and citations by key; matched to the texts at hand."""

    def __init__(self, document: Document, notes: Sequence[Note], holdings: Holdings, *, complete: bool) -> None:
        self._text, self._holdings, self._complete = document.text, holdings, complete
        places: list[_Place] = [
            (place.start, place.supports_start, place.supports_end, note) for note in notes for place in note.places
        ]
        places += [(span.start, span.start, span.start, span) for span in document.spans_of("citation")]
        self._places = sorted(places, key=lambda p: p[:3])
        self._starts = [place[0] for place in self._places]
        self._matched: dict[str, list[list[int]]] = {}
        self.any = bool(notes or places)

    def marks_in(self, start: int, end: int) -> list[int]:
        """Where marks stand between two offsets."""
        return self._starts[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def statement(self, line: Line) -> Statement:
        """A sentence with what its marks cite."""
        cited = self._cited(line)
        if not cited:
            return Statement(line, "uncited")
        told = [one for one in cited if isinstance(one, Span) or not one.lost]
        if not told:
            return Statement(line, "lost")
        found = [numbers for one in told for numbers in self._items(one)]
        items = tuple(sorted({n for numbers in found for n in numbers}))
        closed = len(told) == len(cited) and all(found)
        if items:
            return Statement(line, "cited", items, closed=closed)
        surely = self._complete or all(isinstance(one, Span) for one in cited)
        return Statement(line, "unknown" if surely and not closed and found else "elsewhere")

    def _cited(self, line: Line) -> list[Note | Span]:
        """The notes and keys whose mark stands in a sentence or right behind it; else the notes whose stretch holds
        most of it."""
        whole = line.whole
        low, high = bisect_left(self._starts, whole.start + 1), bisect_left(self._starts, whole.end + _BEHIND + 1)
        if high > low:
            return [cited for _, _, _, cited in self._places[low:high]]
        half = (whole.end - whole.start) / 2
        near = self._places[max(0, low - 1) : low + 4]
        return [cited for _, start, end, cited in near if min(end, whole.end) - max(start, whole.start) > half]

    def _items(self, cited: Note | Span) -> list[list[int]]:
        """The texts that each citation means, nothing for one that is not at hand."""
        if isinstance(cited, Span):
            numbers = [self._holdings.cited(key) for key in (cited.target or "").split()]
            return [[] if number is None else [number] for number in numbers]
        if cited.id not in self._matched:
            self._matched[cited.id] = self._items_of(cited)
        return self._matched[cited.id]

    def _items_of(self, note: Note) -> list[list[int]]:
        texts = self._holdings.texts
        cited = [Cited.of(c, self._text) for c in note.citations] or [Cited(p) for p in (note.text or "").split(";")]
        found = [matches(one, texts) for one in cited if one.words.strip()]
        if not any(found) and note.text:
            return [matches(Cited(note.text), texts)]
        return found


_Place = tuple[int, int, int, Note | Span]
"""A mark: where it stands, the stretch of text that it supports, and the note or citation."""
