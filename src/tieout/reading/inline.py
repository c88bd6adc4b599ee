"""Marks inside running text that are no words: emphasis, tags and entities left by a converter, escaped characters."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tieout.reading.document import Span
from tieout.reading.links import inside
from tieout.reading.marks import Mark

_TAG = re.compile(r"</?(?:sup|sub|b|i|em|strong|u|br|span|p|a|small|font)\b[^<>\n]{0,200}>", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.{0,2000}?-->", re.DOTALL)
_SIGNS = re.compile(r"[*_]+")
_FAR = 400
"""Signs further apart than this are no pair."""
_WORDED = re.compile(
    r"(?P<picture>!?)\[(?P<words>[^\[\]]{0,500})\]"
    r"(?:\(\s*<?(?P<url>[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)?)>?(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*\)|\[(?P<name>[^\[\]\n]{0,80})\])"
)
_ENTITY = re.compile(r"&nbsp;")


def worded_links(text: str, references: Mapping[str, str]) -> tuple[list[Span], list[Span]]:
    """Links behind words, `[words](address)` and `[words][name]`: spans over the words, and the markup round them.

    `references` maps the names of addresses given elsewhere, in lower case. A picture is markup as a whole.
    """
    links: list[Span] = []
    markup: list[Span] = []
    if "](" not in text and not references:
        return links, markup
    for m in _WORDED.finditer(text):
        target = m["url"] if m["url"] is not None else references.get((m["name"] or m["words"]).lower())
        if target is None:
            continue
        if m["picture"]:
            markup.append(Span("markup", m.start(), m.end(), target=target))
            continue
        if m.start("words") < m.end("words"):
            links.append(Span("link", m.start("words"), m.end("words"), target=target))
        markup.append(Span("markup", m.start(), m.start("words")))
        markup.append(Span("markup", m.end("words"), m.end()))
    return links, markup


def inline_spans(text: str, marks: Sequence[Mark], links: Sequence[Span]) -> list[Span]:
    """Markup spans for emphasis signs in pairs, tags and blanks written as entities; not in note marks and links."""
    taken = {mark.start for mark in marks} if "<sup" in text else set()
    spans = []
    if "<" in text:
        closing = {mark.end for mark in marks}
        spans += [
            Span("markup", m.start(), m.end())
            for m in _TAG.finditer(text)
            if m.start() not in taken and m.end() not in closing
        ]
        if "-->" in text:
            spans += [Span("markup", m.start(), m.end()) for m in _COMMENT.finditer(text)]
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
