"""A Note: its mark in the running text, the stretch of text it supports, its body, and what it cites."""

from __future__ import annotations

from dataclasses import dataclass

from tieout.sources.citation import Citation


@dataclass(frozen=True, slots=True)
class Place:
    """One mark of a note, and the stretch of running text it supports: from the mark (or sentence) before it to it."""

    start: int
    end: int
    supports_start: int
    supports_end: int


@dataclass(frozen=True, slots=True)
class Note:
    """A note of a document. All offsets are those of `Document.text`."""

    id: str
    """`12`; a number that a document uses again (in each chapter) is `12-2`, `12-3`."""
    number: str
    """As printed."""
    mark_start: int | None
    """The first mark. None where the text has lost it."""
    mark_end: int | None
    start: int | None
    """The body with its number. None where the text has lost it: then `lost`, and nothing is said of its citations."""
    end: int | None
    text: str | None
    """The body as one clean line, without its number."""
    lost: bool
    citations: tuple[Citation, ...]
    supports_start: int | None
    supports_end: int | None
    again: tuple[Place, ...] = ()
    """Further marks of the same note, in order."""
    pieces: tuple[tuple[int, int], ...] = ()
    """The stretches of the body: more than one where a page ends inside it."""

    @property
    def places(self) -> tuple[Place, ...]:
        """All marks of the note, in order."""
        if self.mark_start is None or self.mark_end is None:
            return self.again
        first = Place(
            self.mark_start,
            self.mark_end,
            self.mark_start if self.supports_start is None else self.supports_start,
            self.mark_start if self.supports_end is None else self.supports_end,
        )
        return (first, *self.again)
