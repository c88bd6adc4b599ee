"""Addresses in the text: the links themselves, and the bare lists of them that PDF-to-text tools leave."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from tieout.reading.document import Block, Span
from tieout.reading.lines import Line
from tieout.reading.shapes import LINK, ends_sentence, link_end

LINK_LINE = re.compile(r"(?:[-*•<]\s*)?(?:https?://|www\.)\S+(?:\s+(?:https?://|www\.)\S+)*[>.,;]?")
_BROKEN_LINK = re.compile(r"[^\s]*[/_=%&?.-][^\s]*")
_LONG = 60


def link_spans(text: str) -> list[Span]:
    """All links of a text, in order."""
    spans = []
    for match in LINK.finditer(text):
        end = link_end(text, match.start(), match.end())
        if end - match.start() > 8:
            spans.append(Span("link", match.start(), end, target=text[match.start() : end]))
    return spans


def link_lines(lines: Sequence[Line]) -> set[int]:
    """Indices of the lines that are nothing but links, with the rest of a link that broke over the line."""
    found: set[int] = set()
    for i, line in enumerate(lines):
        if (line.text.startswith(("http", "www.", "<", "-", "*", "•")) and LINK_LINE.fullmatch(line.text)) or (
            i - 1 in found and _goes_on(lines[i - 1], line)
        ):
            found.add(i)
    return {i for i in found if not _inside_paragraph(lines, found, i)}


def _inside_paragraph(lines: Sequence[Line], found: set[int], i: int) -> bool:
    """Whether a single link fills a line in the middle of a paragraph of running text."""
    if i == 0 or i - 1 in found or i + 1 in found or lines[i].gap or lines[i].page or i + 1 == len(lines):
        return False
    below = lines[i + 1]
    return not ends_sentence(lines[i - 1].text) and not below.gap and not below.page


def _goes_on(above: Line, line: Line) -> bool:
    """Whether a line is the rest of the link above it, broken because the page is no wider."""
    beside = not line.gap and not line.page and len(above.text) >= _LONG
    return beside and line.text[0] not in "#-*•" and bool(_BROKEN_LINK.fullmatch(line.text))


def link_blocks(lines: Sequence[Line], found: set[int]) -> list[Block]:
    """One block for each list of link lines that follow each other."""
    blocks: list[Block] = []
    run: list[int] = []
    for i in [*sorted(found), -1]:
        if run and i != run[-1] + 1:
            blocks.append(Block("links", ((lines[run[0]].start, lines[run[-1]].end),)))
            run = []
        run.append(i)
    return blocks


def inside(starts: Sequence[int], spans: Sequence[Span], offset: int) -> bool:
    """Whether an offset lies in one of the spans (sorted, with their starts)."""
    at = bisect_left(starts, offset + 1) - 1
    return at >= 0 and offset < spans[at].end
