"""Reads a saved web page with lxml: its text without what browsers put around it (menus, headers, scripts, forms).

Data tables become cells; tables that only lay out the page are read as text. Note marks are raised numbers, or links in
brackets to a note on the same page; the note's body keeps its place in the text.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path

from lxml import etree, html

from tieout.errors import UnreadableError
from tieout.reading.article import article_of, is_article
from tieout.reading.decode import decode
from tieout.reading.document import BlockKind, Document
from tieout.reading.grid import GridCell, header_cells
from tieout.reading.names import caption_label
from tieout.reading.package import out_of_memory
from tieout.reading.raised import note_numbers
from tieout.reading.writer import Writer

READER = f"lxml {'.'.join(map(str, etree.LXML_VERSION[:3]))}"

MAX_DEPTH = 200
"""Elements nested deeper than this are left out, with a Loss."""

MAX_SPAN = 100
"""A cell that claims to span more columns or rows is taken to span so many."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_PAGE_ENCODINGS = re.compile(
    r"utf-8|cp125\d|cp874|iso8859-\d+|koi8-[ru]|mac-\w+|gb2312|gbk|gb18030|big5|euc_\w+|shift_jis|iso2022_jp"
)
"""Character sets in which a page can name its own: none of more bytes a letter, and none that is no character set."""
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCK_NAMES = """
address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2
h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_SKIPPED_NAMES = """
audio button canvas dialog head iframe input map nav noscript object option script select style svg template textarea
video
"""
_SKIPPED = frozenset(_SKIPPED_NAMES.split())
_AROUND = frozenset({"header", "footer", "aside"})
"""Left out, unless notes or the article's own heading stand in them."""

_DATES = (
    "article:published_time",
    "datepublished",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.issued",
    "dcterms.created",
    "citation_publication_date",
    "date",
    "pubdate",
)
_DATE = re.compile(r"\s*((?:19|20)\d\d)(?:[-/](0[1-9]|1[0-2])(?:[-/](0[1-9]|[12]\d|3[01]))?)?(?!\d)")
_MARK = re.compile(r"\s*[\[(]?\s*(?P<label>\d{1,4}|[a-z]|[ivxl]{1,6}|\*{1,3}|†|‡)\s*[\])]?\s*")
_NOTE_HEAD = re.compile(r"\s*[\[(]?(?P<label>\d{1,4})[\])]?[.:]?\s+")


def read_html(path: Path) -> Document:
    """The document in an HTML file; `UnreadableError` when it holds no text."""
    data = path.read_bytes()
    root = page_of(str(path), data)
    reader = PageReader(root)
    reader.read()
    if not reader.writer.blocks:
        remedy = "save the page from a browser once it is shown in full, or as PDF"
        raise UnreadableError(str(path), "the page holds no text (it may be built by scripts)", remedy)
    document = reader.writer.document(
        str(path),
        data,
        format="html",
        reader=READER,
        title=reader.title or _page_title(root),
        date=_date(root),
        language=page_language(root),
        metadata=_metadata(root),
    )
    return article_of(document, root) if is_article(root) else document


def page_of(path: str, data: bytes) -> etree._Element:
    """The root element of a page; `UnreadableError` when it holds none."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(_decoded(data).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        if out_of_memory(error):
            raise MemoryError from error
        raise UnreadableError(path, "the page holds no text", "save the page again from a browser") from error


def page_language(root: etree._Element) -> str | None:
    """The language that the page says it is in."""
    language = (root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip()
    return re.split("[-_]", language)[0].lower() or None


def _decoded(data: bytes) -> str:
    """The page's characters: by its byte order mark, by its own meta element, else as any text file."""
    named = None if data.startswith(_BOMS) else _CHARSET.search(data, 0, 4096)
    encoding = _encoding(named[1].decode("ascii")) if named else None
    if encoding:
        with suppress(UnicodeDecodeError):  # The page names a character set that it is not in.
            return data.decode(encoding)
    return decode(data)


def _encoding(name: str) -> str | None:
    """The character set of a name, as browsers take it; None for one that no page that names it can be in."""
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return None
    if found in ("iso8859-1", "ascii"):
        return "cp1252"
    return found if _PAGE_ENCODINGS.fullmatch(found) else None


