"""The scene: a document's figures seated in their sentences, with the words between them.

Kinds of ties look for their candidates here and nowhere else, so that a tie is only proposed where the text itself
puts numbers side by side.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tieout.evidence.figure import Figure
from tieout.evidence.passage import Passage
from tieout.reading.document import Document


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

    def following(self, seat: Seat) -> Seat | None:
        """The next seat of this sentence."""
        index = self.seats.index(seat) + 1
        return self.seats[index] if index < len(self.seats) else None


@dataclass(frozen=True, slots=True)
class Scene:
    """A document with its sentences in reading order (those without figures too)."""

    document: Document
    language: str
    sentences: tuple[Sentence, ...]

    def seats(self) -> Iterator[tuple[Sentence, Seat]]:
        """Every seat with its sentence, in reading order."""
        return ((sentence, seat) for sentence in self.sentences for seat in sentence.seats)


def scene_of(document: Document, language: str, passages: Sequence[Passage], figures: Sequence[Figure]) -> Scene:
    """Seat every figure of the document in its sentence. Figures outside all passages are left out."""
    sentences: list[Sentence] = []
    first: dict[int, int] = {}
    for passage in passages:
        first[passage.index] = len(sentences)
        before = None
        for number, (start, end) in enumerate(passage.sentences):
            before = Sentence(passage.text, start, end, passage, number, [], before)
            sentences.append(before)
    pieces = sorted(
        ((start, end, passage) for passage in passages for start, end in passage.block.pieces), key=lambda p: p[:2]
    )
    starts = [start for start, _, _ in pieces]
    for figure in figures:
        index = bisect_right(starts, figure.start) - 1
        if index < 0 or figure.start >= pieces[index][1] or not pieces[index][2].sentences:
            continue
        passage = pieces[index][2]
        start, end = passage.view.find(figure.start), passage.view.find(figure.end - 1) + 1
        home = sentences[first[passage.index] + passage.sentence_at(start)]
        home.seats.append(Seat(figure, start, end))
    for sentence in sentences:
        sentence.seats.sort(key=lambda seat: seat.start)
    return Scene(document, language, tuple(sentences))
