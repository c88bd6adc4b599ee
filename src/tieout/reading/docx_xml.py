"""The XML of a DOCX: its namespaces, and what is asked of its elements. It writes nothing and keeps no state."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
V = "{urn:schemas-microsoft-com:vml}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"

WRAPPERS = frozenset(W + name for name in ("sdtContent", "customXml", "smartTag", "dir", "bdo", "rubyBase", "ruby"))
ADDED = frozenset({W + "ins", W + "moveTo"})
REMOVED = frozenset({W + "del", W + "moveFrom"})
_OFF = frozenset({"0", "false", "off", "none"})


def paragraphs_and_tables(element: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and tables of a story, also those inside content controls and insertions."""
    for child in element:
        tag = child.tag
        if tag in (W + "p", W + "tbl"):
            yield child
        elif tag == W + "sdt":
            content = child.find(W + "sdtContent")
            yield from paragraphs_and_tables(content) if content is not None else ()
        elif tag == MC + "AlternateContent":
            yield from paragraphs_and_tables(chosen(child))
        elif tag in WRAPPERS or tag in ADDED:
            yield from paragraphs_and_tables(child)


def children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, also inside content controls."""
    for child in element:
        if child.tag == W + name:
            yield child
        elif child.tag == W + "sdt" or child.tag in WRAPPERS:
            yield from children(child, name)


def chosen(alternative: etree._Element) -> etree._Element:
    """The first choice of alternative content, its fallback when there is none."""
    choice = alternative.find(MC + "Choice")
    if choice is None:
        choice = alternative.find(MC + "Fallback")
    return choice if choice is not None else alternative


def inside_fallback(element: etree._Element, top: etree._Element) -> bool:
    """Whether an element stands in the fallback of alternative content below `top`."""
    for ancestor in element.iterancestors():
        if ancestor is top:
            return False
        if ancestor.tag == MC + "Fallback":
            return True
    return False


def value(properties: etree._Element | None, name: str) -> str | None:
    """The `w:val` of a property, None when it is not set."""
    entry = properties.find(W + name) if properties is not None else None
    return entry.get(W + "val") if entry is not None else None


def number(properties: etree._Element | None, name: str, usual: int) -> int:
    """The `w:val` of a property as a number; `usual` when it is not set or is none."""
    stated = value(properties, name) or ""
    return int(stated) if stated.isascii() and stated.isdigit() and len(stated) < 6 else usual


def flag(value: str | None) -> bool:
    """Whether a switch with this value is on; without a value it is."""
    return value is None or value.lower() not in _OFF


def on(properties: etree._Element | None, name: str) -> bool:
    """Whether a switch such as `w:b` is set and on."""
    entry = properties.find(W + name) if properties is not None else None
    return entry is not None and flag(entry.get(W + "val"))


def mark_deleted(paragraph: etree._Element) -> bool:
    """Whether a tracked change deletes the end of a paragraph."""
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None


def list_level(paragraph: etree._Element) -> int | None:
    """The level of a paragraph that is numbered or bulleted itself, from 0."""
    numbering = paragraph.find(f"{W}pPr/{W}numPr")
    if numbering is None or value(numbering, "numId") == "0":
        return None
    level = value(numbering, "ilvl") or "0"
    return int(level) if level.isdigit() else 0


def all_bold(paragraph: etree._Element) -> bool:
    """Whether every run of a paragraph that shows anything is set in bold."""
    texts = [(run, t) for run in paragraph.iter(W + "r") for t in run.iter(W + "t") if (t.text or "").strip()]
    return bool(texts) and all(on(run.find(W + "rPr"), "b") for run, _ in texts)
