"""Where characters stand on the pages of a PDF: one box for each line of some words. It changes no file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pypdfium2.raw as pdfium

from tieout.reading.pdf import CharSpan
from tieout.reading.pdf_page import Box

_WIDE = 1.5
"""White space wider than this many line heights parts two boxes."""


def pieces(spans: Sequence[CharSpan], start: int, end: int) -> dict[int, list[range]]:
    """The characters of `text[start:end]`, as ranges of each page's own characters."""
    found: dict[int, list[range]] = {}
    for span in spans:
        first, last = max(start, span.start), min(end, span.end)
        if first < last:
            shift = span.first - span.start
            found.setdefault(span.page, []).append(range(first + shift, last + shift))
    return found


def line_boxes(text_page: Any, ranges: Iterable[range]) -> list[Box]:
    """A box for each line of the characters, in the coordinates of the page's content."""
    boxes: list[Box] = []
    for index in (index for characters in ranges for index in characters):
        box = _box(text_page, index)
        if box is None:
            continue
        if boxes and _on_one_line(boxes[-1], box):
            last = boxes[-1]
            boxes[-1] = Box(
                min(last.left, box.left),
                min(last.bottom, box.bottom),
                max(last.right, box.right),
                max(last.top, box.top),
            )
        else:
            boxes.append(box)
    return boxes


def _box(text_page: Any, index: int) -> Box | None:
    """The box of a character's advance and line height; None for blanks and signs without extent."""
    code = pdfium.FPDFText_GetUnicode(text_page, index)
    rect = pdfium.FS_RECTF()
    if chr(code).isspace() or not pdfium.FPDFText_GetLooseCharBox(text_page, index, rect):
        return None
    box = Box(
        min(rect.left, rect.right), min(rect.bottom, rect.top), max(rect.left, rect.right), max(rect.bottom, rect.top)
    )
    return box if box.right > box.left and box.top > box.bottom else None


def _on_one_line(line: Box, box: Box) -> bool:
    """Whether a character goes on with a line, across the page or, on a turned page, along it."""
    return _beside(line, box) or _beside(_turned(line), _turned(box))


def _beside(line: Box, box: Box) -> bool:
    height = min(line.top - line.bottom, box.top - box.bottom)
    shared = min(line.top, box.top) - max(line.bottom, box.bottom)
    apart = max(box.left - line.right, line.left - box.right)
    return shared > 0.5 * height and apart <= _WIDE * height


def _turned(box: Box) -> Box:
    return Box(box.bottom, box.left, box.top, box.right)
