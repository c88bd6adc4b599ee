"""One page of a PDF as PDFium gives it: segments of text with their place, size and weight, ruled lines, links.

Geometry is asked for once per text object (a stretch of text set in one go), for digits (raised ones are note marks)
and for the characters under a link annotation; asking for every character would cost several times as much.
Coordinates are points, as the page is seen: x to the right, y up.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from tieout.reading.limits import MAX_PAGE_CHARACTERS
from tieout.reading.raised import note_numbers

CELL_GAP = 0.75
"""White space wider than this, in units of the type size, may part columns."""

_DIGITS = re.compile(r"[0-9]+")
_BOLD = re.compile(r"bold|black|heavy|semibold|demi|[-,]bd", re.IGNORECASE)
_SIGN_MARK = re.compile(r"[*∗†‡§]{1,3}")
_RAISED = 0.18
"""A digit whose foot stands this much above the baseline (in units of the type size) is raised."""
_FRACTION = "⁄/∕"
_RULE = 2.5
"""A drawn shape thinner than this is a ruled line."""
_MAX_OBJECTS = 50_000
_MAX_LINKS = 5_000


class Box(NamedTuple):
    """A rectangle on the page."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(slots=True)
class Run:
    """The text of one text object on one line: characters `start` to `end` of the page."""

    start: int
    end: int
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    links: list[tuple[int, int, str]] = field(default_factory=list)


class Mark(NamedTuple):
    """A note mark, or a link when it has a target, in offsets of a text."""

    start: int
    end: int
    label: str | None
    target: str | None


@dataclass(slots=True)
class Segment:
    """Runs on one line without a wide gap between them, as one text."""

    text: str
    marks: list[Mark]
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    characters: list[tuple[int, int, int]] = field(default_factory=list)
    """Which characters of the page its text is: offset in the text, ordinal of the first on the page, how many."""


@dataclass(slots=True)
class Page:
    """What is on one page."""

    index: int
    width: float
    height: float
    segments: list[Segment]
    rules: list[Box]
    """Ruled lines and the edges of boxes, as thin rectangles."""
    drawings: list[Box] = field(default_factory=list)
    """Drawings that are placed on the page as a whole, such as charts."""
    pictures: int = 0
    covered: float = 0.0
    """Share of the page that its largest picture covers."""
    turned: int = 0
    """Stretches of text left out because they are set at an angle to the page."""
    cut: bool = False
    """Whether the page holds more characters than are read."""


def read_page(document: Any, index: int) -> Page:
    """Page `index` of an open pypdfium2 document."""
    page = document[index]
    try:
        width, height = page.get_size()
        turn = _turner(page)
        result = Page(index, width, height, [], [])
        _read_objects(page, result, turn)
        text_page = page.get_textpage()
        try:
            _read_text(page, text_page, result, turn)
        finally:
            text_page.close()
        return result
    finally:
        page.close()


Turn = Callable[[float, float], tuple[float, float]]


def _turner(page: Any) -> Turn:
    """How coordinates of the page's content appear once the page is turned as it is shown."""
    left, bottom, right, top = page.get_bbox()
    turns: dict[int, Turn] = {
        90: lambda x, y: (y - bottom, right - x),
        180: lambda x, y: (right - x, top - y),
        270: lambda x, y: (top - y, x - left),
    }
    return turns.get(page.get_rotation(), lambda x, y: (x - left, y - bottom))


# -- text ------------------------------------------------------------------------------------------------------------


def _read_text(page: Any, text_page: Any, result: Page, turn: Turn) -> None:
    raw = text_page.raw
    count = pdfium.FPDFText_CountChars(raw)
    if count > MAX_PAGE_CHARACTERS:
        result.cut, count = True, MAX_PAGE_CHARACTERS
    if count <= 0:
        return
    text = text_page.get_text_range(0, count)
    if len(text) != count:
        # PDFium's text leaves out or adds characters here, so each is asked for to keep the offsets.
        text = "".join(_sign(pdfium.FPDFText_GetUnicode(raw, i)) for i in range(count))
    glyphs = _Glyphs(raw, turn)
    runs = _runs(raw, text, glyphs, result, page.get_rotation())
    _attach_links(page, runs, text, glyphs, turn)
    for group in _groups(runs):
        result.segments.append(_segment(group, text, glyphs))


def _sign(code: int) -> str:
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd"


