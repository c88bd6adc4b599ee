"""The body of a DOCX as a line of text holders: finds where words stand in it, and cuts runs so that they stand alone.

Cutting a run changes nothing that a reader sees: both halves have the formatting of the whole. What may not be cut
(formulas, ruby, closed content controls, text boxes) is taken whole. It knows nothing of comments.
"""

from __future__ import annotations

import copy
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from tieout.errors import UnreadableError
from tieout.reading.document import Document
from tieout.reading.docx import RunSpan
from tieout.reading.docx_xml import REMOVED, W

_BOX = W + "txbxContent"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CONTROL = (W + "sdt", W + "sdtContent")
_WRAPPING = ("hyperlink", "ins", "moveTo", "fldSimple", "smartTag", "customXml", "dir", "bdo")
_OPEN = frozenset([*_CONTROL, *(W + name for name in _WRAPPING)])
"""What may stand between a paragraph and its runs without closing them off."""
_CLOSED = ("text", "date", "dropDownList", "comboBox", "dataBinding", "picture", "lock")
"""Properties of a content control whose content is not ours to cut."""
_NOTES = {W + "footnote": W + "footnoteReference", W + "endnote": W + "endnoteReference"}

Hint = Literal["note", "box", "near"]


@dataclass(frozen=True, slots=True)
class Holder:
    """An element of a run that holds `text[start:end]` of the document."""

    start: int
    end: int
    element: etree._Element


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a remark stands: at the characters `start` to `end` of the body, or around one `node` of it.

    `hint` says why it does not stand at the very words, when it does not.
    """

    start: int = 0
    end: int = 0
    node: etree._Element | None = None
    hint: Hint | None = None


class Story:
    """The main part of a package, by its root, with the notes' parts by name. `spans` are the reader's runs."""

    def __init__(
        self, document: Document, main: str, roots: Mapping[str, etree._Element], spans: Sequence[RunSpan]
    ) -> None:
        self.document, self.root = document, roots[main]
        found = list(_elements(roots, spans))
        for span, element in found:
            if element.tag == W + "t" and element.text != document.text[span.start : span.end]:
                raise UnreadableError(document.path, "it changed while it was checked", "check it again")
        self._body = [Holder(s.start, s.end, e) for s, e in found if s.part == main]
        self.tokens = {holder.element for holder in self._body}
        """Every element a remark can begin with, apart from nodes, before anything is cut."""
        self._notes = [Holder(s.start, s.end, e) for s, e in found if s.part != main]

        self._marks = {
            (mark.tag, mark.get(W + "id")): mark
            for mark in self.root.iter(*_NOTES.values())
            if next(mark.iterancestors(*REMOVED), None) is None
        }

    def spot(self, start: int, end: int) -> Spot | None:
        """Where a remark on `text[start:end]` stands; None when nothing in the body holds these words."""
        if inside := _overlapping(self._notes, start, end):
            return self._at_mark(inside[0].element)
        if inside := _overlapping(self._body, start, end):
            return self._in_body(inside, start, end)
        block = next((b for b in self.document.blocks if any(s < end and start < e for s, e in b.pieces)), None)
        near = _overlapping(self._body, block.start, block.end) if block is not None else []
        return self._in_body(near, near[0].start, near[-1].end, "near") if near else None

    def token(self, spot: Spot) -> etree._Element | None:
        """The element a remark at this spot begins with; None when a run must first be cut there."""
        if spot.node is not None:
            return spot.node
        first = _overlapping(self._body, spot.start, spot.end)[0]
        node = standing(_run(first))
        if node is not _run(first):
            return next(element for element in node.iter() if element in self.tokens)
        return first.element if first.start == spot.start or first.element.tag != W + "t" else None

    def bounds(self, spot: Spot) -> tuple[etree._Element, etree._Element]:
        """The first and last element of the spot, once cut out: a remark begins before one and ends after the other."""
        if spot.node is not None:
            return spot.node, spot.node
        self._cut(spot.start)
        self._cut(spot.end)
        inside = _overlapping(self._body, spot.start, spot.end)
        return standing(_run(inside[0])), standing(_run(inside[-1]))

    def _in_body(self, inside: list[Holder], start: int, end: int, hint: Hint | None = None) -> Spot:
        run = _run(inside[0])
        box = _outermost(run, _BOX)
        if box is not None:
            return Spot(node=standing(next(box.iterancestors(W + "r"), box)), hint="box")
        cell = next(run.iterancestors(W + "tc"), None)
        own = [h for h in inside if _same_cell(h, cell)]
        exact = len(own) == len(inside) and all(standing(_run(h)) is _run(h) for h in (own[0], own[-1]))
        start, end = max(start, own[0].start), min(end, own[-1].end)
        return Spot(start, end, hint=hint or (None if exact else "near"))

    def _at_mark(self, element: etree._Element) -> Spot | None:
        """The mark in the body of the note that an element stands in."""
        note = next((a for a in element.iterancestors(*_NOTES)), None)
        mark = self._marks.get((_NOTES[note.tag], note.get(W + "id"))) if note is not None else None
        if mark is None:
            return None
        run = next(mark.iterancestors(W + "r"))
        held = next((h for h in self._body if h.element is mark), None)
        if held is not None and _outermost(run, _BOX) is None:
            return Spot(held.start, held.end, hint="note")
        return Spot(node=standing(run), hint="note")

    def _cut(self, offset: int) -> None:
        """Make a run begin at `offset`, when some text there can be cut."""
        at = bisect_right(self._body, offset, key=lambda h: h.start) - 1
        if at < 0:
            return
        holder = self._body[at]
        run = _run(holder)
        if standing(run) is not run or offset >= holder.end:
            return
        if offset > holder.start:
            if holder.element.tag != W + "t":
                return
            right = _halve(holder.element, offset - holder.start)
            self._body[at : at + 1] = [Holder(holder.start, offset, holder.element), Holder(offset, holder.end, right)]
            _split(run, right)
        else:
            _split(run, holder.element)


def standing(run: etree._Element) -> etree._Element:
    """The element that stands for a run among those a paragraph may hold: itself, or what closes it off."""
    node = run
    for ancestor in run.iterancestors():
        if ancestor.tag == W + "p":
            break
        if ancestor.tag not in _OPEN or _is_closed(ancestor):
            node = ancestor
    return node


def _is_closed(element: etree._Element) -> bool:
    properties = element.find(W + "sdtPr")
    return properties is not None and any(properties.find(W + name) is not None for name in _CLOSED)


def _elements(
    roots: Mapping[str, etree._Element], spans: Sequence[RunSpan]
) -> Iterator[tuple[RunSpan, etree._Element]]:
    """Each of the reader's spans with the element that holds its text."""
    paragraphs = {part: list(root.iter(W + "p")) for part, root in roots.items()}
    runs: dict[tuple[str, int], list[etree._Element]] = {}
    for span in spans:
        place = span.part, span.paragraph
        if place not in runs:
            runs[place] = list(paragraphs[span.part][span.paragraph].iter(W + "r"))
        yield span, runs[place][span.run][span.child]


