"""Backed statements: a stretch of running text with the notes that support it and what they cite.

Marks beside each other support the same stretch and are one group. Nothing is judged here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tieout.checks.case import Case
from tieout.checks.sourcing.noted import notes
from tieout.checks.sourcing.once import once
from tieout.evidence.passage import Passage
from tieout.sources.citation import Citation
from tieout.sources.note import Note

_RUNNING = frozenset({"paragraph", "list_item", "cell", "caption"})


@dataclass(frozen=True, slots=True)
class Backed:
    """`passage.text[start:end]` is what the notes support, cut to the sentence that the marks stand in."""

    passage: Passage
    start: int
    end: int
    sentence: tuple[int, int]
    notes: tuple[Note, ...]
    mark: int
    """Where the first mark stands in the document."""

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]

    @property
    def said(self) -> str:
        """The whole sentence."""
        return self.passage.text[slice(*self.sentence)]

    @property
    def known(self) -> bool:
        """Whether the text of every note is at hand."""
        return not any(note.lost for note in self.notes)

    @property
    def citations(self) -> Sequence[Citation]:
        """What the notes cite as their source; what they name for more (`see also`) is left out."""
        return [c for note in self.notes for c in note.citations if not c.see_also]


@once
def backed(case: Case) -> list[Backed]:
    """Every backed statement of a document, in order of its marks."""
    found_places = ((p.start, p.supports_start, note) for note in notes(case) for p in note.places)
    places = sorted(found_places, key=lambda p: p[:2])
    if not places:
        return []
    finder = _Finder(case.reading.passages)
    groups: list[list[tuple[int, int, Note]]] = []
    for place in places:
        if groups and groups[-1][-1][1] == place[1]:
            groups[-1].append(place)
        else:
            groups.append([place])
    found = []
    for group in groups:
        mark, low, _ = group[0]
        passage = finder.at(mark - 1)
        if passage is None:
            continue
        view = passage.view
        end = view.find(mark)
        while end and view.text[end - 1] == " ":
            end -= 1
        if not end:
            continue
        sentence = passage.sentences[passage.sentence_at(end - 1)]
        start = max(view.find(low), sentence[0])
        if start < end:
            found.append(Backed(passage, start, end, sentence, tuple(place[2] for place in group), mark))
    return found


def of_sentence(case: Case, passage: Passage, sentence: tuple[int, int], start: int = 0) -> list[Backed]:
    """The statements of one sentence, from an offset on."""
    return [b for b in by_passage(case).get(passage.index, ()) if b.sentence == sentence and b.end >= start]


@once
def by_passage(case: Case) -> dict[int, list[Backed]]:
    """The statements by the index of their passage."""
    out: dict[int, list[Backed]] = {}
    for one in backed(case):
        out.setdefault(one.passage.index, []).append(one)
    return out


class _Finder:
    """The passage of running text that holds an offset of the document."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        rows = sorted(
            (start, end, passage.view.offsets[0], passage.index)
            for passage in passages
            if passage.block.kind in _RUNNING and len(passage.view)
            for start, end in passage.block.pieces
            if end > passage.view.offsets[0] and start <= passage.view.offsets[-1]
        )
        self._rows = [(max(start, first), end, index) for start, end, first, index in rows]
        self._rows.sort()
        self._starts = [row[0] for row in self._rows]
        self._passages = passages

    def at(self, offset: int) -> Passage | None:
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or offset >= self._rows[at][1]:
            return None
        return self._passages[self._rows[at][2]]