class _Glyphs:
    """Asks PDFium for the place of single characters."""

    def __init__(self, raw: Any, turn: Turn) -> None:
        self.raw, self._turn = raw, turn
        self._a, self._b, self._c, self._d = (ctypes.c_double() for _ in range(4))
        self._rect = pdfium.FS_RECTF()

    def origin(self, index: int) -> tuple[float, float]:
        pdfium.FPDFText_GetCharOrigin(self.raw, index, self._a, self._b)
        return self._turn(self._a.value, self._b.value)

    def ink(self, index: int) -> Box:
        """The box of what is drawn."""
        pdfium.FPDFText_GetCharBox(self.raw, index, self._a, self._b, self._c, self._d)
        return self._box(self._a.value, self._c.value, self._b.value, self._d.value)

    def body(self, index: int) -> Box:
        """The box of the character's advance and line height."""
        rect = self._rect
        pdfium.FPDFText_GetLooseCharBox(self.raw, index, rect)
        return self._box(rect.left, rect.bottom, rect.right, rect.top)

    def _box(self, left: float, bottom: float, right: float, top: float) -> Box:
        (x0, y0), (x1, y1) = self._turn(left, bottom), self._turn(right, top)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _runs(raw: Any, text: str, glyphs: _Glyphs, result: Page, rotation: int) -> list[Run]:
    """The runs of a page in the order of its content."""
    runs: list[Run] = []
    fonts: dict[int, bool] = {}
    matrix = pdfium.FS_MATRIX()
    handle = ctypes.cast(raw, ctypes.c_void_p)
    # Characters that PDFium adds itself (blanks, line breaks) belong to no object.
    objects = [_text_object(handle, index) for index in range(len(text))]
    end = 0
    for address, group in groupby(objects):
        start, end = end, end + sum(1 for _ in group)
        if not address:
            continue
        pdfium.FPDFText_GetMatrix(raw, start, matrix)
        if _upright(matrix, rotation):
            scale = (matrix.c**2 + matrix.d**2) ** 0.5
            size = pdfium.FPDFText_GetFontSize(raw, start) * scale
            bold = _is_bold(ctypes.cast(address, pdfium.FPDF_PAGEOBJECT), raw, start, fonts)
            runs.extend(_pieces(text, start, end, glyphs, size or 1.0, bold))
        elif text[start:end].strip():
            result.turned += 1
    return runs


_text_object = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)
"""FPDFText_GetTextObject with plain addresses: it is called for every character, and wrapping pointers costs most."""


def _upright(matrix: Any, rotation: int) -> bool:
    """Whether text stands upright on the page as it is shown."""
    across, along = {0: (matrix.b, matrix.a), 90: (matrix.a, matrix.b), 180: (matrix.b, -matrix.a)}.get(
        rotation, (matrix.a, -matrix.b)
    )
    return bool(along > 0 and abs(across) < 0.05 * along)


def _is_bold(text_object: Any, raw: Any, index: int, fonts: dict[int, bool]) -> bool:
    font = pdfium.FPDFTextObj_GetFont(text_object)
    key = ctypes.addressof(font.contents) if font else 0
    if key not in fonts:
        name = ctypes.create_string_buffer(200)
        pdfium.FPDFFont_GetBaseFontName(font, name, 200)
        named = _BOLD.search(name.value.decode("utf-8", "replace")) is not None
        fonts[key] = named or pdfium.FPDFText_GetFontWeight(raw, index) >= 600
    return fonts[key]


def _pieces(text: str, start: int, end: int, glyphs: _Glyphs, size: float, bold: bool) -> list[Run]:
    """One text object as runs: without blanks around it, and broken where PDFium saw a line break inside."""
    found: list[Run] = []
    for match in re.finditer(r"[^\s\x00][^\r\n\x00]*", text[start:end]):
        stretch = match.group().rstrip()
        first, last = start + match.start(), start + match.start() + len(stretch)
        x0, y = glyphs.origin(first)
        found.append(Run(first, last, x0, max(x0, glyphs.body(last - 1).right), y, size, bold))
    return found


def _groups(runs: list[Run]) -> list[list[Run]]:
    """Runs that follow each other on one line without a wide gap."""
    groups: list[list[Run]] = []
    for run in runs:
        if groups and _goes_on(groups[-1], run):
            groups[-1].append(run)
        else:
            groups.append([run])
    return groups


def _goes_on(group: list[Run], run: Run) -> bool:
    previous = group[-1]
    size = max(previous.size, run.size)
    if not -0.5 * size <= run.x0 - previous.x1 <= CELL_GAP * size:
        return False
    line = max(group, key=lambda r: r.size)
    rise = run.y - line.y
    if abs(rise) <= 0.2 * size:
        return True
    # Raised or lowered small type belongs to the line, whether it follows or leads.
    small = min(line.size, run.size) < 0.85 * size
    return small and abs(rise) <= 0.65 * size


def _segment(group: list[Run], text: str, glyphs: _Glyphs) -> Segment:
    line = max(group, key=lambda r: (r.size, r.end - r.start))
    parts: list[str] = []
    marks: list[Mark] = []
    at = 0
    weight: dict[float, int] = {}
    characters: list[tuple[int, int, int]] = []
    for previous, run in zip([None, *group], group, strict=False):
        # Runs far apart with nothing between them are parted by a blank that the file does not hold.
        if previous is not None and (run.start != previous.end or run.x0 - previous.x1 > 0.2 * line.size):
            parts.append(" ")
            at += 1
        own = text[run.start : run.end]
        before = "".join(parts)[-8:]
        marks.extend(Mark(at + a, at + b, label, None) for a, b, label in _note_marks(run, own, before, line, glyphs))
        marks.extend(Mark(at + a - run.start, at + b - run.start, None, target) for a, b, target in run.links)
        parts.append(own)
        characters.append((at, run.start, len(own)))
        at += len(own)
        weight[round(run.size, 1)] = weight.get(round(run.size, 1), 0) + len(own)
    bold = all(run.bold for run in group if any(c.isalnum() for c in text[run.start : run.end]))
    size = max(weight, key=lambda s: (weight[s], s))
    return Segment("".join(parts), marks, group[0].x0, max(r.x1 for r in group), line.y, size, bold, characters)


