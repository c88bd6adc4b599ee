"""Reads an EPUB: the chapters in the order of its spine, joined to one page, which the reader of web pages reads.

Addresses between chapters become addresses on that page, so that a note in another chapter is found. Each chapter's
text is a span. The table of contents is not read as text.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from urllib.parse import unquote

from lxml import etree, html

from tieout.errors import UnreadableError
from tieout.reading.document import Document
from tieout.reading.html import READER, PageReader, page_of
from tieout.reading.package import Package

_CONTAINER = "META-INF/container.xml"
_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_DAMAGED = "get the book from its source again"
_PAGES = ("application/xhtml+xml", "text/html")
_UNSAFE = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that a broken page may hold and that no address of ours can."""
_DATE_LENGTH = (4, 7, 10)


def read_epub(path: Path) -> Document:
    """The document in an EPUB; `UnreadableError` when it is none, is damaged or is locked."""
    data = path.read_bytes()
    package = Package(str(path), data, _DAMAGED)
    folder, book = _book(package)
    names = _spine(folder, book)
    _refuse_locked(package, set(names))
    metadata = _metadata(book)
    root, chapters, lost = _joined(package, names, metadata.get("title", ""))
    reader = PageReader(root, chapters)
    reader.read()
    if lost:
        reader.writer.loss(
            "chapter", f"chapters that the file names and does not hold: {', '.join(lost[:5])}", len(lost)
        )
    if not reader.writer.blocks:
        raise UnreadableError(str(path), "no chapter holds text", "its pages may be pictures; export it as PDF")
    return reader.writer.document(
        str(path),
        data,
        format="epub",
        reader=READER,
        title=metadata.get("title"),
        date=metadata.get("date"),
        language=metadata.get("language", "").split("-")[0].lower() or None,
        metadata=metadata,
    )


def _book(package: Package) -> tuple[str, etree._Element]:
    """The folder of the book's own description (OPF), and its root element."""
    container = package.xml(_CONTAINER)
    entry = next((e for e in container.iter("{*}rootfile")), None) if container is not None else None
    name = (entry.get("full-path") or "") if entry is not None else ""
    book = package.xml(name) if name else None
    if book is None:
        raise UnreadableError(package.path, "the package does not say what book it holds", _DAMAGED)
    return posixpath.dirname(name), book


def _spine(folder: str, book: etree._Element) -> list[str]:
    """The names of the chapters' parts, in reading order, each once."""
    pages = {
        item.get("id", ""): posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))
        for item in book.iter(f"{_OPF}item")
        if item.get("media-type") in _PAGES and "nav" not in (item.get("properties") or "").split()
    }
    order = (pages.get(entry.get("idref", "")) for entry in book.iter(f"{_OPF}itemref"))
    return list(dict.fromkeys(name for name in order if name))


def _refuse_locked(package: Package, names: set[str]) -> None:
    """Fonts may be scrambled; a book whose chapters are is bound to a reader's account."""
    root = package.xml("META-INF/encryption.xml")
    for entry in root.iter("{*}CipherReference") if root is not None else ():
        if unquote(entry.get("URI", "")) in names:
            raise UnreadableError(package.path, "it is locked (DRM)", "get a copy without a lock")


def _joined(
    package: Package, names: list[str], title: str
) -> tuple[etree._Element, dict[etree._Element, str], list[str]]:
    """One page of all chapters; the element of each chapter with its heading; the names of parts that are not there."""
    root = html.document_fromstring("<html><head><title></title></head><body></body></html>")
    head, body = root[0], root[1]
    head[0].text = title
    places = {name: f"chapter{index}" for index, name in enumerate(names)}
    chapters: dict[etree._Element, str] = {}
    lost = []
    for name in names:
        data = package.part(name)
        if not data or not data.strip():
            lost.append(name)
            continue
        page = page_of(package.path, data)
        _readdress(page, name, places)
        content = page.find("body")
        section = content if content is not None else page
        section.tag = "section"
        section.set("id", places[name])
        body.append(section)
        chapters[section] = _heading(section) or posixpath.basename(name)
    return root, chapters, lost


def _heading(section: etree._Element) -> str | None:
    heading = next(section.iter("h1", "h2", "h3"), None)
    return " ".join("".join(str(part) for part in heading.itertext()).split()) or None if heading is not None else None


def _readdress(page: etree._Element, name: str, places: dict[str, str]) -> None:
    """Make ids and addresses those of the joined page."""
    folder = posixpath.dirname(name)
    for element in page.iter(etree.Element):
        for key in ("id", "name") if element.tag == "a" else ("id",):
            if element.get(key):
                element.set(key, _UNSAFE.sub("", f"{places[name]}-{element.get(key)}"))
        href = element.get("href")
        if not href or ":" in href.split("/")[0]:
            continue
        part, _, anchor = href.partition("#")
        target = places.get(posixpath.normpath(posixpath.join(folder, unquote(part))) if part else name)
        if target:
            element.set("href", _UNSAFE.sub("", f"#{target}-{anchor}" if anchor else f"#{target}"))


def _metadata(book: etree._Element) -> dict[str, str]:
    """Title, authors, publisher, language and date of publication, as the book states them."""
    found: dict[str, str] = {}
    for key, name in (("title", "title"), ("author", "creator"), ("publisher", "publisher"), ("language", "language")):
        texts = [" ".join("".join(str(t) for t in e.itertext()).split()) for e in book.iter(f"{_DC}{name}")]
        words = [text for text in texts if text]
        if words:
            found[key] = "; ".join(words) if key == "author" else words[0]
    dates = [(e.text or "").strip()[:10] for e in book.iter(f"{_DC}date")]
    date = next((d for d in dates if len(d) in _DATE_LENGTH and d.replace("-", "").isdecimal()), None)
    return {**found, "date": date} if date else found
