"""Reads a DOCX from the XML of its package, so that every character can be traced to the run that holds it.

Text boxes follow the paragraph they hang on; the bodies of notes stand at the end, in the order of their marks. Tracked
changes are read as if accepted. Headers, footers, comments and the table of contents are not read as text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from tieout.errors import UnreadableError
from tieout.reading.document import BlockKind, Document
from tieout.reading.docx_comments import comments_of
from tieout.reading.docx_notes import Note, numbering_of, numeral
from tieout.reading.docx_styles import Style, styles_of
from tieout.reading.docx_xml import (
    ADDED,
    MC,
    REMOVED,
    WRAPPERS,
    A,
    C,
    M,
    R,
    V,
    W,
    all_bold,
    children,
    chosen,
    flag,
    inside_fallback,
    list_level,
    mark_deleted,
    number,
    on,
    paragraphs_and_tables,
    value,
)
from tieout.reading.grid import GridCell, header_cells
from tieout.reading.names import caption_label
from tieout.reading.number_marks import PREFIX
from tieout.reading.package import DAMAGED, Package, Relation
from tieout.reading.raised import note_numbers
from tieout.reading.writer import Writer

READER = "tieout-docx 1"

_SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "\u00ad",
}
_HYPERLINK = re.compile(r'^\s*HYPERLINK\s+(?!\\)"?(?P<target>[^"\s]+)', re.IGNORECASE)
_NOTE_FIELD = re.compile(r"^\s*NOTEREF\b", re.IGNORECASE)
_CONTENTS_FIELD = re.compile(r"\s*TO[CA]\b", re.IGNORECASE)
_BOLD_HEADING = re.compile(r"[^.;:?!]{3,100}")
BOLD_HEADING_LEVEL = 9
"""A short paragraph wholly in bold heads what follows, below every styled heading."""


class RunSpan(NamedTuple):
    """Where the text of one run of a DOCX stands: `document.text[start:end]`."""

    start: int
    end: int
    part: str
    """The package part, such as `word/document.xml`."""
    paragraph: int
    """Ordinal of the `w:p` element in its part, in document order."""
    run: int
    """Ordinal of the `w:r` element in its paragraph, in document order."""
    child: int = 0
    """Ordinal, in its run, of the element that holds the text: a `w:t`, a sign, the mark of a note."""


def read_docx(path: Path) -> Document:
    """The document in a DOCX file; `UnreadableError` when it is none or is damaged."""
    data = path.read_bytes()
    reader = _read(path, data)
    metadata = _metadata(reader.package)
    return reader.writer.document(
        str(path),
        data,
        format="docx",
        reader=READER,
        title=reader.title or metadata.get("title"),
        metadata=metadata,
    )


def runs(path: Path) -> list[RunSpan]:
    """Which run of the package holds which stretch of the text that `read_docx` gives, in text order."""
    reader = _read(path, path.read_bytes())
    places: dict[etree._Element, tuple[int, int]] = {}
    for root in reader.roots:
        for paragraph_index, paragraph in enumerate(root.iter(W + "p")):
            for run_index, run in enumerate(paragraph.iter(W + "r")):
                # A text box puts paragraphs inside a run: the innermost paragraph comes last and wins.
                places[run] = (paragraph_index, run_index)
    found = []
    for start, end, part, child in sorted(reader.runs, key=lambda r: r[:2]):
        holder = child.getparent()
        if holder is not None:
            found.append(RunSpan(start, end, part, *places[holder], holder.index(child)))
    return found


def _read(path: Path, data: bytes) -> _Reader:
    package = Package(str(path), data)
    name = package.main_part()
    root = package.xml(name) if name else None
    body = root.find(W + "body") if root is not None else None
    if name is None or root is None or body is None:
        raise UnreadableError(str(path), "the package holds no Word document", DAMAGED)
    reader = _Reader(package, name, root)
    reader.story(body)
    reader.write_notes()
    reader.record_losses()
    return reader


@dataclass(slots=True)
class _Field:
    """A complex field that is open: its instruction, and where its result begins."""

    instruction: str = ""
    start: int = -1


@dataclass(slots=True)
class _Count:
    """What was met and not read as text."""

    changes: int = 0
    hidden: int = 0
    images: int = 0
    charts: int = 0
    signs: int = 0


@dataclass(slots=True)
class _Place:
    """Where a paragraph stands in its story: beside which tables (ordinals), if any."""

    before_table: int | None = None
    after_table: int | None = None


class _Reader:
    """Walks the parts of one package and writes what they say."""

    def __init__(self, package: Package, name: str, root: etree._Element) -> None:
        self.package, self.writer = package, Writer()
        self.title: str | None = None
        self.runs: list[tuple[int, int, str, etree._Element]] = []
        self.roots = [root]
        self.count = _Count()
        self._part = name
        self._relations = package.relations(name)
        self._styles = styles_of(self._related("styles"))
        self._tables = 0
        self._fields: list[_Field] = []
        self._boxes: list[etree._Element] = []
        self._in_note = False
        self._comments = comments_of(self._related("comments"))
        self._commented: dict[str, int] = {}
        self._bookmarks: dict[str, tuple[str | None, int]] = {}
        settings = self._related("settings")
        self._numbering = {
            W + "footnoteReference": numbering_of(settings, root, "footnotePr", "decimal"),
            W + "endnoteReference": numbering_of(settings, root, "endnotePr", "lowerRoman"),
        }

    def _related(self, kind: str) -> etree._Element | None:
        return next(
            (self.package.xml(r.target) for r in self._relations.values() if r.kind == kind and not r.external), None
        )

    # -- stories: paragraphs and tables -------------------------------------------------------------------------

    def story(self, element: etree._Element) -> None:
        """Write the paragraphs and tables below `element` (a body, or a text box)."""
        items = list(paragraphs_and_tables(element))
        at = 0
        while at < len(items):
            if items[at].tag == W + "tbl":
                self._table(items[at])
                at += 1
                continue
            group = [items[at]]
            # A paragraph whose mark is deleted runs on into the next one once the change is accepted.
            while mark_deleted(group[-1]) and at + 1 < len(items) and items[at + 1].tag == W + "p":
                at += 1
                group.append(items[at])
            after = items[at + 1] if at + 1 < len(items) else None
            before = items[at - len(group)] if at >= len(group) else None
            place = _Place(
                self._tables if after is not None and after.tag == W + "tbl" else None,
                self._tables - 1 if before is not None and before.tag == W + "tbl" and self._tables else None,
            )
            self._paragraph(group, place)
            at += 1

    def _paragraph(self, group: list[etree._Element], place: _Place) -> None:
        paragraph, writer = group[-1], self.writer
        writer.gap()
        mark, runs = writer.mark(), len(self.runs)
        contents = self._in_contents()
        for part in group:
            self._inline(part)
        text = writer.since(mark[0])
        if text.strip():
            start, end = _trimmed(mark[0], text)
            if contents or self._in_contents():
                writer.span("furniture", start, end)
            else:
                self._record_paragraph(paragraph, text.strip(), start, end, place)
        else:
            writer.take_back(mark)
            del self.runs[runs:]
        self._write_boxes()

    def _record_paragraph(self, paragraph: etree._Element, text: str, start: int, end: int, place: _Place) -> None:
        style = self._style(paragraph)
        kind: BlockKind = "paragraph"
        level, table = 0, None
        if style.part == "contents":
            self.writer.span("furniture", start, end)
            return
        if style.part == "title":
            kind, self.title = "title", self.title or " ".join(text.split())
        elif style.part == "heading":
            kind, level = "heading", style.level
        elif style.part == "caption" or (caption_label().match(text) and place != _Place()):
            kind = "caption"
            table = place.before_table if place.before_table is not None else place.after_table
        elif (depth := list_level(paragraph)) is not None or style.part == "list":
            kind, level = "list_item", (depth or 0) + 1
        elif all_bold(paragraph) and _BOLD_HEADING.fullmatch(text) and any(c.isalpha() for c in text):
            kind, level = "heading", BOLD_HEADING_LEVEL
        self.writer.block(kind, [(start, end)], level=level, table=table)

    def _style(self, paragraph: etree._Element) -> Style:
        properties = paragraph.find(W + "pPr")
        style = self._styles.get(value(properties, "pStyle") or "", Style())
        outline = value(properties, "outlineLvl")
        if outline is not None and outline.isdigit() and int(outline) < 9:
            return replace(style, part="heading", level=int(outline) + 1)
        return style

    def _write_boxes(self) -> None:
        while self._boxes and not self._in_note:
            self.story(self._boxes.pop(0))

    # -- tables --------------------------------------------------------------------------------------------------

    def _table(self, table: etree._Element) -> None:
        rows = [row for row in children(table, "tr") if not self._row_deleted(row)]
        if all(len(list(children(row, "tc"))) <= 1 for row in rows):
            # One column is a frame around text, not a table.
            for row in rows:
                for cell in children(row, "tc"):
                    self.story(cell)
            return
        ordinal, self._tables = self._tables, self._tables + 1
        cells: list[tuple[GridCell, int, int]] = []
        above: dict[int, int] = {}  # The column of each cell that may go on below, with its index.
        header_rows: set[int] = set()
        inner: list[etree._Element] = []
        self.writer.gap()
        for row_index, row in enumerate(rows):
            properties = row.find(W + "trPr")
            if on(properties, "tblHeader"):
                header_rows.add(row_index)
            col = number(properties, "gridBefore", 0)
            for cell_index, cell in enumerate(children(row, "tc")):
                if cell_index:
                    self.writer.write("\t")
                cell_properties = cell.find(W + "tcPr")
                merge = cell_properties.find(W + "vMerge") if cell_properties is not None else None
                if merge is None or merge.get(W + "val") == "restart":
                    text, start, end = self._cell(cell, inner)
                    above[col] = len(cells)
                    cells.append((GridCell(row_index, col, text), start, end))
                elif col in above:
                    upper, start, end = cells[above[col]]
                    cells[above[col]] = (upper._replace(height=row_index - upper.row + 1), start, end)
                col += max(1, number(cell_properties, "gridSpan", 1))
            if row_index < len(rows) - 1:
                self.writer.write("\n")
        headers = header_cells([cell for cell, _, _ in cells], frozenset(header_rows))
        for (place, start, end), header in zip(cells, headers, strict=True):
            self.writer.block("cell", [(start, end)], table=ordinal, row=place.row, col=place.col, header=header)
        self._write_boxes()
        for nested in inner:
            self._table(nested)

    def _cell(self, cell: etree._Element, inner: list[etree._Element]) -> tuple[str, int, int]:
        """Write the paragraphs of a cell, one a line; tables inside it are left for later."""
        first = self.writer.at
        for item in paragraphs_and_tables(cell):
            if item.tag == W + "tbl":
                inner.append(item)
                continue
            if self.writer.at > first and self.writer.since(self.writer.at - 1) != "\n":
                self.writer.write("\n")
            self._inline(item)
        text = self.writer.since(first)
        return text.strip(), *_trimmed(first, text)

    def _row_deleted(self, row: etree._Element) -> bool:
        properties = row.find(W + "trPr")
        deleted = properties is not None and properties.find(W + "del") is not None
        self.count.changes += deleted or (properties is not None and properties.find(W + "ins") is not None)
        return deleted

    # -- inline --------------------------------------------------------------------------------------------------

    def _inline(self, element: etree._Element) -> None:
        """Write the runs below a paragraph or a wrapper inside one."""
        for child in element:
            tag = child.tag
            if tag == W + "r":
                self._run(child)
            elif tag == W + "hyperlink":
                start = self.writer.at
                self._inline(child)
                self._link(start, self._relations.get(child.get(R + "id", "")))
            elif tag in ADDED:
                self.count.changes += 1
                self._inline(child)
            elif tag in REMOVED:
                self.count.changes += 1
            elif tag == W + "commentRangeStart":
                self._commented[child.get(W + "id", "")] = self.writer.at
            elif tag == W + "commentRangeEnd":
                self._comment(child.get(W + "id", ""))
            elif tag == W + "fldSimple":
                start = self.writer.at
                self._inline(child)
                self._close_field(_Field(child.get(W + "instr", ""), start))
            elif tag == W + "sdt":
                start = self.writer.at
                self._inline(child)
                self._marked(value(child.find(W + "sdtPr"), "tag"), start)
            elif tag in WRAPPERS:
                self._inline(child)
            elif tag == W + "bookmarkStart":
                self._bookmarks[child.get(W + "id", "")] = (child.get(W + "name", ""), self.writer.at)
            elif tag == W + "bookmarkEnd":
                self._marked(*self._bookmarks.pop(child.get(W + "id", ""), (None, 0)))
            elif tag == MC + "AlternateContent":
                self._inline(chosen(child))
            elif isinstance(tag, str) and tag.startswith(M + "oMath"):
                self._write("".join(t.text or "" for t in child.iter(M + "t")), None)

    def _run(self, run: etree._Element) -> None:
        properties = run.find(W + "rPr")
        if on(properties, "vanish") or on(properties, "webHidden"):
            self.count.hidden += any(t.text for t in run.iter(W + "t"))
            return
        start = self.writer.at
        custom = None
        for child in run:
            custom = self._run_child(child, run) or custom
        if custom is not None:
            self.writer.span("note_mark", start, self.writer.at, custom)
        elif value(properties, "vertAlign") == "superscript" and run.find(W + "t") is not None:
            self._raised(start)

    def _run_child(self, child: etree._Element, run: etree._Element) -> str | None:
        """Write one element of a run; gives the label of a note mark that the run itself prints."""
        tag = child.tag
        if tag == W + "t":
            self._write(child.text or "", child)
        elif tag in _SIGNS:
            self._write(_SIGNS[tag], child)
        elif tag in self._numbering:
            return self._note_mark(child, run)
        elif tag == W + "fldChar":
            self._field_mark(child.get(W + "fldCharType"))
        elif tag == W + "instrText" and self._fields:
            self._fields[-1].instruction += child.text or ""
        elif tag == W + "ruby":
            self._inline(child)
        elif tag == W + "sym":
            self.count.signs += 1
        elif tag == MC + "AlternateContent":
            for inner in chosen(child):
                self._drawing(inner)
        elif tag in (W + "drawing", W + "pict", W + "object"):
            self._drawing(child)
        return None

    def _write(self, text: str, holder: etree._Element | None) -> None:
        """Write text that an element of a run holds; None for text that no run holds (formulas)."""
        start = self.writer.write(text)
        if holder is not None and text:
            self.runs.append((start, self.writer.at, self._part, holder))

    def _raised(self, start: int) -> None:
        """Typed note marks: a run of raised digits that is no power."""
        raised = self.writer.since(start)
        before = self.writer.since(max(0, start - 8))[: -len(raised) or None]
        self.writer.note_marks(start, raised, note_numbers(before, raised))

    def _drawing(self, drawing: etree._Element) -> None:
        boxes = [box for box in drawing.iter(W + "txbxContent") if not inside_fallback(box, drawing)]
        # A box inside a box is met again when the outer one is read.
        self._boxes.extend(box for box in boxes if not any(a is not box and a in boxes for a in box.iterancestors()))
        self.count.charts += sum(1 for _ in drawing.iter(C + "chart"))
        self.count.images += sum(1 for _ in drawing.iter(A + "blip", V + "imagedata"))

    def _comment(self, identity: str) -> None:
        """Record the words that a comment hangs on; none when it begins outside the paragraphs."""
        said = self._comments.get(identity)
        if said:
            self.writer.span("comment", self._commented.get(identity, self.writer.at), self.writer.at, said)

    def _marked(self, name: str | None, start: int) -> None:
        """A number of a built report: its bookmark or content control still names the record it rests on."""
        if name and name.startswith(PREFIX):
            self.writer.span("record", start, self.writer.at, target=name)

    def _link(self, start: int, relation: Relation | None) -> None:
        if relation is not None and relation.external:
            self.writer.span("link", start, self.writer.at, target=relation.target)

    # -- fields ----------------------------------------------------------------------------------------------------

    def _in_contents(self) -> bool:
        """Whether the field that makes a table of contents is open."""
        return any(_CONTENTS_FIELD.match(field.instruction) for field in self._fields)

    def _field_mark(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].start = self.writer.at
        elif kind == "end" and self._fields:
            self._close_field(self._fields.pop())

    def _close_field(self, closed: _Field) -> None:
        if not 0 <= closed.start < self.writer.at:
            return
        link = _HYPERLINK.match(closed.instruction)
        if link:
            self.writer.span("link", closed.start, self.writer.at, target=link["target"])
        elif _NOTE_FIELD.match(closed.instruction):
            label = self.writer.since(closed.start).strip()
            self.writer.span("note_mark", closed.start, self.writer.at, label)

    # -- notes -----------------------------------------------------------------------------------------------------

    def _note_mark(self, reference: etree._Element, run: etree._Element) -> str | None:
        numbering = self._numbering[reference.tag]
        kind = "footnotes" if reference.tag == W + "footnoteReference" else "endnotes"
        own = "".join(t.text or "" for t in run.iter(W + "t")).strip()
        custom = flag(reference.get(W + "customMarkFollows", "0")) and own
        label = own if custom else numeral(numbering.next, numbering.format)
        numbering.pending.append(Note(kind, reference.get(W + "id", ""), label))
        if custom:
            return label
        numbering.next += 1
        start = self.writer.at
        self._write(label, reference)
        self.writer.span("note_mark", start, self.writer.at, label)
        return None

    def write_notes(self) -> None:
        """Write the bodies of the notes that the text refers to, each after its number."""
        self._in_note = True
        lost: list[str] = []
        related = self._relations
        for numbering in self._numbering.values():
            kind = numbering.pending[0].part if numbering.pending else ""
            name = next((r.target for r in related.values() if r.kind == kind), None)
            root = self.package.xml(name) if name else None
            if root is not None and name is not None:
                self.roots.append(root)
                self._part, self._relations = name, self.package.relations(name)
            bodies = {note.get(W + "id"): note for note in root} if root is not None else {}
            lost.extend(note.label for note in numbering.pending if not self._note(note, bodies.get(note.id)))
            self._write_note_boxes()
        if lost:
            self.writer.loss("note_body", f"no text in the file for the notes {', '.join(lost[:10])}", len(lost))

    def _write_note_boxes(self) -> None:
        """Write the text boxes that hang on the notes of one part, behind them."""
        self._in_note = False
        self._write_boxes()
        self._in_note = True

    def _note(self, note: Note, body: etree._Element | None) -> bool:
        """Write one note; False when it has no text."""
        writer = self.writer
        writer.gap()
        mark = writer.mark()
        writer.write(f"{note.label} ")
        first = writer.at
        for paragraph in body.iter(W + "p") if body is not None else ():
            if any(around.tag == W + "txbxContent" for around in paragraph.iterancestors()):
                continue  # A text box is read behind the notes.
            if writer.at > first and writer.since(writer.at - 1) != "\n":
                writer.write("\n")
            self._inline(paragraph)
        text = writer.since(first)
        if not text.strip():
            writer.take_back(mark)
            return False
        writer.block("note", [_trimmed(first, text)], label=note.label)
        return True

    def record_losses(self) -> None:
        """Say what the package holds that was not read as text."""
        count, loss = self.count, self.writer.loss
        if count.changes:
            loss(
                "tracked_changes",
                "tracked changes are pending; the text is read as if all were accepted",
                count.changes,
            )
        if count.hidden:
            loss("hidden_text", "hidden text was left out", count.hidden)
        if count.images:
            loss("image", "pictures were not read", count.images)
        if count.charts:
            loss("chart", "charts were not read", count.charts)
        imports = sum(1 for _ in self.roots[0].iter(W + "altChunk"))
        if imports:
            loss("import", "imported parts (altChunk) were not read", imports)
        if count.signs:
            loss("symbol", "signs of symbol fonts were left out", count.signs)


def _trimmed(start: int, text: str) -> tuple[int, int]:
    """Offsets of `text`, which stands at `start`, without the blanks around it."""
    return start + len(text) - len(text.lstrip()), start + len(text.rstrip())


def _metadata(package: Package) -> dict[str, str]:
    """Title, language and dates from the core properties; they describe the file, not the publication."""
    name = next((r.target for r in package.relations("").values() if r.kind == "core-properties"), "docProps/core.xml")
    root = package.xml(name)
    found = {}
    for entry in root if root is not None else ():
        key = etree.QName(entry).localname if isinstance(entry.tag, str) else ""
        if key in ("title", "language", "created", "modified", "creator", "subject") and (entry.text or "").strip():
            found[key] = (entry.text or "").strip()
    return found
