"""The parts of a Word package around its body: properties, settings, the foot, relations, types.

The same parts give the same bytes; nothing of the machine or the person stands in them.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

from lxml import etree

from tieout.report.draft.front import Front

NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DAY = (1980, 1, 1, 0, 0, 0)
_PARTS = {
    "styles": "wordprocessingml.styles+xml",
    "settings": "wordprocessingml.settings+xml",
    "numbering": "wordprocessingml.numbering+xml",
    "footnotes": "wordprocessingml.footnotes+xml",
    "footer": "wordprocessingml.footer+xml",
    "document": "wordprocessingml.document.main+xml",
}


def footer(title: str) -> bytes:
    """The foot of a page: the title, and the number of the page."""
    field = "".join(
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
        if kind != "PAGE"
        else '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        for kind in ("begin", "PAGE", "end")
    )
    return (
        f'{_XML}<w:ftr xmlns:w="{NS}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escaped(title)}</w:t></w:r><w:r><w:tab/></w:r>{field}</w:p></w:ftr>'
    ).encode()


def settings() -> bytes:
    """Settings, the separators of notes among them."""
    return (
        f'{_XML}<w:settings xmlns:w="{NS}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:val="15"'
        ' w:uri="http://schemas.microsoft.com/office/word"/></w:compat></w:settings>'
    ).encode()


def application() -> bytes:
    """What made it."""
    return (
        f'{_XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>Tieout</Application></Properties>"
    ).encode()


def core(about: Front) -> bytes:
    """Title, author, language and date of the draft, and no more."""
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
        f"<dc:title>{escaped(about.title)}</dc:title><dc:creator>{escaped(about.author)}</dc:creator>"
        f"<dc:language>{about.language}</dc:language>{dates}</cp:coreProperties>"
    ).encode()


def relations(old: bytes) -> bytes:
    """Pandoc's relations of the body, less those to parts that are left out, and with the foot."""
    root = etree.fromstring(old)
    for relation in list(root):
        kind = relation.get("Type", "").rpartition("/")[2]
        if kind in ("webSettings", "fontTable", "theme", "comments"):
            root.remove(relation)
    etree.SubElement(root, root[0].tag, Type=f"{RELATIONS}/footer", Id="rIdFooter", Target="footer.xml")
    return xml(root)


def roots() -> bytes:
    """The relations of the package itself."""
    kinds = (
        (f"{RELATIONS}/officeDocument", "word/document.xml"),
        ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
        (f"{RELATIONS}/extended-properties", "docProps/app.xml"),
    )
    rows = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(kinds, 1)
    )
    return (
        f'{_XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'
    ).encode()


def types(parts: Mapping[str, bytes]) -> bytes:
    """What each part is."""
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


def zipped(parts: Mapping[str, bytes]) -> bytes:
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


def xml(root: etree._Element) -> bytes:
    """A part as it is written."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def escaped(text: str) -> str:
    """Words inside XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
