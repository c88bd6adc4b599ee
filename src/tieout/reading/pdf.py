"""Reads a PDF with PDFium: opens it, has its pages laid out, and writes the document.

The text keeps the lines as printed. Running heads and feet stand in the text as furniture, notes after the body of
their page. Pages without text and what else could not be read are losses.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from tieout.errors import UnreadableError
from tieout.reading.document import Document, Piece
from tieout.reading.grid import NO_HEADER, GridCell, header_cells
from tieout.reading.hyphens import Hyphens
from tieout.reading.limits import DEFAULT, MAX_PAGES, Limits
from tieout.reading.ocr import INSTALL, Recognised, recognise
from tieout.reading.pdf_layout import (
    Grouper,
    Paragraph,
    body_size,
    classify,
    endnotes,
    number_tables,
    part_notes,
    take_furniture,
    take_notes,
    tie_captions,
)
from tieout.reading.pdf_lines import Chart, Item, Line, Table, items_of
from tieout.reading.pdf_page import Page, Segment, read_page
from tieout.reading.writer import PARAGRAPH_GAP, Writer

READER = f"pypdfium2 {pypdfium2.version.PYPDFIUM_INFO.version}"

MIN_PAGE_TEXT = 16
"""A page with fewer characters, most of it a picture, has no text layer."""
PICTURE_PAGE = 0.5
_TAIL = 65_536
_LINEARIZED = re.compile(rb"/Linearized\b[^>]{0,200}?/L\s+(\d{1,12})")
_LEFT_BY_PROGRAM = re.compile(
    r"^(?:Microsoft \w+ - |untitled|Layout \d)|\.(?:docx?|indd|pdf|rtf|tex|qxd)$", re.IGNORECASE
)
_NO_CHARACTER = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd\ufffe]")
_UNMAPPED = 0.3
_AGAIN = "get the file from its source again"
_OCR = "install Tesseract and tieout[ocr], or run OCR on it first, for example: ocrmypdf FILE OUT.pdf"


def read_pdf(path: Path, limits: Limits = DEFAULT) -> Document:
    """The document in a PDF file; `UnreadableError` when it is encrypted, damaged or has no text layer."""
    data = path.read_bytes()
    setter, title, metadata = _read(path, data, limits)
    reader = f"{READER}, {setter.by}" if setter.by else READER
    document = setter.writer.document(
        str(path), data, format="pdf", reader=reader, title=title or _named(metadata), metadata=metadata
    )
    return replace(document, ocr=setter.recognised)


class CharSpan(NamedTuple):
    """Where a stretch of the text stands in the file: `document.text[start:end]` are characters of one line."""

    start: int
    end: int
    page: int
    """Ordinal of the page, from 0."""
    first: int
    """Ordinal of the first character among those PDFium finds on the page."""


def characters(path: Path) -> list[CharSpan]:
    """Which characters of which page hold which stretch of the text that `read_pdf` gives, in text order."""
    setter, _, _ = _read(path, path.read_bytes(), DEFAULT)
    return sorted(setter.characters)


def _read(path: Path, data: bytes, limits: Limits) -> tuple[_Setter, str | None, dict[str, str]]:
    """The written pages of a PDF, its title as set, and its properties. Pages that are pictures are recognised."""
    pages, writer, metadata = _opened(path, data)
    scanned = [page.index for page in pages if _is_blank(page) or _is_unmapped(page)]
    found = recognise(path, [index + 1 for index in scanned], limits) if scanned else ""
    by = ""
    if isinstance(found, Recognised):
        pages, writer, _ = _opened(path, found.data)
        by = metadata["ocr"] = found.by
        message = f"pages that are pictures were read by {by}, which may err: {_numbers(scanned)}"
        writer.loss("ocr", message, len(scanned))
    unmapped = [page for page in pages if _is_unmapped(page)]
    for page in unmapped:
        page.segments.clear()
    blank = [page for page in pages if _is_blank(page) and page not in unmapped]
    if not any(page.segments for page in pages if page not in blank):
        what = "no page has a text layer (it may be a scan)" if pages else "it has no page that can be read"
        why = f"{found}; " if isinstance(found, str) and found not in ("", INSTALL) else ""
        what = "its fonts do not say what their signs mean" if unmapped else what
        raise UnreadableError(str(path), what, f"{why}{_OCR}" if pages else _AGAIN)
    if unmapped:
        message = f"pages whose fonts do not say what their signs mean: {_numbers([page.index for page in unmapped])}"
        writer.loss("unmapped_text", message, len(unmapped))
    if blank:
        why = f" ({found})" if isinstance(found, str) else ""
        message = f"pages that are pictures without text{why}: {_numbers([page.index for page in blank])}"
        writer.loss("page_without_text", message, len(blank))
    _record_losses([page for page in pages if page.index not in scanned], writer)
    setter = _Setter(pages, writer)
    title = setter.write()
    if by:
        setter.by = by
        setter.recognised = tuple(setter.places[index] for index in scanned if index in setter.places)
    return setter, title, metadata


def _opened(path: Path, data: bytes) -> tuple[list[Page], Writer, dict[str, str]]:
    """The pages that can be read, a writer that knows which could not, and the file's properties."""
    pdf = _open(str(path), data)
    try:
        metadata = {key.lower(): value for key, value in pdf.get_metadata_dict(skip_empty=True).items()}
        writer = Writer()
        return _pages(pdf, writer), writer, metadata
    finally:
        pdf.close()


