"""The Document: text that is never rewritten, and structure as spans over it.

`text` is what every record quotes: `document.text[start:end]`. For a plain-text or Markdown file it is the file as
decoded, newlines kept; for other formats it is what the reader wrote once and `tieout read FILE` prints.

Structure comes in two shapes. A `Block` is a stretch of running text (a paragraph, a heading, a table cell, the body
of a note); it may lie in several pieces, because a page foot with notes can stand in the middle of a paragraph. A
`Span` is something inside or between blocks: a note mark, a link, a page, page furniture, markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["title", "heading", "paragraph", "list_item", "cell", "caption", "note", "links"]
"""`links` is a bare list of addresses (as PDF-to-text tools leave it); it is kept but never read for figures."""

SpanKind = Literal[
    "note_mark", "citation", "record", "link", "page", "chapter", "furniture", "markup", "front_matter", "comment"
]
"""`page` covers a page's text, `chapter` that of one file of an EPUB, `furniture` a running head or foot, `markup` what
is no word (`**`, `<sup>`), `citation` keys in a draft (`[@hrw-2025, p. 4]`), `record` a number of a built report that
carries the mark of its record, `comment` the words that a comment hangs on; its `label` is what the comment says."""

Piece = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of running text, in one or more pieces of `Document.text`, in reading order."""

    kind: BlockKind
    pieces: tuple[Piece, ...]
    level: int = 0
    """Depth of a heading (1 = chapter) or of a list item (1 = outermost); 0 elsewhere."""
    label: str | None = None
    """The number of a note, as its mark prints it."""
    table: int | None = None
    """Ordinal of the table (from 0) that a cell or caption belongs to."""
    row: int | None = None
    col: int | None = None
    header: bool = False
    """A cell that names its column or row."""

    @property
    def start(self) -> int:
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        return self.pieces[-1][1]


@dataclass(frozen=True, slots=True)
class Span:
    """Something that stands in the text: a note mark, a link, a page, furniture, markup."""

    kind: SpanKind
    start: int
    end: int
    label: str | None = None
    """The note's number for a note mark, the page number for a page, the heading of a chapter."""
    target: str | None = None
    """The address of a link; the keys of a citation, parted by blanks; the mark of a record."""


@dataclass(frozen=True, slots=True)
class Loss:
    """Something the reader knows it could not read. Lost text is lost, never "unsourced"."""

    kind: str
    """Short and fixed: `note_body`, `image`, `page_without_text`, `tracked_changes`, `number_cut`, …"""
    message: str
    start: int = 0
    end: int = 0
    count: int = 1


@dataclass(frozen=True, slots=True)
class Document:
    """One read file. All offsets in blocks, spans and losses are character offsets of `text`."""

    path: str
    """As given by the user."""
    text: str
    format: str
    """`txt`, `md`, `html`, `docx`, `odt`, `rtf`, `epub`, `xlsx`, `pdf`."""
    sha256: str
    """Of the file's bytes, in hexadecimal."""
    reader: str
    """Name and version of what read it, such as `pypdfium2 5.15.2`."""
    blocks: tuple[Block, ...]
    """In reading order."""
    spans: tuple[Span, ...] = ()
    """Sorted by start."""
    title: str | None = None
    date: str | None = None
    """Publication date as EDTF (`2025-07-08`, `2025-07`, `2025`), when known."""
    country: str | None = None
    """ISO 3166-1 alpha-2 code of the country the report is about, when known."""
    language: str | None = None
    """BCP 47 language: `en` or `es`, when known."""
    metadata: Mapping[str, str] = field(default_factory=dict)
    losses: tuple[Loss, ...] = ()
    ocr: tuple[Piece, ...] = ()
    """The stretches of text that a program recognised in pictures (OCR); every record there says so."""

    def is_ocr(self, start: int, end: int) -> bool:
        """Whether any of `text[start:end]` was recognised in a picture."""
        return any(first < end and start < last for first, last in self.ocr)

    def spans_of(self, kind: SpanKind) -> Iterator[Span]:
        """The spans of one kind, in text order."""
        return (span for span in self.spans if span.kind == kind)

    def __repr__(self) -> str:
        return f"<Document {self.path}: {len(self.text)} characters, {len(self.blocks)} blocks>"
