"""The report as a Word document: what pandoc makes, in the report's own styles, with the mark of every number.

A number keeps its record as a bookmark and as a content control around the same words. Nothing of the machine or the
person stands in the package: its properties are those of the draft, and the same draft gives the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files

from lxml import etree

from tieout.evidence.tag import read_tag
from tieout.report.draft.front import Front

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_KEPT = re.compile(
    r"word/(?:document|footnotes|numbering)\.xml|word/_rels/(?:document|footnotes)\.xml\.rels|word/media/.*"
)
"""Parts of pandoc's package that go into ours; its properties name files of this machine."""
_DAY = (1980, 1, 1, 0, 0, 0)
_PAGE = (
    f'<w:sectPr xmlns:w="{_NS}" xmlns:r="{_R}"><w:footerReference w:type="default" r:id="rIdFooter"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1276" w:bottom="1304" w:left="1276" w:header="709"'
    ' w:footer="624" w:gutter="0"/><w:titlePg/></w:sectPr>'
)
"""A4; the first page, that of the title, has no foot."""
_PARTS = {
    "styles": "wordprocessingml.styles+xml",
    "settings": "wordprocessingml.settings+xml",
    "numbering": "wordprocessingml.numbering+xml",
    "footnotes": "wordprocessingml.footnotes+xml",
    "footer": "wordprocessingml.footer+xml",
    "document": "wordprocessingml.document.main+xml",
}


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
    parts["word/document.xml"] = _xml(body)
    parts["word/_rels/document.xml.rels"] = _relations(parts["word/_rels/document.xml.rels"])
    parts["word/styles.xml"] = (
        (files("tieout.report.draft") / "data" / "styles.xml")
        .read_bytes()
        .replace(b'w:lang w:val="en-GB"', f'w:lang w:val="{"es-ES" if about.language == "es" else "en-GB"}"'.encode())
    )
    parts["word/settings.xml"] = _settings()
    parts["word/footer.xml"] = _footer(about.title)
    parts["docProps/core.xml"] = _core(about)
    parts["docProps/app.xml"] = (
        f'{_XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>Tieout</Application></Properties>"
    ).encode()
    parts["_rels/.rels"] = _roots()
    parts["[Content_Types].xml"] = _types(parts)
    return _zipped(parts)


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
        for number, run in enumerate(etree.fromstring(f'<w:p xmlns:w="{_NS}">{field}</w:p>')):
            lines[0].insert(1 + number, run)
        lines[-1].append(etree.fromstring(f'<w:p xmlns:w="{_NS}">{_FIELD.format(kind="end")}</w:p>')[0])
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
    return _paragraph(f"TOC{level}", f'<w:hyperlink w:anchor="{_escaped(name)}" w:history="1">{words}</w:hyperlink>')


_TAB = "<w:r><w:tab/></w:r>"


def _text(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{_escaped(words)}</w:t></w:r>'


def _paragraph(style: str, inside: str) -> etree._Element:
    return etree.fromstring(f'<w:p xmlns:w="{_NS}"><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>')


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


def _footer(title: str) -> bytes:
    field = "".join(
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
        if kind != "PAGE"
        else '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        for kind in ("begin", "PAGE", "end")
    )
    return (
        f'{_XML}<w:ftr xmlns:w="{_NS}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{_escaped(title)}</w:t></w:r><w:r><w:tab/></w:r>{field}</w:p></w:ftr>'
    ).encode()


# -- the package ---------------------------------------------------------------------------------------------------


def _settings() -> bytes:
    return (
        f'{_XML}<w:settings xmlns:w="{_NS}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:val="15"'
        ' w:uri="http://schemas.microsoft.com/office/word"/></w:compat></w:settings>'
    ).encode()


def _core(about: Front) -> bytes:
    day = (about.date or "").split("/")[0]
    moment = f"{day}{'-01' * (2 - day.count('-'))}T00:00:00Z" if day else ""
    dates = "".join(
        f'<dcterms:{which} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{which}>'
        for which in ("created", "modified")
        if moment
    )
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_escaped(about.title)}</dc:title><dc:creator>{_escaped(about.author)}</dc:creator>"
        f"<dc:language>{about.language}</dc:language>{dates}</cp:coreProperties>"
    ).encode()


def _relations(old: bytes) -> bytes:
    """Pandoc's relations of the body, less those to parts that are left out, and with the foot."""
    root = etree.fromstring(old)
    for relation in list(root):
        kind = relation.get("Type", "").rpartition("/")[2]
        if kind in ("webSettings", "fontTable", "theme", "comments"):
            root.remove(relation)
    etree.SubElement(root, root[0].tag, Type=f"{_R}/footer", Id="rIdFooter", Target="footer.xml")
    return _xml(root)


def _roots() -> bytes:
    kinds = (
        (f"{_R}/officeDocument", "word/document.xml"),
        ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
        (f"{_R}/extended-properties", "docProps/app.xml"),
    )
    rows = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(kinds, 1)
    )
    return (
        f'{_XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'
    ).encode()


def _types(parts: Mapping[str, bytes]) -> bytes:
    office = "application/vnd.openxmlformats-officedocument"
    defaults = {"xml": "application/xml", "rels": "application/vnd.openxmlformats-package.relationships+xml"}
    defaults.update((name.rpartition(".")[2], _media(name)) for name in parts if name.startswith("word/media/"))
    overrides = {
        f"/word/{name}.xml": f"{office}.{kind}" for name, kind in _PARTS.items() if f"word/{name}.xml" in parts
    }
    overrides["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    overrides["/docProps/app.xml"] = f"{office}.extended-properties+xml"
    rows = [f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in sorted(defaults.items())]
    rows += [f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items()]
    return (
        f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{"".join(rows)}</Types>'
    ).encode()


def _media(name: str) -> str:
    end = name.rpartition(".")[2].lower()
    return f"image/{'jpeg' if end in ('jpg', 'jpeg') else end}"


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    """The package, its types first as Word wants them; every entry bears the same day."""
    out = io.BytesIO()
    order: Sequence[str] = sorted(parts, key=lambda name: (name != "[Content_Types].xml", name))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in order:
            info = zipfile.ZipInfo(name, _DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            archive.writestr(info, parts[name])
    return out.getvalue()


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