def _numbers(indices: Sequence[int]) -> str:
    """The numbers of pages, the first ten of them."""
    return ", ".join(str(index + 1) for index in indices[:10])


def _named(metadata: dict[str, str]) -> str | None:
    """The title in the file's properties, unless a program left it there."""
    title = metadata.get("title", "").strip()
    return title if title and not _LEFT_BY_PROGRAM.search(title) else None


def _open(path: str, data: bytes) -> Any:
    try:
        pdf = pypdfium2.PdfDocument(data)
        count = len(pdf)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise UnreadableError(path, "it is protected by a password", "save a copy without the password") from error
        raise UnreadableError(path, "the file is damaged or cut short", _AGAIN) from error
    # PDFium mends a file that was cut short and shows fewer pages without a word, so that is looked for here.
    linear = _LINEARIZED.search(data, 0, 2048)
    if b"%%EOF" not in data[-_TAIL:] or (linear and int(linear[1]) > len(data)) or not count:
        pdf.close()
        raise UnreadableError(path, "the file is damaged or cut short", _AGAIN)
    return pdf


def _pages(pdf: Any, writer: Writer) -> list[Page]:
    """The pages that can be read; the others are losses."""
    pages, lost = [], []
    for index in range(min(len(pdf), MAX_PAGES)):
        try:
            pages.append(read_page(pdf, index))
        except pypdfium2.PdfiumError:
            lost.append(str(index + 1))
    if lost:
        writer.loss("page", f"pages that are damaged were left out: {', '.join(lost[:10])}", len(lost))
    if len(pdf) > MAX_PAGES:
        writer.loss("page", f"pages after the first {MAX_PAGES} were not read", len(pdf) - MAX_PAGES)
    return pages


def _is_blank(page: Page) -> bool:
    return sum(len(s.text) for s in page.segments) < MIN_PAGE_TEXT and page.covered >= PICTURE_PAGE


def _is_unmapped(page: Page) -> bool:
    """Whether much of a page's text is no characters at all: its fonts lack the map from signs to characters."""
    text = "".join(segment.text for segment in page.segments)
    return len(text) >= MIN_PAGE_TEXT and len(_NO_CHARACTER.findall(text)) >= _UNMAPPED * len(text)


def _record_losses(pages: list[Page], writer: Writer) -> None:
    pictures = sum(page.pictures for page in pages)
    turned = sum(page.turned for page in pages)
    cut = sum(page.cut for page in pages)
    if pictures:
        writer.loss("image", "pictures were not read", pictures)
    if turned:
        writer.loss("turned_text", "stretches of text set at an angle (axes of charts, stamps) were left out", turned)
    if cut:
        writer.loss("page_cut", "pages with more characters than a page of text has were read in part", cut)


