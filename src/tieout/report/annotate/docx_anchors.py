"""The anchors of comments in the body of a DOCX: where they begin; putting new ones in, taking old ones out.

It touches nothing but `commentRangeStart`, `commentRangeEnd` and the runs that hold a `commentReference`.
"""

from __future__ import annotations

from collections.abc import Collection

from lxml import etree

from tieout.reading.docx_xml import W

_START, _END, _REFERENCE = W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference"
_ID = W + "id"
_TRACKED = (W + "ins", W + "moveTo", W + "fldSimple")
"""What the mark of a comment must not stand in: with the change rejected or the field renewed it would be gone."""


def begins(root: etree._Element, marks: Collection[etree._Element]) -> dict[str, etree._Element | None]:
    """By the id of each comment that the body refers to, the first of `marks` in its range (None: there is none)."""
    referred = {reference.get(_ID, ""): None for reference in root.iter(_REFERENCE)}
    found: dict[str, etree._Element | None] = dict(referred)
    known = set(marks)
    open_ids: list[str] = []
    for element in root.iter():
        if element.tag == _START:
            open_ids.append(element.get(_ID, ""))
        elif open_ids and element in known:
            found.update({identity: element for identity in open_ids if identity in referred})
            open_ids.clear()
    return found


def insert(first: etree._Element, last: etree._Element, identity: str, style: str | None) -> None:
    """Anchor the comment `identity` from before `first` to behind `last`. `style` is that of comment marks, if any."""
    first.addprevious(etree.Element(_START, {_ID: identity}))
    end = etree.Element(_END, {_ID: identity})
    _behind_others(last).addnext(end)
    outer = end
    for ancestor in end.iterancestors():
        if ancestor.tag == W + "p":
            break
        if ancestor.tag in _TRACKED:
            outer = ancestor
    run = etree.Element(W + "r")
    if style is not None:
        properties = etree.SubElement(run, W + "rPr")
        etree.SubElement(properties, W + "rStyle").set(W + "val", style)
    etree.SubElement(run, _REFERENCE, {_ID: identity})
    (outer if outer is end else _behind_others(outer)).addnext(run)


def remove(root: etree._Element, identities: Collection[str]) -> None:
    """Take the anchors of comments out of the body."""
    found = [e for e in root.iter(_START, _END, _REFERENCE) if e.get(_ID) in identities]
    for element in found:
        run = element.getparent()
        drop(element)
        if element.tag == _REFERENCE and run is not None and all(child.tag == W + "rPr" for child in run):
            drop(run)


def drop(element: etree._Element) -> None:
    """Take an element out of its parent; the blanks behind it stay."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    element.tail = None
    parent.remove(element)


def _behind_others(element: etree._Element) -> etree._Element:
    """The last of the comment anchors that end right behind an element, so that comments stand in their order."""
    while (following := element.getnext()) is not None and (following.tag == _END or _is_mark(following)):
        element = following
    return element


def _is_mark(element: etree._Element) -> bool:
    return element.tag == W + "r" and element.find(_REFERENCE) is not None and element.find(W + "t") is None