def _overlapping(holders: Sequence[Holder], start: int, end: int) -> list[Holder]:
    """The holders that share a character with `start` to `end`."""
    first = bisect_right(holders, start, key=lambda h: h.end)
    last = bisect_left(holders, end, key=lambda h: h.start)
    return list(holders[first:last])


def _run(holder: Holder) -> etree._Element:
    return next(holder.element.iterancestors(W + "r"))


def _same_cell(holder: Holder, cell: etree._Element | None) -> bool:
    return next(holder.element.iterancestors(W + "tc"), None) is cell and _outermost(holder.element, _BOX) is None


def _outermost(element: etree._Element, tag: str) -> etree._Element | None:
    return next(iter(reversed(list(element.iterancestors(tag)))), None)


def _like(element: etree._Element) -> etree._Element:
    """An empty element with the same name and attributes."""
    made = etree.Element(element.tag)
    made.attrib.update(element.attrib)
    return made


def _halve(text: etree._Element, length: int) -> etree._Element:
    """Cut a `w:t`; gives the right half, which stands after it."""
    whole = text.text or ""
    right = _like(text)
    for half, words in ((text, whole[:length]), (right, whole[length:])):
        half.text = words
        if words != words.strip():
            half.set(_SPACE, "preserve")
    text.addnext(right)
    return right


def _split(run: etree._Element, child: etree._Element) -> None:
    """Make a run of its own, formatted alike, of `child` and what follows it; nothing when only properties precede."""
    at = run.index(child)
    properties = run.find(W + "rPr")
    if at == (0 if properties is None else run.index(properties) + 1):
        return
    right = _like(run)
    if properties is not None:
        right.append(copy.deepcopy(properties))
    for moved in list(run)[at:]:
        right.append(moved)
    run.addnext(right)