class PageReader:
    """Walks the page and writes its text. `chapters` names elements whose text becomes a span of that name (EPUB)."""

    def __init__(self, root: etree._Element, chapters: Mapping[etree._Element, str] | None = None) -> None:
        self._chapters = chapters or {}
        self.writer = Writer()
        self.title: str | None = None
        self._root = root
        self._order = {element: place for place, element in enumerate(root.iter())}
        self._targets = _identified(root)
        self._notes = self._note_bodies()
        self._tables = 0
        self._images = self._deep = self._hidden = 0
        self._open: tuple[BlockKind, int, str | None] = ("paragraph", 0, None)
        self._mark = self.writer.mark()
        self._blank = True
        self._keep_blanks = False
        headings = list(root.iter("h1"))
        self._single = headings[0] if len(headings) == 1 else None
        self._page_title = _page_title(root)

    def read(self) -> None:
        """Write the whole page."""
        body = self._root.find("body")
        self._flow(body if body is not None else self._root, 0)
        self._flush()
        if self._images:
            self.writer.loss("image", "pictures were not read", self._images)
        if self._deep:
            message = f"elements nested more than {MAX_DEPTH} deep were left out"
            self.writer.loss("nesting", message, self._deep)
        if self._hidden:
            self.writer.loss("hidden_text", "hidden text was left out", self._hidden)

    # -- blocks ------------------------------------------------------------------------------------------------------

    def _flow(self, element: etree._Element, depth: int) -> None:
        """Write an element and what is in it, but not its tail."""
        tag = element.tag
        if not isinstance(tag, str) or self._left_out(element):
            return
        if depth > MAX_DEPTH:
            self._deep += 1
            return
        if tag == "table" and _is_data(element):
            self._table(element, depth)
        elif tag in _BLOCKS:
            self._block(element, depth)
        elif tag == "br":
            self._line_break()
        elif tag == "img":
            self._images += any(a.tag == "figure" for a in element.iterancestors())
        else:
            self._inline(element, depth)

    def _children(self, element: etree._Element, depth: int) -> None:
        self._text(element.text)
        for child in element:
            self._flow(child, depth + 1)
            self._text(child.tail)

    def _block(self, element: etree._Element, depth: int) -> None:
        outer, kept = self._open, self._keep_blanks
        self._flush()
        start = self.writer.at
        self._open = self._kind(element)
        self._keep_blanks = kept or element.tag == "pre"
        self._children(element, depth)
        self._flush()
        if element in self._chapters and self.writer.blocks:
            self.writer.span("chapter", start, self.writer.blocks[-1].end, label=self._chapters[element])
            self._mark = self.writer.mark()
        self._open, self._keep_blanks = outer, kept

    def _kind(self, element: etree._Element) -> tuple[BlockKind, int, str | None]:
        """What text directly in this element is; inner elements of a note or list item stay that."""
        tag, outer = element.tag, self._open
        if element in self._notes:
            return "note", 0, self._notes[element]
        if outer[0] == "note":
            return outer
        if element is self._single:
            return "title", 0, None
        if tag in _HEADINGS:
            return "heading", _HEADINGS[tag], None
        if tag == "li":
            return "list_item", sum(a.tag in ("ul", "ol") for a in element.iterancestors()) or 1, None
        if tag in ("caption", "figcaption"):
            return "caption", 0, None
        return outer if outer[0] == "list_item" else ("paragraph", 0, None)

    def _flush(self) -> None:
        """Close the block that is being written."""
        text = self.writer.since(self._mark[0])
        if text.strip():
            kind, level, label = self._open
            start, end = self._mark[0], self._mark[0] + len(text.rstrip())
            start += len(text) - len(text.lstrip())
            if kind == "note":
                head = _NOTE_HEAD.match(text)
                if head and head["label"] == label:
                    start = self._mark[0] + head.end()
            if kind == "paragraph" and self.title is None and " ".join(text.split()) == self._page_title:
                kind = "title"  # Word processors write the title as a paragraph.
            if kind == "title":
                self.title = " ".join(text.split())
            self.writer.block(kind, [(start, end)], level=level, label=label)
            self.writer.gap()
        else:
            self.writer.take_back(self._mark)
        self._mark, self._blank = self.writer.mark(), True

    # -- inline ------------------------------------------------------------------------------------------------------

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if not self._keep_blanks:
            text = _BLANKS.sub(" ", text)
            if self._blank:
                text = text.lstrip(" ")
        if text:
            self.writer.write(text)
            self._blank = text[-1] in " \n"

    def _line_break(self) -> None:
        """One break is a line of the block, two part paragraphs."""
        if self.writer.at > self._mark[0] and self.writer.since(self.writer.at - 1) == "\n":
            self._flush()
        elif self.writer.at > self._mark[0]:
            self.writer.write("\n")
            self._blank = True

    def _inline(self, element: etree._Element, depth: int) -> None:
        start, tag = self.writer.at, element.tag
        self._children(element, depth)
        if tag not in ("a", "sup") or self.writer.at <= start or start < self._mark[0]:
            return
        text = self.writer.since(start)
        if tag == "sup":
            self._raised(element, start, text)
        elif tag == "a":
            self._link(element, start, text)

    def _raised(self, element: etree._Element, start: int, text: str) -> None:
        if any(span.start >= start for span in self.writer.spans[-3:] if span.kind == "note_mark"):
            return  # The link inside it is the mark.
        if any(a.tag == "a" and self._marks_note(a) for a in element.iterancestors()):
            return  # The link around it is the mark.
        if start == self._mark[0]:
            return  # A raised number at the head of a block is a note's own number.
        before = self.writer.since(max(self._mark[0], start - 8))[: -len(text)]
        self.writer.note_marks(start, text, note_numbers(before, text))

    def _link(self, element: etree._Element, start: int, text: str) -> None:
        target = (element.get("href") or "").strip()
        if target.startswith("#"):
            if self._marks_note(element):
                mark = _MARK.fullmatch(text)
                self.writer.span("note_mark", start, self.writer.at, mark["label"] if mark else text.strip())
            elif self._open[0] == "note" and _leads_back(self._targets.get(target[1:])):
                self.writer.span("markup", start, self.writer.at)
        elif target and not target.lower().startswith(("javascript:", "data:")):
            end = start + len(text.rstrip())
            self.writer.span("link", start + len(text) - len(text.lstrip()), end, target=target)

    # -- notes -------------------------------------------------------------------------------------------------------

    def _note_bodies(self) -> dict[etree._Element, str]:
        """The elements that hold the bodies of notes, with their labels: what note marks link to."""
        bodies: dict[etree._Element, str] = {}
        for link in self._root.iter("a"):
            if not self._marks_note(link):
                continue
            body = _body_of(self._targets[(link.get("href") or "")[1:]])
            mark = _MARK.fullmatch(_words(link))
            # A body that stands around its own mark is no body.
            if body is not None and mark and body not in bodies and not any(a is body for a in link.iterancestors()):
                bodies[body] = mark["label"]
        return bodies

    def _marks_note(self, link: etree._Element) -> bool:
        href, text = link.get("href") or "", _words(link)
        target = self._targets.get(href[1:]) if href.startswith("#") else None
        if target is None or not _MARK.fullmatch(text) or self._leads_up(link, target):
            return False
        raised = link.find("sup") is not None or any(a.tag == "sup" for a in link.iterancestors())
        return raised or "[" in text or link.get("role") == "doc-noteref" or link.get("epub:type") == "noteref"

    def _leads_up(self, link: etree._Element, target: etree._Element) -> bool:
        """Whether a numbered link is the one that leads from a note back to the text.

        Of a pair of links that point at each other, the one further down is the note's.
        """
        own = [e.get("id") for e in (link, *link.iterancestors()) if e.get("id")]
        near = chain(islice(target.iter("a"), 5), islice(target.iterancestors(), 5))
        back = bool(own) and any((e.get("href") or "").lstrip("#") in own for e in near if e.get("href"))
        return back and self._order[target] < self._order[link]

    def _left_out(self, element: etree._Element) -> bool:
        tag = element.tag
        hidden = element.get("hidden") is not None or "display:none" in (element.get("style") or "").replace(" ", "")
        if hidden:
            self._hidden += bool(_words(element).strip())
            return True
        if tag in _SKIPPED:
            return True
        if tag not in _AROUND or any(note in self._notes for note in element.iter()):
            return False
        own = tag == "header" and any(a.tag in ("article", "main") for a in element.iterancestors())
        return not own

    # -- tables ------------------------------------------------------------------------------------------------------

    def _table(self, table: etree._Element, depth: int) -> None:
        self._flush()
        ordinal, self._tables = self._tables, self._tables + 1
        self._caption(table, ordinal, depth)
        cells: list[tuple[GridCell, int, int, bool]] = []
        taken: set[tuple[int, int]] = set()
        for row_index, row in enumerate(_rows(table)):
            if row_index:
                self.writer.write("\n")
            col = 0
            for cell_index, cell in enumerate(child for child in row if child.tag in ("td", "th")):
                while (row_index, col) in taken:
                    col += 1
                if cell_index:
                    self.writer.write("\t")
                width, height = _extent(cell, "colspan"), _extent(cell, "rowspan")
                text, start, end = self._cell(cell, depth)
                cells.append((GridCell(row_index, col, text, height), start, end, cell.tag == "th"))
                taken.update((row_index + down, col + across) for down in range(height) for across in range(width))
                col += width
        named = any(header for *_, header in cells)
        guessed = header_cells([cell for cell, *_ in cells])
        for (place, start, end, header), guess in zip(cells, guessed, strict=True):
            names = header if named else guess
            self.writer.block("cell", [(start, end)], table=ordinal, row=place.row, col=place.col, header=names)
        self.writer.gap()
        self._mark, self._blank = self.writer.mark(), True

    def _caption(self, table: etree._Element, ordinal: int, depth: int) -> None:
        """Write the table's own caption, or tie the caption-like paragraph before it to the table."""
        caption = table.find("caption")
        if caption is not None:
            start = self.writer.at
            self._children(caption, depth + 1)
            text = self.writer.since(start)
            self.writer.block("caption", [(start, start + len(text.rstrip()))], table=ordinal)
            self.writer.gap()
        elif self.writer.blocks and self.writer.blocks[-1].kind in ("paragraph", "caption"):
            last = self.writer.blocks[-1]
            if caption_label().match(self.writer.since(last.start).strip()):
                self.writer.blocks.pop()
                self.writer.block("caption", last.pieces, table=ordinal)

    def _cell(self, cell: etree._Element, depth: int) -> tuple[str, int, int]:
        """Write the text of a cell on its own lines."""
        self._mark, self._blank = self.writer.mark(), True
        first = self.writer.at
        self._lines(cell, depth)
        text = self.writer.since(first)
        return text.strip(), first + len(text) - len(text.lstrip()), first + len(text.rstrip())

    def _lines(self, element: etree._Element, depth: int) -> None:
        """Write what is in a cell: inner paragraphs become lines of the cell."""
        self._text(element.text)
        for child in element:
            if child.tag in _BLOCKS or child.tag == "br":
                if not self._blank:
                    self.writer.write("\n")
                    self._blank = True
                if child.tag != "br" and not self._left_out(child) and depth < MAX_DEPTH:
                    self._lines(child, depth + 1)
                    if not self._blank:
                        self.writer.write("\n")
                        self._blank = True
            else:
                self._flow(child, depth + 1)
            self._text(child.tail)


