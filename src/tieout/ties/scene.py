"""The scene: a document's figures seated in their sentences, with the words between them.

Kinds of ties look for their candidates here and nowhere else, so that a tie is only proposed where the text itself
puts numbers side by side.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tieout.evidence.figure import Figure
from tieout.evidence.passage import Passage
from tieout.reading.document import Document, Span

MOST = 150
"""A sentence with more figures than this is no prose: hardly anything in it says which of them belong together."""
STRETCH = 25
"""Figures of a crowded sentence that are tied with one another: what stands further apart is not."""
_BEHIND = 3
"""A mark this many characters behind the last one still belongs to the sentence."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A figure at `start`, `end` of its passage's clean line."""

    figure: Figure
    start: int
    end: int


@dataclass(slots=True)
class Sentence:
    """One sentence with its seats in text order. `line` is the whole clean passage, `start`, `end` the sentence in
    it."""

    line: str
    start: int
    end: int
    passage: Passage
    number: int
    """Of the sentence within its passage, from 0."""
    seats: list[Seat] = field(default_factory=list)
    before: Sentence | None = None
    """The sentence before this one in the same passage."""
    marks: Sequence[Span] = ()
    """The note marks of its passage."""
    crowded: bool = False
    """True for a stretch of a sentence that is no prose: nearness alone says nothing there."""

    @property
    def text(self) -> str:
        return self.line[self.start : self.end]

    def between(self, left: Seat, right: Seat) -> str:
        """The words between two seats of this passage."""
        return self.line[left.end : right.start]

    def ahead(self, seat: Seat, length: int = 60) -> str:
        """The words that lead up to a seat, within the sentence."""
        return self.line[max(self.start, seat.start - length) : seat.start]

    def after(self, seat: Seat, length: int = 60) -> str:
        """The words that follow a seat, within the sentence."""
        return self.line[seat.end : min(self.end, seat.end + length)]

    def cited(self) -> Iterator[str]:
        """The numbers of the notes whose marks stand in the sentence or right behind it."""
        offsets = self.passage.view.offsets
        first, last = offsets[self.start], offsets[self.end - 1] + 1
        for mark in self.marks:
            if first <= mark.start <= last + _BEHIND and mark.label:
                yield mark.label

    def following(self, seat: Seat) -> Seat | None:
        """The next seat of this sentence."""
        return next((other for other in self.seats if other.start > seat.start), None)


@dataclass(frozen=True, slots=True)
class Scene:
    """A document with its sentences in reading order (those without figures too)."""

    document: Document
    language: str
    sentences: tuple[Sentence, ...]
    noted: Mapping[str, Sequence[Figure]]
    """Figures in notes by the note's number."""
    crowds: tuple[int, ...] = ()
    """How many figures each sentence had that was cut into stretches because it is no prose."""

    def seats(self) -> Iterator[tuple[Sentence, Seat]]:
        """Every seat with its sentence, in reading order."""
        return ((sentence, seat) for sentence in self.sentences for seat in sentence.seats)


def scene_of(document: Document, language: str, passages: Sequence[Passage], figures: Sequence[Figure]) -> Scene:
    """Seat every figure of the running text in its sentence; figures in notes are kept by the note they stand in.

    Sentences with more than `MOST` figures are cut into stretches.
    """
    sentences: list[Sentence] = []
    first: dict[int, int] = {}
    pieces = sorted(
        ((start, end, passage) for passage in passages for start, end in passage.block.pieces), key=lambda p: p[:2]
    )
    starts = [start for start, _, _ in pieces]
    marks: dict[int, list[Span]] = defaultdict(list)
    for mark in document.spans_of("note_mark"):
        home = _home(pieces, starts, mark.start)
        if home is not None:
            marks[home.index].append(mark)
    for passage in passages:
        first[passage.index] = len(sentences)
        before = None
        for number, (start, end) in enumerate(passage.sentences):
            here = marks.get(passage.index, ())
            before = Sentence(passage.text, start, end, passage, number, [], before, here)
            sentences.append(before)
    noted: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        home = _home(pieces, starts, figure.start)
        if home is None or not home.sentences:
            continue
        if figure.where == "note" or home.block.kind == "note":
            noted[home.block.label or ""].append(figure)
            continue
        start, end = home.view.find(figure.start), home.view.find(figure.end - 1) + 1
        sentences[first[home.index] + home.sentence_at(start)].seats.append(Seat(figure, start, end))
    crowds = []
    parted: list[Sentence] = []
    for sentence in sentences:
        sentence.seats.sort(key=lambda seat: seat.start)
        if len(sentence.seats) > MOST:
            crowds.append(len(sentence.seats))
            parted.extend(_stretches(sentence))
        else:
            parted.append(sentence)
    return Scene(document, language, tuple(parted), noted, tuple(crowds))


def _stretches(sentence: Sentence) -> Iterator[Sentence]:
    """A crowded sentence in stretches of a few neighbours, so that work stays linear in its figures."""
    seats, start = sentence.seats, sentence.start
    for first in range(0, len(seats), STRETCH):
        taken = seats[first : first + STRETCH]
        last = first + STRETCH >= len(seats)
        end = sentence.end if last else seats[first + STRETCH].start
        yield Sentence(sentence.line, start, end, sentence.passage, sentence.number, taken, None, sentence.marks, True)
        start = end


def _home(pieces: Sequence[tuple[int, int, Passage]], starts: Sequence[int], offset: int) -> Passage | None:
    """The passage that holds a document offset."""
    index = bisect_right(starts, offset) - 1
    return pieces[index][2] if index >= 0 and offset < pieces[index][1] else None
