"""Marks inside running text that are no words: emphasis, tags and entities left by a converter, escaped characters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tieout.reading.document import Span
from tieout.reading.links import inside
from tieout.reading.marks import Mark

_TAG = re.compile(r"</?(?:sup|sub|b|i|em|strong|u|br|span|p|a|small|font)\b[^<>\n]{0,200}>", re.IGNORECASE)
_SIGNS = re.compile(r"[*_]+")
_FAR = 400
"""Signs further apart than this are no pair."""
_ENTITY = re.compile(r"&nbsp;")


def inline_spans(text: str, marks: Sequence[Mark], links: Sequence[Span]) -> list[Span]:
    """Markup spans for emphasis signs in pairs, tags and blanks written as entities; not in note marks and links."""
    taken = {mark.start for mark in marks} if "<sup" in text else set()
    spans = []
    if "<" in text:
        closing = {mark.end for mark in marks}
        spans += [
            Span("markup", m.start(), m.end()) for m in _TAG.finditer(text) if m.start() not in taken and m.end() not in closing
        ]
    if "*" in text or "_" in text:
        spans += _emphasis(text, links, {mark.start for mark in marks})
    if "&nbsp;" in text:
        spans += [Span("markup", m.start(), m.end()) for m in _ENTITY.finditer(text)]
    return spans


def _emphasis(text: str, links: Sequence[Span], taken: set[int]) -> list[Span]:
    """Stars and underscores in pairs of equal length on one line, outside words: `**so**`, `_so_`."""
    starts = [link.start for link in links]
    spans = []
    opening: re.Match[str] | None = None
    for sign in _SIGNS.finditer(text):
        if len(sign.group()) > 3 or sign.start() in taken or inside(starts, links, sign.start()):
            continue
        if opening is not None and _closes(text, opening, sign):
            spans += [Span("markup", opening.start(), opening.end()), Span("markup", sign.start(), sign.end())]
            opening = None
        elif _opens(text, sign):
            opening = sign
    return spans


def _opens(text: str, sign: re.Match[str]) -> bool:
    before = text[sign.start() - 1] if sign.start() else " "
    return not before.isalnum() and sign.end() < len(text) and not text[sign.end()].isspace()


def _closes(text: str, opening: re.Match[str], sign: re.Match[str]) -> bool:
    if sign.group() != opening.group() or sign.start() - opening.end() > _FAR or text[sign.start() - 1].isspace():
        return False
    after = text[sign.end()] if sign.end() < len(text) else " "
    return not after.isalnum() and "\n" not in text[opening.end() : sign.start()]