def _words(element: etree._Element) -> str:
    """All the text in an element."""
    return "".join(str(part) for part in element.itertext())


def _identified(root: etree._Element) -> dict[str, etree._Element]:
    """The elements that a link on the page can point at, by id or name; the first one wins."""
    found: dict[str, etree._Element] = {}
    for element in root.iter(etree.Element):
        for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if name:
                found.setdefault(name, element)
    return found


def _body_of(target: etree._Element) -> etree._Element | None:
    """The block that holds a note whose anchor is `target`."""
    at: etree._Element | None = target
    while at is not None and at.tag not in ("li", "p", "div", "dd", "td", "aside", "section", "blockquote"):
        at = at.getparent()
    return at if at is not None and at.tag not in ("td", "section") else None


def _leads_back(target: etree._Element | None) -> bool:
    """Whether a link in a note points at the note's mark, further up."""
    return target is not None and any(e.tag in ("a", "sup") for e in (target, *target.iterancestors()))


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def _is_data(table: etree._Element) -> bool:
    """Whether a table holds data, and does not lay out the page or other tables."""
    if table.get("role") in ("presentation", "none") or next(table.iterdescendants("table"), None) is not None:
        return False
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in _rows(table)]
    return len(rows) > 1 and max(map(len, rows), default=0) > 1


def _extent(cell: etree._Element, name: str) -> int:
    stated = (cell.get(name) or "1").strip()
    return min(MAX_SPAN, max(1, int(stated))) if stated.isascii() and stated.isdigit() else 1


def _page_title(root: etree._Element) -> str | None:
    title = root.find(".//title")
    return " ".join(_words(title).split()) or None if title is not None else None


def _metas(root: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        if name and (meta.get("content") or "").strip():
            found.setdefault(name, (meta.get("content") or "").strip())
    return found


def _date(root: etree._Element) -> str | None:
    """The date of publication that the page states in its metadata, else that of the article's first time element."""
    metas = _metas(root)
    times = (time.get("datetime") or "" for article in root.iter("article", "main") for time in article.iter("time"))
    for stated in (*(metas.get(name, "") for name in _DATES), *times):
        date = _DATE.match(stated)
        if date:
            return "-".join(part for part in date.groups() if part)
    return None


def _metadata(root: etree._Element) -> dict[str, str]:
    metas = _metas(root)
    names = ("author", "description", "og:title", "og:site_name", "article:modified_time", "generator")
    found = {name: metas[name] for name in names if name in metas}
    title = _page_title(root)
    return {**found, "title": title} if title else found
