"""Writes remarks into a PDF as highlights. The bytes of the draft stay; the highlights are appended to them.

Highlights of an earlier run are known by author, name and place: those that still apply stay, the others go, and one
that somebody answered stays in any case.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from tieout.errors import UnreadableError
from tieout.reading.document import Document
from tieout.reading.limits import MAX_PAGES
from tieout.reading.pdf import characters
from tieout.reading.pdf_page import Box
from tieout.report.annotate import pdf_highlights as highlights
from tieout.report.annotate.outcome import Outcome, Unplaced
from tieout.report.annotate.pdf_geometry import around, line_boxes, pieces
from tieout.report.annotate.pdf_highlights import Highlight
from tieout.report.annotate.remark import Remark

_LAST = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_TAIL = 100
_TABLE = re.compile(rb"\d+ \d+ obj\s*<<(?!/Type)")
_CHANGING_ID = re.compile(rb"(/ID\s*\[.{0,200}?)<([0-9A-Fa-f]{32})>(\s*\])", re.DOTALL)


@dataclass(slots=True)
class _Sheet:
    """What is to happen on one page."""

    new: list[tuple[Remark, list[Box], str]] = field(default_factory=list)
    stale: list[int] = field(default_factory=list)
    renewed: list[tuple[int, str]] = field(default_factory=list)


def annotated_pdf(document: Document, data: bytes, remarks: Sequence[Remark]) -> Outcome:
    """The PDF `data` with a highlight for each remark, on each page that its words stand on."""
    if document.ocr:
        what = "its text comes from OCR, and the file itself holds no words to highlight"
        raise UnreadableError(document.path, what, "run ocrmypdf on it and annotate what that makes")
    spans = characters(Path(document.path))
    with _opened(document.path, data) as pdf:
        old, answers = _earlier(pdf)
        sheets: dict[int, _Sheet] = defaultdict(_Sheet)
        taken: set[str] = {mark.name for mark in old}
        added = kept = 0
        unplaced: list[Unplaced] = []
        for remark in remarks:
            places = _places(pdf, pieces(spans, remark.finding.start, remark.finding.end))
            if not places:
                unplaced.append(Unplaced(remark.finding, "no_words"))
                continue
            fresh = False
            for page, boxes in places.items():
                contents = "\n".join(remark.lines())
                mark = _take(old, page, remark.key, around(boxes))
                if mark is None:
                    fresh = True
                    sheets[page].new.append((remark, boxes, _name(remark.key, taken)))
                elif mark.contents != contents:
                    sheets[page].renewed.append((mark.at, contents))
            added, kept = added + fresh, kept + (not fresh)
        stale = [mark for mark in old if mark.name not in answers]
        for mark in stale:
            sheets[mark.page].stale.append(mark.at)
    changed = _written(document.path, data, sheets) if sheets else data
    removed = len({mark.key for mark in stale})
    return Outcome(changed, added, kept, removed, len(old) - len(stale), unplaced=tuple(unplaced))


def _opened(path: str, data: bytes) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(path, "it cannot be opened for annotating", "save a copy of it, and try that") from error


def _earlier(pdf: Any) -> tuple[list[Highlight], set[str]]:
    """The highlights of earlier runs, and the names of all annotations that have answers."""
    found: list[Highlight] = []
    answers: set[str] = set()
    for number in range(min(len(pdf), MAX_PAGES)):
        page = pdfium.FPDF_LoadPage(pdf.raw, number)
        if not page:
            continue
        own = list(highlights.own_highlights(page, number))
        if own:
            answers |= highlights.answered(page)
        found.extend(own)
        pdfium.FPDF_ClosePage(page)
    return found, answers


def _places(pdf: Any, ranges: dict[int, list[range]]) -> dict[int, list[Box]]:
    """The boxes of some words, by page; pages where they have no extent are left out."""
    found = {}
    for number, own in ranges.items():
        page = pdf[number]
        text_page = page.get_textpage()
        boxes = line_boxes(text_page.raw, own)
        text_page.close()
        page.close()
        if boxes:
            found[number] = boxes
    return found


def _take(old: list[Highlight], page: int, key: str, box: Box) -> Highlight | None:
    """Take the earlier highlight of the same finding at the same place out of the list."""
    for mark in old:
        if mark.page == page and mark.key == key and highlights.same(mark.box, box):
            old.remove(mark)
            return mark
    return None


def _name(key: str, taken: set[str]) -> str:
    """A name for a new highlight that no other bears."""
    number = next(n for n in range(len(taken) + 1) if f"tieout-{key}-{n}" not in taken)
    name = f"tieout-{key}-{number}"
    taken.add(name)
    return name


def _written(path: str, data: bytes, sheets: dict[int, _Sheet]) -> bytes:
    """The file with the changes appended."""
    out = io.BytesIO()
    with _opened(path, data) as pdf:
        for number, sheet in sorted(sheets.items()):
            page = pdfium.FPDF_LoadPage(pdf.raw, number)
            for index, contents in sheet.renewed:
                highlights.renew(page, index, contents)
            highlights.remove(page, sheet.stale)
            for remark, boxes, name in sheet.new:
                highlights.add(page, boxes, remark.finding.severity, name, "\n".join(remark.lines()))
            highlights.draw(page, len(sheet.new))
            pdfium.FPDF_ClosePage(page)
        try:
            pdf.save(out, flags=pdfium.FPDF_INCREMENTAL)
        except pypdfium2.PdfiumError as error:
            raise UnreadableError(path, "highlights cannot be written into it", "save a copy, and try that") from error
    return _settled(data, out.getvalue())


def _settled(data: bytes, changed: bytes) -> bytes:
    """The new file with an identifier that follows from the rest; PDFium makes one by chance."""
    changed = _mended(changed)
    found = list(_CHANGING_ID.finditer(changed, len(data)))
    if not found:
        return changed
    first, last = found[-1].span(2)
    digest = hashlib.sha256(changed[:first] + changed[last:]).hexdigest()[:32].upper()
    return changed[:first] + digest.encode() + changed[last:]


def _mended(changed: bytes) -> bytes:
    """The new file with its last table of objects whole: where it is a stream, PDFium forgets its type and its end.

    The table is the last object, so nothing that it points to moves.
    """
    last = _LAST.search(changed, max(0, len(changed) - _TAIL))
    table = _TABLE.match(changed, int(last[1])) if last else None
    if last is None or table is None:
        return changed
    head, body, tail = changed[: table.end()], changed[table.end() : last.start()].rstrip(), changed[last.start() :]
    end = b"" if body.endswith(b"endobj") else b"\r\nendobj"
    return head + b"/Type/XRef" + body + end + b"\r\n" + tail
