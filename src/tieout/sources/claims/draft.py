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
from tieout.sources.claims.line import Line
from tieout.sources.holdings import Held
from tieout.sources.matching import Cited, matches
from tieout.sources.note import Note
from tieout.sources.read import SourcesOf

Standing = Literal["cited", "anything", "uncited", "lost", "elsewhere", "unknown"]
"""`cited`: the texts are at hand; `anything`: the draft has no notes; `lost`: the note's text is lost; `elsewhere`:
what is cited is not at hand; `unknown`: the library is complete, and nothing in it is what the note cites."""
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


def statements(reading: Reading, sources: SourcesOf, texts: Sequence[Held], *, complete: bool) -> Iterator[Statement]:
    """Every sentence of the running text. `complete` says that the library holds all that the draft may cite."""
    document = reading.document
    habit = habit_of(document.text, reading.language)
    cited = _Notes(document.text, sources.notes, texts, complete=complete)
    for passage in reading.passages:
        if passage.block.kind not in _JUDGED:
            continue
        for line in _parts(reading, passage, habit, cited):
            yield cited.statement(line) if sources.notes else Statement(line, "anything")


def _parts(reading: Reading, passage: Passage, habit: Habit, cited: _Notes) -> Iterator[Line]:
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


class _Notes:
    """The notes of a draft by the place of their marks, matched to the texts at hand."""

    def __init__(self, text: str, notes: Sequence[Note], texts: Sequence[Held], *, complete: bool) -> None:
        self._text, self._texts, self._complete = text, texts, complete
        self._places = sorted(
            ((place.start, place.supports_start, place.supports_end, note) for note in notes for place in note.places),
            key=lambda p: p[:3],
        )
        self._starts = [place[0] for place in self._places]
        self._matched: dict[str, list[list[int]]] = {}

    def marks_in(self, start: int, end: int) -> list[int]:
        """Where marks stand between two offsets."""
        return self._starts[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def statement(self, line: Line) -> Statement:
        """A sentence with what its notes cite."""
        notes = self._notes_of(line)
        if not notes:
            return Statement(line, "uncited")
        if all(note.lost for note in notes):
            return Statement(line, "lost")
        found = [numbers for note in notes if not note.lost for numbers in self._items(note)]
        items = tuple(sorted({n for numbers in found for n in numbers}))
        closed = not any(note.lost for note in notes) and all(found)
        if items:
            return Statement(line, "cited", items, closed=closed)
        return Statement(line, "unknown" if self._complete and closed is False and found else "elsewhere")

    def _notes_of(self, line: Line) -> list[Note]:
        """The notes whose mark stands in a sentence or right behind it; else those whose stretch holds most of it."""
        whole = line.whole
        low, high = bisect_left(self._starts, whole.start + 1), bisect_left(self._starts, whole.end + _BEHIND + 1)
        if high > low:
            return [note for _, _, _, note in self._places[low:high]]
        half = (whole.end - whole.start) / 2
        near = self._places[max(0, low - 1) : low + 4]
        return [n for _, start, end, n in near if min(end, whole.end) - max(start, whole.start) > half]

    def _items(self, note: Note) -> list[list[int]]:
        """The texts that each citation of a note means, nothing for one that is not at hand."""
        if note.id not in self._matched:
            cited = [Cited.of(c, self._text) for c in note.citations] or [
                Cited(p) for p in (note.text or "").split(";")
            ]
            found = [matches(one, self._texts) for one in cited if one.words.strip()]
            if not any(found) and note.text:
                found = [matches(Cited(note.text), self._texts)]
            self._matched[note.id] = found
        return self._matched[note.id]
