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

from tieout.report.draft.front import Front
from tieout.report.draft.tag import read_tag

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


# -- the numbers ---------------------------------------------------------------------------------------------------------


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
        for style in content.iter(W + "rStyle"):
            if style.get(W + "val") == "Hyperlink":
                style.getparent().remove(style)


def _inside(start: etree._Element) -> Iterator[etree._Element]:
    """What stands between the two ends of a bookmark."""
    for element in start.itersiblings():
        if element.tag == W + "bookmarkEnd" and element.get(W + "id") == start.get(W + "id"):
            return
        yield element


# -- the page ------------------------------------------------------------------------------------------------------------


def _page(root: etree._Element) -> None:
    """The page's size and foot in place of pandoc's."""
    body = root.find(W + "body")
    assert body is not None
    for old in body.findall(W + "sectPr"):
        body.remove(old)
    body.append(etree.fromstring(_PAGE))


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


# -- the package -----------------------------------------------------------------------------------------------------------


def _settings() -> bytes:
    return (
        f'{_XML}<w:settings xmlns:w="{_NS}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        "</w:compat></w:settings>"
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
