"""Marks inside running text that are no words: emphasis, tags and entities left by a converter, escaped characters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tieout.reading.document import Span
from tieout.reading.links import inside
from tieout.reading.marks import Mark

_TAG = re.compile(r"</?(?:sup|sub|b|i|em|strong|u|br|span|p|a|small|font)\b[^<>\n]{0,200}>", re.IGNORECASE)
_EMPHASIS = re.compile(r"(\*{2,3}|__)(?=\S)([^*_\n]{1,400}?)(?<=\S)\1|(?<![\w*])([*_])(?=[^\s*_])([^*_\n]{1,400}?)(?<=[^\s*_])\3(?![\w*])")
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
        starts = [link.start for link in links]
        for m in _EMPHASIS.finditer(text):
            if inside(starts, links, m.start()) or inside(starts, links, m.end() - 1):
                continue
            sign = m[1] or m[3]
            spans.append(Span("markup", m.start(), m.start() + len(sign)))
            spans.append(Span("markup", m.end() - len(sign), m.end()))
    if "&nbsp;" in text:
        spans += [Span("markup", m.start(), m.end()) for m in _ENTITY.finditer(text)]
    return spans
