"""Reads an ODT (LibreOffice Writer) from the XML of its package.

Tracked changes are read as if accepted; comments are left out and counted. Text boxes follow the paragraph they hang
on, the bodies of notes stand at the end. Headers, footers and tables of contents are not read as text.
"""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from tieout.errors import UnreadableError
from tieout.reading.document import BlockKind, Document
from tieout.reading.grid import GridCell, header_cells
from tieout.reading.names import caption_label
from tieout.reading.odt_styles import DC, META, OFFICE, TABLE, TEXT, Styles, styles_of
from tieout.reading.package import Package
from tieout.reading.raised import note_numbers
from tieout.reading.writer import Writer

READER = "tieout-odt 1"

_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_DAMAGED = "open it in LibreOffice, which may repair it, and save it again"
_BLANKS = re.compile(r"[ \t\r\n]+")
_MOST_REPEATS = 1000
_STORIES = frozenset(
    TEXT + name for name in ("section", "list-item", "list-header", "index-body", "index-title", "numbered-paragraph")
)
_INDEXES = frozenset(
    TEXT + name
    for name in (
        "table-of-content", "illustration-index", "table-index", "object-index", "user-index", "alphabetical-index",
        "bibliography",
    )
)  # fmt: skip
_UNREAD = frozenset(
    {
        TEXT + "tracked-changes", TEXT + "change", TEXT + "change-start", TEXT + "change-end", TEXT + "ruby-text",
        TEXT + "hidden-text", TEXT + "index-title-template", OFFICE + "forms", OFFICE + "annotation-end",
        TEXT + "sequence-decls", TEXT + "variable-decls", TEXT + "user-field-decls", TEXT + "soft-page-break",
    }
)  # fmt: skip


def read_odt(path: Path) -> Document:
    """The document in an ODT file; `UnreadableError` when it is none, is damaged or is protected."""
    data = path.read_bytes()
    package = Package(str(path), data, _DAMAGED)
    _refuse_locked(package)
    content = package.xml("content.xml")
    body = content.find(f"{OFFICE}body/{OFFICE}text") if content is not None else None
    if content is None or body is None:
        raise UnreadableError(str(path), "the package holds no text document", _DAMAGED)
    reader = _Reader(styles_of(package.xml("styles.xml"), content))
    reader.story(body)
    reader.write_notes()
    reader.record_losses(body)
    metadata = _metadata(package)
    return reader.writer.document(
        str(path), data, format="odt", reader=READER, title=reader.title or metadata.get("title"), metadata=metadata
    )


def _refuse_locked(package: Package) -> None:
    if b"encryption-data" in (package.part("META-INF/manifest.xml") or b""):
        raise UnreadableError(package.path, "it is protected by a password", "save a copy without the password")


