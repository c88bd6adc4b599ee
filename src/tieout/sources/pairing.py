"""Notes of a document, each with its marks: which body belongs to which mark, and which marks have lost theirs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tieout.reading.document import Block, Document, Span


@dataclass(slots=True)
class Pair:
    """One note: its marks in text order and its body; either may be lost."""

    label: str
    marks: list[Span] = field(default_factory=list)
    body: Block | None = None

    @property
    def at(self) -> int:
        """Where the note stands in the order of notes."""
        return self.marks[0].start if self.marks else self.body.start if self.body else 0


def pairs_of(document: Document) -> list[Pair]:
    """All notes, in order of their first marks. Bodies whose number is lost are no notes (see the losses)."""
    marks: dict[str, list[Span]] = defaultdict(list)
    for mark in document.spans_of("note_mark"):
        if mark.label:
            marks[mark.label].append(mark)
    bodies: dict[str, list[Block]] = defaultdict(list)
    for block in document.blocks:
        if block.kind == "note" and block.label:
            bodies[block.label].append(block)
    found = [pair for label in dict.fromkeys((*marks, *bodies)) for pair in _paired(label, marks[label], bodies[label])]
    return sorted(found, key=lambda pair: pair.at)


def _paired(label: str, marks: Sequence[Span], bodies: Sequence[Block]) -> Iterator[Pair]:
    """The notes of one number. A number used again (in each chapter) has as many bodies as marks, in the same order."""
    if len(bodies) <= 1:
        yield Pair(label, list(marks), bodies[0] if bodies else None)
        return
    pairs = [Pair(label, [], body) for body in bodies]
    if len(marks) == len(bodies):
        for pair, mark in zip(pairs, marks, strict=True):
            pair.marks.append(mark)
    else:
        # The body of a mark is the next one below it; of several marks in a row all have that one.
        for mark in marks:
            below = next((pair for pair in pairs if pair.body and pair.body.start > mark.start), pairs[-1])
            below.marks.append(mark)
    yield from pairs