class _Setter:
    """Lays the pages out and writes them."""

    def __init__(self, pages: list[Page], writer: Writer) -> None:
        self.writer = writer
        self.characters: list[CharSpan] = []
        self._pages = pages
        furniture, self._labels = take_furniture(pages)
        self._furniture = furniture
        body = body_size(pages)
        kept: dict[int, list[Item]] = {}
        self._notes: list[Paragraph] = []
        for page in pages:
            kept[page.index], notes = take_notes(items_of(page), body, self._open_note(page.index))
            self._notes.extend(notes)
        grouper = Grouper(body)
        grouper.learn([item for items in kept.values() for item in items])
        self._body = part_notes([entry for page in pages for entry in grouper.group(kept[page.index])])
        self.title = classify(self._body, body)
        endnotes(self._body, {mark.label for line in self._all_lines() for mark in line.marks if mark.label})
        self._ordinals, self._first_rows = number_tables(self._body)
        tie_captions(self._body, self._ordinals)
        self._hyphens = Hyphens(line.text for line in self._all_lines())
        self._pieces: dict[int, list[Piece]] = {}
        self.places: dict[int, Piece] = {}
        """Where the text of each page stands."""
        self.by = ""
        """What recognised text in pictures, and where that text stands."""
        self.recognised: tuple[Piece, ...] = ()

    def _open_note(self, page: int) -> Paragraph | None:
        """The last note of the page before, when it may go on."""
        last = self._notes[-1] if self._notes else None
        return last if last is not None and last.lines[-1].page == page - 1 else None

    def _all_lines(self) -> list[Line]:
        paragraphs = [entry for entry in (*self._body, *self._notes) if isinstance(entry, Paragraph)]
        return [line for paragraph in paragraphs for line in paragraph.lines]

    def write(self) -> str | None:
        """Write all pages; gives the title."""
        flow: dict[int, list[Paragraph | Table | Chart]] = {page.index: [] for page in self._pages}
        for entry in (*self._body, *self._notes):
            pages = (
                [entry.page] if isinstance(entry, Table | Chart) else dict.fromkeys(line.page for line in entry.lines)
            )
            for index in pages:
                flow[index].append(entry)
        for page in self._pages:
            self._write_page(page, flow[page.index])
        charts = sum(isinstance(entry, Chart) for entry in self._body)
        if charts:
            self.writer.loss("chart", "the words and numbers in charts and drawings were not read", charts)
        self._record_paragraphs()
        return self.title

    def _write_page(self, page: Page, entries: list[Paragraph | Table | Chart]) -> None:
        start = self.writer.at
        heads, feet = _upper_and_lower(page, self._furniture.get(page.index, []))
        self._write_furniture(heads)
        for entry in entries:
            if isinstance(entry, Table):
                self._write_table(entry)
            elif isinstance(entry, Chart):
                self._write_furniture([line.text for line in entry.lines])
            else:
                self._write_paragraph(entry, page.index)
        self._write_furniture(feet)
        # The gap between two pages belongs to neither.
        gap = len(PARAGRAPH_GAP) if start and self.writer.at > start else 0
        self.places[page.index] = (start + gap, self.writer.at)
        self.writer.span("page", start + gap, self.writer.at, label=self._labels.get(page.index))

    def _write_furniture(self, rows: list[str]) -> None:
        for row in rows:
            self.writer.gap()
            start = self.writer.write(row)
            self.writer.span("furniture", start, self.writer.at)

    def _write_paragraph(self, paragraph: Paragraph, page: int) -> None:
        """Write the lines of a paragraph that stand on one page."""
        self.writer.gap()
        lines = [(i, line) for i, line in enumerate(paragraph.lines) if line.page == page]
        start = self.writer.at
        for place, (index, line) in enumerate(lines):
            below = paragraph.lines[index + 1] if index + 1 < len(paragraph.lines) else None
            text, between = self._hyphens.joined(line.text, below.text if below else None)
            at = self._write_line(line, text, paragraph.head if index == 0 else 0)
            if index == 0 and paragraph.kind == "note":
                start = at + paragraph.head
            elif index == 0:
                self.writer.span("markup", at, at + paragraph.head)
            if place + 1 < len(lines):
                self.writer.write(between)
        if paragraph.furniture:
            self.writer.span("furniture", start, self.writer.at)
        else:
            self._pieces.setdefault(id(paragraph), []).append((start, self.writer.at))

    def _write_line(self, line: Line, text: str, head: int) -> int:
        start = at = self.writer.write(text)
        for segment in line.segments:
            for offset, first, count in segment.characters:
                self.characters.append(CharSpan(at + offset, at + offset + count, line.page, first))
            at += len(segment.text) + 1  # A blank parts the segments of a line.
        for mark in line.marks:
            if mark.target is not None:
                self.writer.span("link", start + mark.start, start + mark.end, target=mark.target)
            elif mark.start >= head:
                self.writer.span("note_mark", start + mark.start, start + mark.end, mark.label)
        return start

    def _write_table(self, table: Table) -> None:
        self.writer.gap()
        places: list[tuple[GridCell, int, int]] = []
        row = table.cells[0].row if table.cells else 0
        for index, cell in enumerate(table.cells):
            if index:
                self.writer.write("\n" if cell.row != row else "\t")
            row = cell.row
            start = self.writer.at
            for place, line in enumerate(cell.lines):
                below = cell.lines[place + 1].text if place + 1 < len(cell.lines) else None
                text, between = self._hyphens.joined(line.text, below)
                self._write_line(line, text, 0)
                self.writer.write(between)
            places.append((GridCell(cell.row, cell.col, self.writer.since(start), cell.height), start, self.writer.at))
        ordinal, above = self._ordinals[id(table)], self._first_rows[id(table)]
        # The part of a table on a later page has a head of its own only when it repeats the first one.
        marked = NO_HEADER if above and not table.repeats_head else frozenset[int]()
        headers = header_cells([spot for spot, _, _ in places], marked)
        for (spot, start, end), header in zip(places, headers, strict=True):
            self.writer.block("cell", [(start, end)], table=ordinal, row=spot.row + above, col=spot.col, header=header)

    def _record_paragraphs(self) -> None:
        for paragraph in (*self._body, *self._notes):
            if isinstance(paragraph, Paragraph) and id(paragraph) in self._pieces:
                pieces = self._pieces[id(paragraph)]
                self.writer.block(
                    paragraph.kind, pieces, level=paragraph.level, label=paragraph.label, table=paragraph.table
                )
        self.writer.blocks.sort(key=lambda block: block.start)


def _upper_and_lower(page: Page, segments: list[Segment]) -> tuple[list[str], list[str]]:
    """The rows of furniture above and below the page's body."""
    rows: dict[int, list[Segment]] = {}
    for segment in sorted(segments, key=lambda s: (-s.y, s.x0)):
        rows.setdefault(round(segment.y / 3), []).append(segment)
    upper: list[str] = []
    lower: list[str] = []
    for row in rows.values():
        text = " ".join(segment.text for segment in row)
        (upper if row[0].y > page.height / 2 else lower).append(text)
    return upper, lower
