"""The clean line of a note with its links: those the file gives, and addresses that broke over the line."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from tieout.reading.document import Block, Document, Span
from tieout.reading.view import View
from tieout.sources.citations.draft import Line, Link

_OPEN_END = re.compile(r"[-/_=&?%.~+]\Z")
_REST = re.compile(r"[\w%./?=&#+~,;:@!-]+(?<![.,;:])")
_LIKE_ADDRESS = re.compile(r"[\d/_=%?&#]|-\w+-|\.\w")
_ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)


class Links:
    """The link spans of a document, for asking which lie in a block."""

    def __init__(self, document: Document) -> None:
        self._spans: Sequence[Span] = [s for s in document.spans_of("link") if s.target]
        self._starts = [span.start for span in self._spans]

    def within(self, start: int, end: int) -> Sequence[Span]:
        """The links that begin in a stretch."""
        return self._spans[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def line_of(view: View, block: Block, links: Links) -> Line:
    """The line of a note's view. Offsets of its links are those of the view's text."""
    found: list[Link] = []
    for start, end in block.pieces:
        for span in links.within(start, end):
            low, high = view.find(span.start), view.find(span.end)
            if low < high and span.target:
                found.append(Link(low, high, span.target))
    return Line(view.text, _whole(view, sorted(found)))


def _whole(view: View, links: Sequence[Link]) -> list[Link]:
    """Links of which no part is left behind: one over two lines is one link, a broken address is joined again."""
    out: list[Link] = []
    for link in links:
        if out and out[-1].target == link.target and not view.text[out[-1].end : link.start].strip():
            out[-1] = Link(out[-1].start, link.end, link.target)
        elif not (out and link.start < out[-1].end):
            out.append(_joined(view, link))
    return out


def _joined(view: View, link: Link) -> Link:
    """An address cut by the end of its line, with its rest, where that can be nothing else."""
    words = view.text[link.start : link.end]
    if not _ADDRESS.match(words) or words != link.target or view.text[link.end : link.end + 1] != " ":
        return link
    if (
        view.document[view.offsets[link.end]] != "\n"
        and "\n" not in view.document[view.offsets[link.end - 1] : view.offsets[link.end] + 2]
    ):
        return link
    rest = _REST.match(view.text, link.end + 1)
    if rest is None or not _OPEN_END.search(words) or not _LIKE_ADDRESS.search(rest[0]):
        return link
    return Link(link.start, rest.end(), words + rest[0])
