"""A cleaned view of a block, with a map back to the document.

A view has single blanks instead of line breaks and runs of white space, no note marks, no markup and no page
furniture, so that the language layer reads one clean line. The document's text is not touched: `span(a, b)` gives the
offsets there.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tieout.reading.document import Block, Document, Span

SILENT = frozenset({"note_mark", "citation", "furniture", "markup", "front_matter"})
"""Spans whose characters a view leaves out."""

_CLOSING_TAG = re.compile(r"</\w+>")
_SOFT_HYPHEN = "\u00ad"
_SOFT = "\u00ad\u200b\ufeff\u2060\ufffe\x02"
"""Characters that no reader sees: soft hyphen, zero-width characters, and the hyphenation marks PDF engines leave."""

_ODD = re.compile(rf"\s*[^\S ]\s*|  +|[{_SOFT}]+")
"""What is not copied as it stands: white space other than one plain blank, and unseen characters."""


@dataclass(frozen=True, slots=True)
class View:
    """`text[i]` stands at `offsets[i]` in the document."""

    text: str
    offsets: array[int]
    document: str
    """The document's whole text (shared, not copied)."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Document offsets of `text[start:end]` (not empty); a closing tag opened inside the span is taken along."""
        first, last = self.offsets[start], self.offsets[end - 1] + 1
        if self.document.startswith("</", last) and "<" in self.document[first:last]:
            tag = _CLOSING_TAG.match(self.document, last)
            last = tag.end() if tag else last
        return first, last

    def find(self, offset: int) -> int:
        """Index of the first view character at or after a document offset, for views whose pieces rise."""
        return bisect_left(self.offsets, offset)

    def __len__(self) -> int:
        return len(self.text)


@dataclass(frozen=True, slots=True)
class Silences:
    """What views leave out of a document: spans sorted by start, and their starts for bisection."""

    spans: Sequence[Span]
    starts: Sequence[int]


def view_of(document: Document, block: Block, silences: Silences | None = None) -> View:
    """The cleaned view of one block. Whoever makes many views of a document gives its `silences_of` each time."""
    silences = silences or silences_of(document)
    silent, starts = silences.spans, silences.starts
    chars: list[str] = []
    offsets = array("i")
    last = 0
    for piece_start, piece_end in block.pieces:
        if chars and chars[-1] != " " and document.text[last - 1] != _SOFT_HYPHEN:
            chars.append(" ")
            offsets.append(piece_start - 1 if piece_start else 0)
        at, last = piece_start, piece_end
        index = max(0, bisect_right(starts, piece_start) - 1)
        while at < piece_end:
            while index < len(silent) and silent[index].end <= at:
                index += 1
            gap = silent[index] if index < len(silent) and silent[index].start < piece_end else None
            if gap is not None and gap.start <= at:
                at = gap.end
                index += 1
                continue
            stop = min(gap.start, piece_end) if gap is not None else piece_end
            _copy(document.text, at, stop, chars, offsets)
            at = stop
    while chars and chars[-1] == " ":
        chars.pop()
        offsets.pop()
    return View("".join(chars), offsets, document.text)


def silences_of(document: Document) -> Silences:
    """The spans that views of a document leave out."""
    spans = sorted((s for s in document.spans if s.kind in SILENT), key=lambda s: (s.start, s.end))
    return Silences(spans, [span.start for span in spans])


def _copy(text: str, start: int, stop: int, chars: list[str], offsets: array[int]) -> None:
    """Append text[start:stop] with white space folded to single blanks and unseen characters left out."""
    for odd in _ODD.finditer(text, start, stop):
        _append(text, start, odd.start(), chars, offsets)
        if odd[0][0] not in _SOFT and chars and chars[-1] != " ":
            chars.append(" ")
            offsets.append(odd.start())
        start = odd.end()
    _append(text, start, stop, chars, offsets)


def _append(text: str, start: int, stop: int, chars: list[str], offsets: array[int]) -> None:
    if start < stop and text[start] == " " and (not chars or chars[-1] == " "):
        start += 1
    chars.extend(text[start:stop])
    offsets.extend(range(start, stop))
