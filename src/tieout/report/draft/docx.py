"""The report as a Word document: what pandoc makes, in the report's own styles, with the mark of every number.

A number keeps its record as a bookmark and as a content control around the same words. Nothing of the machine or the
person stands in the package: its properties are those of the draft, and the same draft gives the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from importlib.resources import files

from lxml import etree

from tieout.evidence.tag import read_tag
from tieout.report.draft.docx_package import (
    NS,
    RELATIONS,
    application,
    core,
    escaped,
    footer,
    relations,
    roots,
    settings,
    types,
    xml,
    zipped,
)
from tieout.report.draft.front import Front

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KEPT = re.compile(
    r"word/(?:document|footnotes|numbering)\.xml|word/_rels/(?:document|footnotes)\.xml\.rels|word/media/.*"
)
"""Parts of pandoc's package that go into ours; its properties name files of this machine."""
_PAGE = (
    f'<w:sectPr xmlns:w="{NS}" xmlns:r="{RELATIONS}"><w:footerReference w:type="default" r:id="rIdFooter"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1276" w:bottom="1304" w:left="1276" w:header="709"'
    ' w:footer="624" w:gutter="0"/><w:titlePg/></w:sectPr>'
)
"""A4; the first page, that of the title, has no foot."""


def finished(data: bytes, about: Front) -> bytes:
    """The package that pandoc made, as ours."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if _KEPT.fullmatch(name)}
    body = etree.fromstring(parts["word/document.xml"])
    _number_marks(body)
    _contents(body, about.contents)
    _space_behind_tables(body)
    _page(body)
    _rows(body)
    parts["word/document.xml"] = xml(body)
    parts["word/_rels/document.xml.rels"] = relations(parts["word/_rels/document.xml.rels"])
    parts["word/styles.xml"] = (
        (files("tieout.report.draft") / "data" / "styles.xml")
        .read_bytes()
        .replace(b'w:lang w:val="en-GB"', f'w:lang w:val="{"es-ES" if about.language == "es" else "en-GB"}"'.encode())
    )
    parts["word/settings.xml"] = settings()
    parts["word/footer.xml"] = footer(about.title)
    parts["docProps/core.xml"] = core(about)
    parts["docProps/app.xml"] = application()
    parts["_rels/.rels"] = roots()
    parts["[Content_Types].xml"] = types(parts)
    return zipped(parts)


# -- the numbers ---------------------------------------------------------------------------------------------------


def _number_marks(body: etree._Element) -> None:
    """Put a content control around the words of every bookmark of ours; links inside look like the text."""
    for count, start in enumerate(list(body.iter(W + "bookmarkStart")), 1):
        name = start.get(W + "name", "")
        mark = read_tag(name)
        if mark is None:
            continue
        inside = list(_inside(start))
        control = etree.Element(W + "sdt")
        properties = etree.SubElement(control, W + "sdtPr")
        etree.SubElement(properties, W + "alias").set(W + "val", f"f:{mark.record}")
        etree.SubElement(properties, W + "tag").set(W + "val", name)
        etree.SubElement(properties, W + "id").set(W + "val", str(count))
        content = etree.SubElement(control, W + "sdtContent")
        start.addnext(control)
        content.extend(inside)
        for properties in content.iter(W + "rPr"):
            for style in properties.findall(W + "rStyle"):
                if style.get(W + "val") == "Hyperlink":
                    properties.remove(style)


def _inside(start: etree._Element) -> Iterator[etree._Element]:
    """What stands between the two ends of a bookmark."""
    for element in start.itersiblings():
        if element.tag == W + "bookmarkEnd" and element.get(W + "id") == start.get(W + "id"):
            return
        yield element


# -- the page ------------------------------------------------------------------------------------------------------


def _page(root: etree._Element) -> None:
    """The page's size and foot in place of pandoc's."""
    body = root.find(W + "body")
    assert body is not None
    for old in body.findall(W + "sectPr"):
        body.remove(old)
    body.append(etree.fromstring(_PAGE))


def _contents(root: etree._Element, title: str) -> None:
    """The list of contents behind what stands under the title, then a new page. It is a field: Word puts in the pages
    when it is asked to (F9); until then every line leads to its chapter."""
    body = root.find(W + "body")
    assert body is not None
    first = next((p for p in body.iter(W + "p") if _style(p).startswith("Heading")), None)
    if first is None:
        return
    place = body.index(first)
    if place and body[place - 1].tag == W + "bookmarkStart":
        place -= 1
    lines = [_line(p, name) for p, name in _headings(body)] if title else []
    made = [_paragraph("TOCHeading", _text(title)), *lines] if lines else []
    if lines:
        field = _FIELD.format(kind="begin") + _INSTRUCTION + _FIELD.format(kind="separate")
        for number, run in enumerate(etree.fromstring(f'<w:p xmlns:w="{NS}">{field}</w:p>')):
            lines[0].insert(1 + number, run)
        lines[-1].append(etree.fromstring(f'<w:p xmlns:w="{NS}">{_FIELD.format(kind="end")}</w:p>')[0])
    for element in (*made, _paragraph("BodyText", '<w:r><w:br w:type="page"/></w:r>')):
        body.insert(place, element)
        place += 1


_FIELD = '<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
_INSTRUCTION = '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>'


def _headings(body: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Headings of the first two levels with the bookmark before each."""
    name = ""
    for element in body.iter(W + "bookmarkStart", W + "p"):
        if element.tag == W + "bookmarkStart":
            name = element.get(W + "name", "")
        elif _style(element) in ("Heading1", "Heading2"):
            yield element, name


def _line(heading: etree._Element, name: str) -> etree._Element:
    words = "".join(_TAB if t.tag == W + "tab" else _text(t.text or "") for t in heading.iter(W + "t", W + "tab"))
    if not heading.findall(f".//{W}tab"):
        words = _TAB + words if _style(heading) == "Heading1" else words
    level = _style(heading)[-1]
    return _paragraph(f"TOC{level}", f'<w:hyperlink w:anchor="{escaped(name)}" w:history="1">{words}</w:hyperlink>')


_TAB = "<w:r><w:tab/></w:r>"


def _text(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escaped(words)}</w:t></w:r>'


def _paragraph(style: str, inside: str) -> etree._Element:
    return etree.fromstring(f'<w:p xmlns:w="{NS}"><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>')


def _style(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return found.get(W + "val", "") if found is not None else ""


_BEFORE_SPACING = frozenset(W + name for name in ("pStyle", "keepNext", "keepLines", "numPr", "pBdr", "shd", "tabs"))
"""What stands before the spacing in the properties of a paragraph: Word minds the order."""


def _space_behind_tables(body: etree._Element) -> None:
    """What follows a table keeps its distance, which a table cannot have itself."""
    for table in body.iter(W + "tbl"):
        after = next((e for e in table.itersiblings() if e.tag == W + "p"), None)
        properties = after.find(W + "pPr") if after is not None else None
        if properties is not None and not _style(after).startswith("Heading"):  # type: ignore[arg-type]
            spacing = properties.find(W + "spacing")
            if spacing is None:
                spacing = etree.Element(W + "spacing")
                properties.insert(sum(child.tag in _BEFORE_SPACING for child in properties), spacing)
            spacing.set(W + "before", "200")


def _rows(body: etree._Element) -> None:
    """Rows are not parted by the end of a page."""
    for row in body.iter(W + "tr"):
        properties = row.find(W + "trPr")
        if properties is None:
            properties = etree.Element(W + "trPr")
            row.insert(0, properties)
        properties.insert(0, etree.Element(W + "cantSplit"))