class _Reader:
    """Walks the content and writes what it says."""

    def __init__(self, styles: Styles) -> None:
        self.writer = Writer()
        self.title: str | None = None
        self._styles = styles
        self._tables = 0
        self._lists = 0
        self._boxes: list[etree._Element] = []
        self._notes: list[tuple[str, etree._Element]] = []
        self._in_note = False
        self._comments = self._hidden = self._images = self._charts = 0
        self._below_table: int | None = None
        """The table that the paragraph at hand stands right under."""

    # -- stories -----------------------------------------------------------------------------------------------------

    def story(self, element: etree._Element) -> None:
        """Write the paragraphs, lists and tables below `element`."""
        items = [child for child in element if isinstance(child.tag, str)]
        for index, child in enumerate(items):
            tag = child.tag
            if tag in (TEXT + "p", TEXT + "h"):
                after = items[index + 1] if index + 1 < len(items) else None
                self._paragraph(child, self._tables if after is not None and after.tag == TABLE + "table" else None)
                self._below_table = None
            elif tag == TEXT + "list":
                self._lists += 1
                for item in child:
                    self.story(item)
                self._lists -= 1
            elif tag == TABLE + "table":
                self._table(child)
            elif tag in _INDEXES:
                self._index(child)
            elif tag in _STORIES:
                if child.get(TEXT + "display") == "none":
                    self._hidden += 1
                else:
                    self.story(child)
            elif tag.startswith(_DRAW):
                self._drawing(child)
                self._write_boxes()

    def _index(self, index: etree._Element) -> None:
        """A table of contents is furniture."""
        for line in index.iter(TEXT + "p", TEXT + "h"):
            self.writer.gap()
            start = self.writer.at
            self._inline(line)
            self.writer.span("furniture", start, self.writer.at)

    def _paragraph(self, paragraph: etree._Element, above_table: int | None) -> None:
        writer = self.writer
        writer.gap()
        mark = writer.mark()
        self._inline(paragraph)
        text = writer.since(mark[0])
        if text.strip():
            table = above_table if above_table is not None else self._below_table
            self._record(paragraph, text.strip(), _trimmed(mark[0], text), table)
        else:
            writer.take_back(mark)
        self._write_boxes()

    def _record(self, paragraph: etree._Element, text: str, piece: tuple[int, int], table: int | None) -> None:
        part, level = self._styles.part_of(paragraph.get(TEXT + "style-name", ""))
        kind: BlockKind = "paragraph"
        depth, beside = 0, None
        if part == "contents":
            self.writer.span("furniture", *piece)
            return
        if part == "title":
            kind, self.title = "title", self.title or " ".join(text.split())
        elif paragraph.tag == TEXT + "h" or part == "heading":
            stated = paragraph.get(TEXT + "outline-level", "")
            kind, depth = "heading", int(stated) if stated.isdecimal() and len(stated) < 3 else level or 1
        elif part == "caption" or (table is not None and caption_label().match(text)):
            kind, beside = "caption", table
        elif self._lists or part == "list":
            kind, depth = "list_item", max(1, self._lists)
        self.writer.block(kind, [piece], level=depth, table=beside)

    def _write_boxes(self) -> None:
        while self._boxes and not self._in_note:
            self.story(self._boxes.pop(0))

    # -- tables ------------------------------------------------------------------------------------------------------

    def _table(self, table: etree._Element) -> None:
        rows = _rows(table, heads=False)
        if all(sum(1 for cell in row if cell.tag == TABLE + "table-cell") <= 1 for row, _ in rows):
            for row, _ in rows:  # One column is a frame around text, not a table.
                for cell in row.iterchildren(TABLE + "table-cell"):
                    self.story(cell)
            return
        ordinal, self._tables = self._tables, self._tables + 1
        self.writer.gap()
        cells: list[tuple[GridCell, int, int]] = []
        inner: list[etree._Element] = []
        heads = frozenset(index for index, (_, head) in enumerate(rows) if head)
        for row_index, (row, _) in enumerate(rows):
            if row_index:
                self.writer.write("\n")
            col = 0
            for cell in row.iterchildren(TABLE + "table-cell", TABLE + "covered-table-cell"):
                if col:
                    self.writer.write("\t")
                if cell.tag == TABLE + "table-cell":
                    text, start, end = self._cell(cell, inner)
                    height = _count(cell, "number-rows-spanned")
                    cells.append((GridCell(row_index, col, text, height), start, end))
                col += _count(cell, "number-columns-repeated")
        headers = header_cells([cell for cell, _, _ in cells], heads)
        for (place, start, end), header in zip(cells, headers, strict=True):
            self.writer.block("cell", [(start, end)], table=ordinal, row=place.row, col=place.col, header=header)
        self._write_boxes()
        self._below_table = ordinal
        for nested in inner:
            self._table(nested)

    def _cell(self, cell: etree._Element, inner: list[etree._Element]) -> tuple[str, int, int]:
        """Write the paragraphs of a cell, one a line; tables inside it are left for later."""
        first = self.writer.at
        nested = list(cell.iterdescendants(TABLE + "table"))
        inner.extend(table for table in nested if not any(a in nested for a in table.iterancestors()))
        for item in cell.iter(TEXT + "p", TEXT + "h"):
            if any(a.tag in _APART and a is not cell for a in _between(item, cell)):
                continue
            if self.writer.at > first and self.writer.since(self.writer.at - 1) != "\n":
                self.writer.write("\n")
            self._inline(item)
        text = self.writer.since(first)
        return text.strip(), *_trimmed(first, text)

    # -- inline ------------------------------------------------------------------------------------------------------

    def _inline(self, element: etree._Element) -> None:
        """Write the text of a paragraph or of something inside one."""
        self._words(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self._inner(child)
            self._words(child.tail)

    def _inner(self, child: etree._Element) -> None:
        tag, writer = child.tag, self.writer
        start = writer.at
        if tag == TEXT + "s":
            stated = child.get(TEXT + "c", "1")
            writer.write(" " * min(_MOST_REPEATS, int(stated) if stated.isdecimal() and len(stated) < 6 else 1))
        elif tag == TEXT + "tab":
            writer.write("\t")
        elif tag == TEXT + "line-break":
            writer.write("\n")
        elif tag == TEXT + "note":
            self._note_mark(child)
        elif tag == TEXT + "note-ref":
            self._inline(child)
            writer.span("note_mark", start, writer.at, writer.since(start).strip())
        elif tag == OFFICE + "annotation":
            self._comments += 1
        elif tag == TEXT + "a" or tag == _DRAW + "a":
            self._inline(child)
            self._link(child, start)
        elif tag == TEXT + "span":
            self._span(child)
        elif tag.startswith(_DRAW):
            self._drawing(child)
        elif tag not in _UNREAD:
            self._inline(child)

    def _words(self, text: str | None) -> None:
        """White space is single blanks, as the format says; none at the head of a line or behind another."""
        if not text:
            return
        text = _BLANKS.sub(" ", text)
        if text[0] == " " and (not self.writer.at or self.writer.since(self.writer.at - 1) in " \n\t"):
            text = text[1:]
        self.writer.write(text)

    def _span(self, span: etree._Element) -> None:
        style = span.get(TEXT + "style-name", "")
        if style in self._styles.hidden:
            self._hidden += 1
            return
        start = self.writer.at
        self._inline(span)
        if style in self._styles.raised and self.writer.at > start and span.find(f".//{TEXT}note") is None:
            raised = self.writer.since(start)
            before = self.writer.since(max(0, start - 8))[: -len(raised)]
            self.writer.note_marks(start, raised, note_numbers(before, raised))

    def _link(self, link: etree._Element, start: int) -> None:
        target = (link.get(_XLINK + "href") or "").strip()
        if target and not target.startswith("#") and not target.lower().startswith(("javascript:", "data:")):
            self.writer.span("link", start, self.writer.at, target=target)

    def _drawing(self, drawing: etree._Element) -> None:
        """Text boxes are read after the paragraph; pictures and charts are counted."""
        for part in drawing.iter(_DRAW + "text-box", _DRAW + "image", _DRAW + "object", _DRAW + "custom-shape"):
            around = list(_between(part, drawing))
            if any(a.tag == _DRAW + "text-box" for a in around):
                continue  # It is met again when the box is read.
            if part.tag in (_DRAW + "text-box", _DRAW + "custom-shape"):
                self._boxes.append(part)
            elif part.tag == _DRAW + "object":
                self._charts += 1
            elif not any(e.tag == _DRAW + "object" for e in part.itersiblings(preceding=True)):
                self._images += 1  # The picture beside an object only shows the object.

    # -- notes -------------------------------------------------------------------------------------------------------

    def _note_mark(self, note: etree._Element) -> None:
        citation, body = note.find(TEXT + "note-citation"), note.find(TEXT + "note-body")
        label = "".join(str(part) for part in citation.itertext()).strip() if citation is not None else ""
        label = label or str(len(self._notes) + 1)
        start = self.writer.write(label)
        self.writer.span("note_mark", start, self.writer.at, label)
        if body is not None:
            self._notes.append((label, body))

    def write_notes(self) -> None:
        """Write the bodies of the notes, each after its number."""
        self._in_note = True
        lost = []
        while self._notes:
            notes, self._notes = self._notes, []
            lost += [label for label, body in notes if not self._note(label, body)]
        if lost:
            self.writer.loss("note_body", f"no text in the file for the notes {', '.join(lost[:10])}", len(lost))

    def _note(self, label: str, body: etree._Element) -> bool:
        self.writer.gap()
        mark = self.writer.mark()
        self.writer.write(f"{label} ")
        text, start, end = self._cell(body, [])
        if not text:
            self.writer.take_back(mark)
            return False
        self.writer.block("note", [(start, end)], label=label)
        return True

    def record_losses(self, body: etree._Element) -> None:
        """Say what was not read as text."""
        changes = sum(1 for _ in body.iter(TEXT + "changed-region"))
        counts = (
            ("tracked_changes", "tracked changes are pending; the text is read as if all were accepted", changes),
            ("comment", "comments were not read", self._comments),
            ("hidden_text", "hidden text was left out", self._hidden),
            ("image", "pictures were not read", self._images),
            ("chart", "charts and other objects were not read", self._charts),
        )
        for kind, message, count in counts:
            if count:
                self.writer.loss(kind, message, count)


_APART = frozenset(
    {TABLE + "table", _DRAW + "text-box", OFFICE + "annotation", TEXT + "note", TEXT + "tracked-changes"}
)
"""What stands inside a cell or note and is read elsewhere, or not at all."""


def _between(element: etree._Element, top: etree._Element) -> list[etree._Element]:
    """The elements around `element` below `top`, from the inside out."""
    around = []
    for ancestor in element.iterancestors():
        if ancestor is top:
            break
        around.append(ancestor)
    return around


def _rows(table: etree._Element, *, heads: bool) -> list[tuple[etree._Element, bool]]:
    """The rows of a table, each with whether it heads the table."""
    rows = []
    for child in table:
        if child.tag == TABLE + "table-row":
            rows.append((child, heads))
        elif child.tag == TABLE + "table-header-rows":
            rows.extend(_rows(child, heads=True))
        elif child.tag in (TABLE + "table-rows", TABLE + "table-row-group"):
            rows.extend(_rows(child, heads=heads))
    return rows


def _count(cell: etree._Element, name: str) -> int:
    stated = cell.get(TABLE + name, "1")
    return max(1, min(_MOST_REPEATS, int(stated))) if stated.isascii() and stated.isdigit() else 1


def _trimmed(start: int, text: str) -> tuple[int, int]:
    """Offsets of `text`, which stands at `start`, without the blanks around it."""
    return start + len(text) - len(text.lstrip()), start + len(text.rstrip())


def _metadata(package: Package) -> dict[str, str]:
    """Title, language and dates from the file's properties; they describe the file, not the publication."""
    root = package.xml("meta.xml")
    names = {
        DC + "title": "title", DC + "language": "language", DC + "subject": "subject", DC + "creator": "creator",
        DC + "date": "modified", META + "creation-date": "created",
    }  # fmt: skip
    entries = root.iter(*names) if root is not None else ()
    return {names[str(entry.tag)]: entry.text.strip() for entry in entries if (entry.text or "").strip() and entry.text}
