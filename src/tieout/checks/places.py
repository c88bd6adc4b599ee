"""Names a place in a document: line and column of a text file, page of a document that has pages."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from tieout.reading.document import Document

TEXT_FORMATS = frozenset({"txt", "md"})
"""Formats whose text is the file's own, so that its lines are the file's lines."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Line and column, both from 1."""

    line: int
    column: int


class Places:
    """The places of one document."""

    def __init__(self, document: Document) -> None:
        self._lines = [0, *accumulate(len(line) + 1 for line in document.text.split("\n"))][:-1]
        self._pages = [(s.start, s.label) for s in document.spans_of("page")] if document.format == "pdf" else []

    def spot(self, offset: int) -> Spot:
        """Line and column of an offset."""
        line = bisect_right(self._lines, offset)
        return Spot(line, offset - self._lines[line - 1] + 1)

    def page(self, offset: int) -> str | None:
        """The page that an offset stands on, as printed, of a document that has pages."""
        return next((label for start, label in reversed(self._pages) if start <= offset and label), None)

    def name(self, offset: int, page: str = "p. {n}") -> str:
        """`12:5` (line and column), or `p. 7`."""
        label = self.page(offset)
        spot = self.spot(offset)
        return f"{spot.line}:{spot.column}" if label is None else page.format(n=label)
