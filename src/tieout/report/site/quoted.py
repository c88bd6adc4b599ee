"""Words of a document as a page shows them: the quote, where it stands, and the address that opens it in its document.

Every item of a site shows its quotes through this, so that each is one click from the words it rests on.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from pathlib import PurePath

from tieout.evidence.figure import Figure
from tieout.evidence.records.record import Record
from tieout.language.sentences import sentences
from tieout.reading.document import Piece
from tieout.report.placing import Placing
from tieout.report.site.address import document_page, record_address
from tieout.report.words import words
from tieout.workspace.entry import Entry
from tieout.workspace.workspace import Workspace

_LONGEST = 320
"""Characters of a quote on a page; the document has the rest."""
_FEW = 90
"""Characters of a quote that is shown with the sentence around it."""
_SHORT = 48


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a document with their address from the folder of the site."""

    text: str
    before: str
    after: str
    """The words around, to the ends of the sentence; empty where the quote says enough by itself."""
    address: str
    source: str
    """What the document is called, in few words."""
    place: str
    """The page or line: `p. 4`."""
    lang: str
    """Language of the words, BCP 47; `und` when it is not known."""


class Quotes:
    """Makes quotes of the records of one workspace."""

    def __init__(self, workspace: Workspace, lang: str) -> None:
        self.workspace = workspace
        self._words = words(lang)
        self._placing: dict[str, Placing] = {}
        self._pieces: dict[str, list[tuple[Piece, tuple[Piece, ...]]]] = {}

    def of(self, record: Figure | Record) -> Quoted:
        """A record's own words; where they are few, with the sentence around them."""
        address = record_address(self.workspace.by_doc[record.doc], record.id)
        if isinstance(record, Figure) and record.sentence_start <= record.start < record.end <= record.sentence_end:
            return self.at(record.doc, record.start, record.end, address, record.sentence_start, record.sentence_end)
        if record.end - record.start > _FEW:
            return self.at(record.doc, record.start, record.end, address)
        return self.at(record.doc, record.start, record.end, address, *self._sentence(record.doc, record.start))

    def at(
        self, doc: str, start: int, end: int, address: str | None = None, first: int | None = None,
        last: int | None = None,
    ) -> Quoted:  # fmt: skip
        """Any words of a document; `first` and `last` are the ends of what is shown around them."""
        entry = self.workspace.by_doc[doc]
        part = self.workspace.part(doc)
        before = self._said(doc, first, start) if first is not None else ""
        after = self._said(doc, end, last) if last is not None else ""
        return Quoted(
            _line(self._said(doc, start, end)),
            _line(before, from_end=True),
            _line(after),
            address or document_page(entry),
            label_of(entry),
            self.placing(doc).name(start),
            part.language or "und",
        )

    def _sentence(self, doc: str, at: int) -> tuple[int, int] | tuple[()]:
        """The sentence that holds a place, within its stretch of running text; nothing outside running text."""
        part = self.workspace.part(doc)
        low, high = next((piece for piece in self._home(doc, at) if piece[0] <= at < piece[1]), (0, 0))
        found = sentences(part.document.text[low:high], part.language)
        return next(((low + a, low + b) for a, b in found if a <= at - low < b), ())

    def _said(self, doc: str, start: int, end: int) -> str:
        """The words from one place to another as they are read: what a page foot puts in between is no part of them."""
        text = self.workspace.part(doc).document.text
        pieces = [(max(a, start), min(b, end)) for a, b in self._home(doc, start) if a < end and b > start]
        if not pieces or pieces[-1][1] < end:
            return text[start:end]
        return " ".join(text[a:b] for a, b in pieces)

    def _home(self, doc: str, at: int) -> tuple[Piece, ...]:
        """The pieces of the block that holds a place; none outside running text."""
        document = self.workspace.part(doc).document
        if doc not in self._pieces:
            held = ((piece, block.pieces) for block in document.blocks for piece in block.pieces)
            self._pieces[doc] = sorted(held)
        pieces = self._pieces[doc]
        number = bisect_right(pieces, at, key=lambda one: one[0][0]) - 1
        return pieces[number][1] if number >= 0 and at < pieces[number][0][1] else ()

    def placing(self, doc: str) -> Placing:
        """Names of the places of a document."""
        if doc not in self._placing:
            self._placing[doc] = Placing(self.workspace.part(doc).document, self._words)
        return self._placing[doc]


def label_of(entry: Entry) -> str:
    """What a document is called in a line: its publisher, else its title, else its file; and the year."""
    name = entry.publisher or entry.title or PurePath(entry.doc).stem
    name = name if len(name) <= _SHORT else name[: _SHORT - 1].rpartition(" ")[0] + "…"
    year = (entry.date or "")[:4]
    return f"{name} {year}" if year and year not in name else name


def title_of(entry: Entry) -> str:
    """The document's title; its file's name when it has none."""
    return entry.title or PurePath(entry.doc).name


def _line(text: str, *, from_end: bool = False) -> str:
    """The words on one line, cut where they are many; blanks at the ends stay, one each."""
    line = " ".join(text.split())
    if len(line) > _LONGEST:
        line = "… " + line[-_LONGEST:].partition(" ")[2] if from_end else line[:_LONGEST].rpartition(" ")[0] + " …"
    lead = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() and line else ""
    return f"{lead}{line}{tail}"
