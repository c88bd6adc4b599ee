"""Names of places as people say them: the page of a document that has pages, else the line. Knows nothing of HTML."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from tieout.reading.document import Document
from tieout.report.words import Words

_NEWLINE = re.compile(r"\n")


class Placing:
    """The places of one document."""

    def __init__(self, document: Document, language: Words) -> None:
        self.words = language
        pages = sorted((span.start, span.end, span.label) for span in document.spans_of("page") if span.label)
        self.pages = pages
        self.page_starts = [start for start, _, _ in pages]
        self.line_ends = [] if pages else [found.start() for found in _NEWLINE.finditer(document.text)]

    def name(self, offset: int) -> str:
        """`p. 4` or `line 12`."""
        if self.pages:
            label = self.pages[max(0, bisect_right(self.page_starts, offset) - 1)][2]
            return self.words("page", "page", n=label)
        return self.words("page", "line", n=bisect_left(self.line_ends, offset) + 1)