def _note_marks(run: Run, own: str, before: str, line: Run, glyphs: _Glyphs) -> list[tuple[int, int, str]]:
    """The raised numbers of a run."""
    found: list[tuple[int, int, str]] = []
    for digits in _DIGITS.finditer(own):
        first, last = digits.span()
        while first < last and not _is_raised(glyphs, run.start + first, line):
            first += 1
        if first == last or own[last : last + 1] in tuple(_FRACTION) or own[first - 1 : first] in tuple(_FRACTION):
            continue
        numbers = note_numbers(before + own[:first], own[first:last])
        found.extend((first + a, first + b, own[first + a : first + b]) for a, b in numbers)
    sign = _SIGN_MARK.fullmatch(own.strip())
    if sign and run.size < 0.85 * line.size and run.y > line.y + 0.1 * line.size:
        found.append((0, len(own), own.strip()))
    return found


def _is_raised(glyphs: _Glyphs, index: int, line: Run) -> bool:
    return glyphs.ink(index).bottom - line.y > _RAISED * line.size


# -- links -----------------------------------------------------------------------------------------------------------


def _attach_links(page: Any, runs: list[Run], text: str, glyphs: _Glyphs, turn: Turn) -> None:
    """Record on each run which of its characters a link annotation covers."""
    for box, target in _link_boxes(page, turn):
        middle = (box.bottom + box.top) / 2
        for run in runs:
            if run.x1 <= box.left or run.x0 >= box.right or not run.y - 0.3 * run.size < middle < run.y + run.size:
                continue
            inside = [
                index
                for index in range(run.start, run.end)
                if box.left - 0.5 <= _middle(glyphs.body(index)) <= box.right + 0.5
            ]
            while inside and text[inside[-1]].isspace():
                inside.pop()
            if inside:
                run.links.append((inside[0], inside[-1] + 1, target))


def _middle(box: Box) -> float:
    return (box.left + box.right) / 2


def _link_boxes(page: Any, turn: Turn) -> list[tuple[Box, str]]:
    found: list[tuple[Box, str]] = []
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while len(found) < _MAX_LINKS and pdfium.FPDFLink_Enumerate(page.raw, position, link):
        target = _address(page.pdf, link)
        if target:
            found.extend((box, target) for box in _quads(link, turn))
    return found


def _address(document: Any, link: Any) -> str | None:
    """The address outside the document that a link leads to."""
    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return None
    length = pdfium.FPDFAction_GetURIPath(document.raw, action, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAction_GetURIPath(document.raw, action, buffer, length)
    return buffer.value.decode("utf-8", "replace").strip() or None


def _quads(link: Any, turn: Turn) -> list[Box]:
    """The boxes of a link, one a line."""
    boxes = []
    quad = pdfium.FS_QUADPOINTSF()
    for index in range(min(50, max(0, pdfium.FPDFLink_CountQuadPoints(link)))):
        if pdfium.FPDFLink_GetQuadPoints(link, index, quad):
            xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            boxes.append(_turned(min(xs), min(ys), max(xs), max(ys), turn))
    rect = pdfium.FS_RECTF()
    if not boxes and pdfium.FPDFLink_GetAnnotRect(link, rect):
        boxes.append(_turned(rect.left, rect.bottom, rect.right, rect.top, turn))
    return boxes


def _turned(left: float, bottom: float, right: float, top: float, turn: Turn) -> Box:
    (x0, y0), (x1, y1) = turn(left, bottom), turn(right, top)
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


# -- what is drawn ---------------------------------------------------------------------------------------------------


def _read_objects(page: Any, result: Page, turn: Turn) -> None:
    """Collect ruled lines and pictures."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    area = max(1.0, result.width * result.height)
    for index in range(min(_MAX_OBJECTS, pdfium.FPDFPage_CountObjects(page.raw))):
        item = pdfium.FPDFPage_GetObject(page.raw, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind not in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM):
            continue
        if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            continue
        box = _turned(left.value, bottom.value, right.value, top.value, turn)
        share = (box.right - box.left) * (box.top - box.bottom) / area
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            result.pictures += share > 0.02
            result.covered = max(result.covered, share)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            result.drawings.extend([box] if 0.02 < share < 0.75 else [])
        elif share < 0.9:
            result.rules.extend(_edges(box))


def _edges(box: Box) -> list[Box]:
    """A drawn shape as ruled lines: itself when thin, else its four edges."""
    left, bottom, right, top = box
    if right - left <= _RULE or top - bottom <= _RULE:
        return [box] if max(right - left, top - bottom) > 2 * _RULE else []
    return [
        Box(left, bottom, right, bottom),
        Box(left, top, right, top),
        Box(left, bottom, left, top),
        Box(right, bottom, right, top),
    ]
