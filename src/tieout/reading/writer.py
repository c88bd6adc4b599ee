"""The Writer: readers append text to it, and it keeps blocks, spans and losses at the right offsets.

It knows nothing of file formats. Text once written stays as it is; only a block that turns out blank is taken back.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from tieout.reading.document import Block, BlockKind, Document, Loss, Piece, Span, SpanKind
from tieout.reading.links import link_spans
from tieout.reading.numbered import section_numbers

PARAGRAPH_GAP = "\n\n"
"""Stands between blocks; cells of one row are parted by a tabulator and rows by a line break."""


class Writer:
    """Collects the text of one document with its structure. `at` is the offset of the next character."""

    def __init__(self) -> None:
        self.at = 0
        self.blocks: list[Block] = []
        self.spans: list[Span] = []
        self.losses: list[Loss] = []
        self._parts: list[str] = []

    def write(self, text: str) -> int:
        """Append text; gives the offset where it starts."""
        start = self.at
        if text:
            self._parts.append(text)
            self.at += len(text)
        return start

    def gap(self, gap: str = PARAGRAPH_GAP) -> None:
        """Part the next text from what stands before it; nothing at the start of the document or after the same gap."""
        if self._parts and self._parts[-1] != gap:
            self.write(gap)

    def block(
        self,
        kind: BlockKind,
        pieces: Sequence[Piece],
        *,
        level: int = 0,
        label: str | None = None,
        table: int | None = None,
        row: int | None = None,
        col: int | None = None,
        header: bool = False,
    ) -> None:
        """Record a block over text that is already written; empty pieces are left out."""
        kept = tuple((start, end) for start, end in pieces if start < end)
        if kept:
            self.blocks.append(Block(kind, kept, level, label, table, row, col, header))

    def span(self, kind: SpanKind, start: int, end: int, label: str | None = None, target: str | None = None) -> None:
        """Record a span over text that is already written; an empty one is left out."""
        if start < end:
            self.spans.append(Span(kind, start, end, label, target))

    def note_marks(self, start: int, raised: str, numbers: Sequence[Piece]) -> None:
        """Record raised characters that stand at `start` as note marks; what is between and around them is markup."""
        if not numbers:
            return
        at = 0
        for first, last in numbers:
            self.span("markup", start + at, start + first)
            self.span("note_mark", start + first, start + last, raised[first:last])
            at = last
        # A stop or comma that was raised along with the mark still ends the sentence.
        rest = raised[at:].rstrip()
        self.span("markup", start + at, start + at + len(rest.rstrip(".,;")))

    def loss(self, kind: str, message: str, count: int = 1) -> None:
        """Record, once for the whole document, something that was not read."""
        self.losses.append(Loss(kind, message, count=count))

    def mark(self) -> tuple[int, int, int]:
        """The present state, for `take_back`."""
        return self.at, len(self._parts), len(self.spans)

    def take_back(self, mark: tuple[int, int, int]) -> None:
        """Forget the text and spans written since `mark` (a block that turned out blank)."""
        self.at, parts, spans = mark
        del self._parts[parts:]
        del self.spans[spans:]

    def since(self, start: int) -> str:
        """The text written from the offset `start` on."""
        missing, parts = self.at - start, []
        for part in reversed(self._parts):
            if missing <= 0:
                break
            parts.append(part[-missing:])
            missing -= len(part)
        return "".join(reversed(parts))

    def document(
        self,
        path: str,
        data: bytes,
        *,
        format: str,
        reader: str,
        title: str | None = None,
        date: str | None = None,
        language: str | None = None,
        metadata: Mapping[str, str] | None = None,
    ) -> Document:
        """The finished document, with the addresses in its text as links too. `data` are the bytes of the file."""
        if self._parts and self._parts[-1] == PARAGRAPH_GAP:
            self._parts.pop()
        text = "".join(self._parts)
        return Document(
            path=path,
            text=text,
            format=format,
            sha256=hashlib.sha256(data).hexdigest(),
            reader=reader,
            # What stands inside a cell is recorded before the cell.
            blocks=tuple(sorted(self.blocks, key=lambda block: block.start)),
            spans=tuple(
                sorted(
                    [*self.spans, *self._bare_links(text), *self._section_numbers(text)],
                    key=lambda span: (span.start, span.end),
                )
            ),
            title=title,
            date=date,
            language=language,
            metadata=dict(metadata or {}),
            losses=tuple(self.losses),
        )

    def _section_numbers(self, text: str) -> list[Span]:
        """The numbers that headings begin with: they are no words, and no figures."""
        headings = [block for block in self.blocks if block.kind == "heading"]
        ends = section_numbers([text[block.start : block.pieces[0][1]] for block in headings])
        return [Span("markup", b.start, b.start + end) for b, end in zip(headings, ends, strict=True) if end]

    def _bare_links(self, text: str) -> list[Span]:
        """Addresses in the text that no link covers yet."""
        linked = sorted((span.start, span.end) for span in self.spans if span.kind == "link")
        starts = [start for start, _ in linked]
        bare = []
        for span in link_spans(text):
            at = bisect_left(starts, span.end) - 1
            if at < 0 or linked[at][1] <= span.start:
                bare.append(span)
        return bare
