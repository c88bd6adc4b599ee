"""A Word draft with all a draft has: notes, a table, a text box, tracked changes, fields, other people's comments.

Made part by part, so that a test knows every byte; and findings at given words of any draft.
"""

# ruff: noqa: E501 -- XML reads best unbroken
from __future__ import annotations

from pathlib import Path

from reading.made import MC, PACKAGE, TYPES, R, W, p, package, r
from tieout.checks.finding import Evidence, Finding, Severity
from tieout.reading.document import Document

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}" xmlns:w14="{W14}" xmlns:w15="{W15}" xmlns:wp="{WP}" xmlns:a="{A}" '
    f'xmlns:wps="{WPS}" xmlns:v="urn:schemas-microsoft-com:vml" mc:Ignorable="w14 w15"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
AUTHORED = 'w:author="Ana" w:date="2025-03-04T10:00:00Z"'

BOX = f"""<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0"
distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="column"><wp:posOffset>3200000</wp:posOffset></wp:positionH><wp:positionV
relativeFrom="paragraph"><wp:posOffset>100000</wp:posOffset></wp:positionV><wp:extent cx="2400000" cy="600000"/>
<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapSquare wrapText="bothSides"/><wp:docPr id="7" name="Box 7"/>
<a:graphic><a:graphicData uri="{WPS}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2400000"
cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr
val="000000"/></a:solidFill></a:ln></wps:spPr><wps:txbx><w:txbxContent>{p("In the box stand 77 cases of arson.")}
</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{p("In the box stand 77 cases of arson.")}</w:txbxContent>
</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""


def mark(kind: str, number: int) -> str:
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{number}"/></w:r>'


def cell(text: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/></w:tcPr>{p(text)}</w:tc>'


def row(*texts: str) -> str:
    return f"<w:tr>{''.join(map(cell, texts))}</w:tr>"


def field(instruction: str, result: str) -> str:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return sign("begin") + code + sign("separate") + r(result) + sign("end")


def control(inside: str, properties: str = "") -> str:
    return f'<w:sdt><w:sdtPr><w:id w:val="5"/>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'


BODY = [
    p("Violence in the north", '<w:pStyle w:val="Heading1"/>'),
    p(
        r("Police counted ")
        + '<w:commentRangeStart w:id="4"/>'
        + r("4,738 ", "<w:b/>")
        + '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>'
        + '<w:r><w:commentReference w:id="5"/></w:r>'
        + r("compl", "<w:i/>")
        + r("aints", '<w:i/><w:color w:val="AA0000"/>')
        + r(" in 2021 and 22,681 in 2023, an increase of 479 percent.")
        + mark("footnote", 1)
        + '<w:bookmarkStart w:id="0" w:name="here"/>'
        + r(" Nobody else keeps count.")
        + '<w:bookmarkEnd w:id="0"/>'
    ),
    p(
        r("Courts sent ")
        + f'<w:del w:id="11" {AUTHORED}><w:r><w:delText>30</w:delText></w:r></w:del>'
        + f'<w:ins w:id="12" {AUTHORED}>{r("33 people")}</w:ins>'
        + r(" to prison, see page ")
        + field("PAGEREF here \\h", "12 of 40")
        + r(" and ")
        + f'<w:hyperlink r:id="link">{r("the register of 912 rulings")}</w:hyperlink>'
        + r("; the ministry says ")
        + control(r("1,204 inmates"))
        + r(" and ")
        + control(r("56 guards"), "<w:text/>")
        + r(".")
        + mark("endnote", 1)
    ),
    p(BOX + r("A box hangs on this paragraph of 5 lines.")),
    "<w:tbl><w:tblPr><w:tblW w:w='7200' w:type='dxa'/><w:tblBorders><w:top w:val='single' w:sz='4'/>"
    "<w:bottom w:val='single' w:sz='4'/><w:insideH w:val='single' w:sz='4'/></w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w='2400'/>"
    "<w:gridCol w:w='2400'/><w:gridCol w:w='2400'/></w:tblGrid>"
    + row("Year", "Raids", "Share")
    + row("2021", "310", "31 percent")
    + row("2022", "450", "69 percent")
    + "</w:tbl>",
    p(r("The first half was calm,") + "<w:r><w:tab/><w:t>with 18 deaths</w:t><w:br/><w:t>in six months.</w:t></w:r>"),
    p("The second half was not: 95 deaths."),
    '<w:sectPr><w:headerReference w:type="default" r:id="head"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/>'
    "</w:sectPr>",
]


def note(kind: str, number: int, text: str) -> str:
    return f'<w:{kind} w:id="{number}"><w:p><w:r><w:{kind}Ref/></w:r>{r(text)}</w:p></w:{kind}>'


def separators(kind: str) -> str:
    return (
        f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
        f'<w:{kind} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:{kind}>'
    )


def comment(identity: int, author: str, text: str, name: str) -> str:
    return (
        f'<w:comment w:id="{identity}" w:author="{author}" w:initials="{author[0]}" w:date="2025-03-04T10:00:00Z">'
        f'<w:p w14:paraId="{name}">{r(text)}</w:p></w:comment>'
    )


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
    '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Comentario"><w:name w:val="annotation text"/></w:style>'
    '<w:style w:type="character" w:styleId="Refcoment"><w:name w:val="annotation reference"/></w:style>'
)
RELATED = {
    "styles": "styles.xml", "footnotes": "footnotes.xml", "endnotes": "endnotes.xml", "settings": "settings.xml",
    "comments": "comments.xml", "header": "header1.xml", "customXml": "../customXml/item1.xml",
}  # fmt: skip
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def parts(body: str = "") -> dict[str, str | bytes]:
    """The parts of the draft."""
    relations = "".join(
        f'<Relationship Id="{"head" if kind == "header" else f"r{kind}"}" Type="{TYPES}{kind}" Target="{target}"/>'
        for kind, target in RELATED.items()
    )
    extended = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    relations += f'<Relationship Id="rx" Type="{extended}" Target="commentsExtended.xml"/>'
    relations += (
        f'<Relationship Id="link" Type="{TYPES}hyperlink" Target="https://example.org/r" TargetMode="External"/>'
    )
    kinds = {
        k: f"{TYPE}{k}+xml" for k in ("styles", "footnotes", "endnotes", "settings", "comments", "commentsExtended")
    }
    overrides = "".join(f'<Override PartName="/word/{k}.xml" ContentType="{t}"/>' for k, t in kinds.items())
    overrides += f'<Override PartName="/word/document.xml" ContentType="{TYPE}document.main+xml"/>'
    overrides += f'<Override PartName="/word/header1.xml" ContentType="{TYPE}header+xml"/>'
    return {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{TYPES}officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"{HEAD}<w:document {SPACES}><w:body>{body or ''.join(BODY)}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}">{relations}</Relationships>',
        "word/styles.xml": f"{HEAD}<w:styles {SPACES}>{STYLES}</w:styles>",
        "word/settings.xml": f"{HEAD}<w:settings {SPACES}><w:trackRevisions/></w:settings>",
        "word/footnotes.xml": f"{HEAD}<w:footnotes {SPACES}>{separators('footnote')}"
        f"{note('footnote', 1, ' The register says 22,618.')}</w:footnotes>",
        "word/endnotes.xml": f"{HEAD}<w:endnotes {SPACES}>{separators('endnote')}"
        f"{note('endnote', 1, ' Of 33, 12 appealed.')}</w:endnotes>",
        "word/header1.xml": f"{HEAD}<w:hdr {SPACES}>{p('Draft 3')}</w:hdr>",
        "word/comments.xml": f"{HEAD}<w:comments {SPACES}>{comment(4, 'Ana', 'Is this right?', '00000A01')}"
        f"{comment(5, 'Luis', 'Yes.', '00000A02')}</w:comments>",
        "word/commentsExtended.xml": f"{HEAD}<w15:commentsEx {SPACES}>"
        '<w15:commentEx w15:paraId="00000A01" w15:done="0"/>'
        '<w15:commentEx w15:paraId="00000A02" w15:paraIdParent="00000A01" w15:done="0"/></w15:commentsEx>',
        "customXml/item1.xml": '<own xmlns="urn:own">kept</own>',
    }


def draft(folder: Path, name: str = "draft.docx", body: str = "") -> Path:
    """The draft as a file."""
    path = folder / name
    path.write_bytes(package(parts(body)))
    return path


def finding(
    document: Document, words: str, *, rule: str = "A101", nth: int = 0, severity: Severity = "error", proof: str = ""
) -> Finding:
    """A finding at the `nth` place where `words` stand, with the first place of `proof` as its evidence."""
    start = -1
    for _ in range(nth + 1):
        start = document.text.index(words, start + 1)
    at = document.text.index(proof) if proof else 0
    evidence = (Evidence(document.path, at, at + len(proof), proof),) if proof else ()
    message, end = f"{' '.join(words.split())}: does not follow", start + len(words)
    where = document.path, start, end, words
    return Finding(f"{start:010x}", rule, "change-mismatch", severity, message, *where, evidence, "1 + 1 = 2")
