"""Where characters stand on the pages of a PDF: one box for each line of some words. It changes no file."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable, Sequence
from typing import Any

import pypdfium2.raw as pdfium

from tieout.reading.pdf import CharSpan
from tieout.reading.pdf_page import Box

_WIDE = 1.5
"""White space wider than this many line heights parts two boxes."""
_PAD = 0.8
"""Points above and below what is drawn."""


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
    """A box for each line of the characters, in the coordinates of the page's content.

    Which characters stand on one line, their line heights say; the box goes round what is drawn, because line heights
    reach into the lines above and below.
    """
    bodies: list[Box] = []
    inks: list[Box] = []
    turned: list[bool] = []
    for index in (index for characters in ranges for index in characters):
        body, ink = _body(text_page, index), _ink(text_page, index)
        if body is None or ink is None:
            continue
        if bodies and _on_one_line(bodies[-1], body):
            bodies[-1], inks[-1] = around([bodies[-1], body]), around([inks[-1], ink])
        else:
            bodies.append(body)
            inks.append(ink)
            turned.append(abs(math.sin(pdfium.FPDFText_GetCharAngle(text_page, index))) > 0.7)
    return [_padded(ink, turn) for ink, turn in zip(inks, turned, strict=True)]


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds all of them."""
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return Box(min(lefts), min(bottoms), max(rights), max(tops))


def _padded(box: Box, turned: bool) -> Box:
    """A box with some room above and below its line, and none for the words beside it."""
    across, along = (_PAD, 0.0) if turned else (0.0, _PAD)
    return Box(box.left - across, box.bottom - along, box.right + across, box.top + along)


def _body(text_page: Any, index: int) -> Box | None:
    """The box of a character's advance and line height; None when it has none."""
    rect = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(text_page, index, rect):
        return None
    return _solid(rect.left, rect.bottom, rect.right, rect.top)


def _ink(text_page: Any, index: int) -> Box | None:
    """The box of what is drawn of a character; None for blanks."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    if not pdfium.FPDFText_GetCharBox(text_page, index, left, right, bottom, top):
        return None
    return _solid(left.value, bottom.value, right.value, top.value)


def _solid(x0: float, y0: float, x1: float, y1: float) -> Box | None:
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)) if x0 != x1 and y0 != y1 else None


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
