"""Highlights on one page of an open PDF: finds those of an earlier run, puts new ones in, takes old ones out.

Each has the message as its contents and an appearance of its own, so that every program shows it.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from tieout.checks.finding import Severity
from tieout.reading.pdf_page import Box
from tieout.report.annotate.pdf_geometry import around
from tieout.report.annotate.remark import AUTHOR

COLOURS: dict[Severity, tuple[int, int, int]] = {
    "error": (255, 200, 60),
    "warning": (255, 235, 130),
    "info": (190, 225, 255),
}
_NAME = re.compile(r"tieout-([0-9a-f]{10})-[0-9]+")
_NEAR = 0.5
"""Points within which two boxes are one."""


class Highlight(NamedTuple):
    """A highlight of an earlier run."""

    page: int
    at: int
    """Ordinal among the annotations of its page."""
    name: str
    key: str
    box: Box
    contents: str


def own_highlights(page: Any, number: int) -> Iterator[Highlight]:
    """The highlights of an earlier run on a page."""
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        name = _string(annotation, "NM")
        named = _NAME.fullmatch(name)
        if named and pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_HIGHLIGHT:
            rect = pdfium.FS_RECTF()
            pdfium.FPDFAnnot_GetRect(annotation, rect)
            box = Box(rect.left, rect.bottom, rect.right, rect.top)
            if _string(annotation, "T") == AUTHOR:
                yield Highlight(number, index, name, named[1], box, _string(annotation, "Contents"))
        pdfium.FPDFPage_CloseAnnot(annotation)


def answered(page: Any) -> set[str]:
    """The names of the annotations on a page that another one answers."""
    found = set()
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if asked := pdfium.FPDFAnnot_GetLinkedAnnot(annotation, b"IRT"):
            found.add(_string(asked, "NM"))
            pdfium.FPDFPage_CloseAnnot(asked)
        pdfium.FPDFPage_CloseAnnot(annotation)
    return found


def same(a: Box, b: Box) -> bool:
    """Whether two boxes are one, but for the rounding of a file."""
    return all(abs(x - y) <= _NEAR for x, y in zip(a, b, strict=True))


def add(page: Any, boxes: Sequence[Box], severity: Severity, name: str, contents: str) -> None:
    """Put a highlight over the boxes."""
    annotation = pdfium.FPDFPage_CreateAnnot(page, pdfium.FPDF_ANNOT_HIGHLIGHT)
    pdfium.FPDFAnnot_SetColor(annotation, pdfium.FPDFANNOT_COLORTYPE_Color, *COLOURS[severity], 255)
    for left, bottom, right, top in boxes:
        quad = pdfium.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
        pdfium.FPDFAnnot_AppendAttachmentPoints(annotation, quad)
    whole = around(boxes)
    pdfium.FPDFAnnot_SetRect(annotation, pdfium.FS_RECTF(whole.left, whole.top, whole.right, whole.bottom))
    for key, value in (("Contents", contents), ("T", AUTHOR), ("NM", name)):
        _set_string(annotation, key, value)
    pdfium.FPDFAnnot_SetFlags(annotation, pdfium.FPDF_ANNOT_FLAG_PRINT)
    pdfium.FPDFPage_CloseAnnot(annotation)


def renew(page: Any, index: int, contents: str) -> None:
    """Give an annotation other contents."""
    annotation = pdfium.FPDFPage_GetAnnot(page, index)
    _set_string(annotation, "Contents", contents)
    pdfium.FPDFPage_CloseAnnot(annotation)


def remove(page: Any, indices: Collection[int]) -> None:
    """Take annotations off a page, by their ordinals before any is taken off."""
    for index in sorted(indices, reverse=True):
        pdfium.FPDFPage_RemoveAnnot(page, index)


def draw(page: Any, new: int) -> None:
    """Have PDFium draw the last `new` annotations of a page; it stores what it drew as their appearance.

    It would do so for other people's annotations too, so they are hidden from it for the moment.
    """
    count = pdfium.FPDFPage_GetAnnotCount(page)
    others = [pdfium.FPDFPage_GetAnnot(page, index) for index in range(count - new)]
    plain = [a for a in others if pdfium.FPDFAnnot_GetAP(a, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0) <= 2]
    flags = [pdfium.FPDFAnnot_GetFlags(annotation) for annotation in plain]
    for annotation, flag in zip(plain, flags, strict=True):
        pdfium.FPDFAnnot_SetFlags(annotation, flag | pdfium.FPDF_ANNOT_FLAG_HIDDEN)
    picture = pdfium.FPDFBitmap_Create(1, 1, 1)
    pdfium.FPDF_RenderPageBitmap(picture, page, 0, 0, 1, 1, 0, pdfium.FPDF_ANNOT)
    pdfium.FPDFBitmap_Destroy(picture)
    for annotation, flag in zip(plain, flags, strict=True):
        pdfium.FPDFAnnot_SetFlags(annotation, flag)
    for annotation in others:
        pdfium.FPDFPage_CloseAnnot(annotation)


def _string(annotation: Any, key: str) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(annotation, key.encode(), None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAnnot_GetStringValue(
        annotation, key.encode(), ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), length
    )
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


def _set_string(annotation: Any, key: str, value: str) -> None:
    data = (value + "\0").encode("utf-16-le", "replace")
    pdfium.FPDFAnnot_SetStringValue(
        annotation, key.encode(), (pdfium.FPDF_WCHAR * (len(data) // 2)).from_buffer_copy(data)
    )
