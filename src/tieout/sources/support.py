"""The stretch of running text that a note mark supports: from the mark before it in its block, or the block's start."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from tieout.reading.document import Document

Stretch = tuple[int, int]

_RUNNING = frozenset({"paragraph", "list_item", "cell", "caption", "heading", "title"})


def stretches_of(document: Document) -> dict[int, Stretch]:
    """Start and end of the supported text by the start of each mark. Marks beside each other support the same text."""
    pieces = sorted(
        (start, end, index)
        for index, block in enumerate(document.blocks)
        if block.kind in _RUNNING
        for start, end in block.pieces
    )
    starts = [start for start, _, _ in pieces]
    first = {index: block.start for index, block in enumerate(document.blocks)}
    out: dict[int, Stretch] = {}
    last: dict[int, tuple[int, Stretch]] = {}
    for mark in sorted(document.spans_of("note_mark"), key=lambda span: span.start):
        at = bisect_right(starts, mark.start) - 1
        if at < 0 or mark.start > pieces[at][1]:
            continue
        block = pieces[at][2]
        before, supported = last.get(block, (first[block], (first[block], mark.start)))
        if _says_something(document.text[before : mark.start]):
            supported = (_trimmed(document.text, before, mark.start), mark.start)
        out[mark.start] = supported
        last[block] = (mark.end, supported)
    return out


def _says_something(words: Iterable[str]) -> bool:
    return any(char.isalnum() for char in words)


def _trimmed(text: str, start: int, end: int) -> int:
    while start < end and not (text[start].isalnum() or text[start] in "“‘\"'«([¿¡$€£"):
        start += 1
    return start
