"""Writes a report as a Word document with real footnotes.

python-docx writes the body; it knows no footnotes, so the part `word/footnotes.xml`, its two separators, its links and
the marks in the body are made here. All times are those of the report: the same report gives the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import datetime, time
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from lxml import etree
from source import Block, Heading, Items, Paragraph, Report, Table, pieces

_FIRST_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
_CELL_NUMBER = re.compile(r"[−-]?[\d.,]*")
_SEPARATORS = (
    f"<w:footnotes {nsdecls('w', 'r')}>"
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)


def docx(report: Report) -> bytes:
    """The report as the bytes of a DOCX file."""
    writer = _Writer(report)
    for block in report.blocks:
        writer.add(block)
    return writer.bytes()


class _Writer:
    """A Word document in the making: its body, and its footnotes as they are met."""

    def __init__(self, report: Report) -> None:
        self.notes: Mapping[str, str] = report.notes
        self.document: Any = Document()
        self.footnotes: Any = parse_xml(_SEPARATORS)
        self.footnotes_part = Part(
            PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, b"", self.document.part.package
        )
        self.document.part.relate_to(self.footnotes_part, RELATIONSHIP_TYPE.FOOTNOTES)
        self.count = 0
        _add_styles(self.document)
        _name_separators(self.document)
        _set_page(self.document.sections[0])
        _set_properties(self.document, report.meta)

    def add(self, block: Block) -> None:
        match block:
            case Heading(level, text):
                self._fill(self.document.add_heading(level=level - 1), text)
            case Items(texts):
                for text in texts:
                    self._fill(self.document.add_paragraph(style="List Bullet"), text)
            case Table():
                self._add_table(block)
            case Paragraph(text):
                self._fill(self.document.add_paragraph(), text)

    def bytes(self) -> bytes:
        self.footnotes_part._blob = etree.tostring(
            self.footnotes, xml_declaration=True, encoding="UTF-8", standalone=True
        )
        made = io.BytesIO()
        self.document.save(made)
        return _without_clock(made)

    def _add_table(self, table: Table) -> None:
        caption = self.document.add_paragraph(style="Caption")
        caption.paragraph_format.keep_with_next = True
        self._fill(caption, table.caption)
        grid = self.document.add_table(rows=len(table.rows), cols=len(table.rows[0]), style="Table Grid")
        for cell, text in zip(_cells(grid), (text for row in table.rows for text in row), strict=True):
            self._fill(cell.paragraphs[0], text)
            if _CELL_NUMBER.fullmatch(text):
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for run in (run for cell in _cells(grid) for run in cell.paragraphs[0].runs):
            run.font.size = Pt(9)
        for run in (run for cell in grid.rows[0].cells for run in cell.paragraphs[0].runs):
            run.bold = True
        self.document.add_paragraph(style="Normal").paragraph_format.space_after = Pt(0)

    def _fill(self, paragraph: Any, text: str) -> None:
        """Writes the running text of a block into a paragraph of the body."""
        for piece in pieces(text):
            if piece.kind == "note":
                self.count += 1
                mark = paragraph.add_run(style="Footnote Reference")._r
                mark.append(_element("w:footnoteReference", id=str(self.count)))
                self.footnotes.append(self._footnote(self.notes[piece.text]))
            elif piece.kind == "link":
                paragraph._p.append(_link(self.document.part, piece.target, piece.text))
            else:
                run = paragraph.add_run(piece.text)
                run.italic = piece.kind == "italic" or None
                run.bold = piece.kind == "bold" or None

    def _footnote(self, text: str) -> Any:
        note = _element("w:footnote", id=str(self.count))
        paragraph = _child(note, "w:p")
        _child(_child(paragraph, "w:pPr"), "w:pStyle", val="FootnoteText")
        mark = _child(paragraph, "w:r")
        _child(_child(mark, "w:rPr"), "w:rStyle", val="FootnoteReference")
        _child(mark, "w:footnoteRef")
        paragraph.append(_run(" "))
        for piece in pieces(text):
            if piece.kind == "link":
                paragraph.append(_link(self.footnotes_part, piece.target, piece.text))
            else:
                paragraph.append(_run(piece.text, italic=piece.kind == "italic"))
        return note


def _cells(grid: Any) -> list[Any]:
    return [cell for row in grid.rows for cell in row.cells]


def _link(part: Any, target: str, words: str) -> Any:
    """A hyperlink; its address stands in the relationships of the part the words are in."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    link.append(_run(words, style="Hyperlink"))
    return link


def _run(text: str, *, italic: bool = False, style: str | None = None) -> Any:
    run = OxmlElement("w:r")
    if italic or style:
        properties = _child(run, "w:rPr")
        if style:
            _child(properties, "w:rStyle", val=style)
        if italic:
            _child(properties, "w:i")
    words = _child(run, "w:t")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run


def _child(parent: Any, tag: str, **attributes: str) -> Any:
    child = _element(tag, **attributes)
    parent.append(child)
    return child


def _element(tag: str, **attributes: str) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def _add_styles(document: Any) -> None:
    """The styles that Word itself gives to notes and links; the template of python-docx lacks them."""
    text = document.styles.add_style("Footnote Text", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    text.base_style = document.styles["Normal"]
    text.font.size = Pt(9)
    text.paragraph_format.space_after = Pt(0)
    mark = document.styles.add_style("Footnote Reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
    mark.font.superscript = True
    link = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
    link.font.underline = True
    link.font.color.rgb = RGBColor(0x0B, 0x4F, 0x8A)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")


def _name_separators(document: Any) -> None:
    """Word asks the settings which two notes are the lines above the notes of a page."""
    properties = OxmlElement("w:footnotePr")
    for number in ("-1", "0"):
        _child(properties, "w:footnote", id=number)
    settings = document.settings.element
    settings.find(qn("w:compat")).addprevious(properties)


def _set_page(section: Any) -> None:
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.5)


def _set_properties(document: Any, meta: Mapping[str, str]) -> None:
    moment = datetime.combine(datetime.fromisoformat(meta["date"]), time())
    core = document.core_properties
    core.title, core.author, core.last_modified_by = meta["title"], meta["author"], meta["author"]
    core.language, core.comments, core.revision = meta["language"], "", 1
    core.created = core.modified = moment


def _without_clock(made: io.BytesIO) -> bytes:
    """The same package with every member dated alike."""
    out = io.BytesIO()
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, _FIRST_ZIP_DAY)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3
            target.writestr(member, source.read(name))
    return out.getvalue()
