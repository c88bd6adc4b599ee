"""Captions: the next caption behind a passage, with the word that it calls its thing by (`Figure 1.`)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tieout.checks.case import Case
from tieout.evidence.passage import Passage
from tieout.ties.tie import Member

_HEAD = re.compile(
    r"(?P<kind>Table|Figure|Map|Chart|Graph|Cuadro|Tabla|Figura|Mapa|Gráfico)\s+\d[\d.]*[.:]?[\s*]*\Z", re.IGNORECASE
)
_OWN = re.compile(r"(?P<kind>Table|Figure|Map|Chart|Graph|Cuadro|Tabla|Figura|Mapa|Gráfico)\s+\d", re.IGNORECASE)
_REACH = 12
"""Passages behind an announcement; notes and lists of links may stand between."""
_TEXT = 200
"""A paragraph of this length between says that the announcement was of something else."""
_BEFORE = 16


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption's line, its words in the document, and what it calls its thing; None where it does not say."""

    passage: Passage
    words: Member
    kind: str | None


def caption_behind(case: Case, passage: Passage) -> Caption | None:
    """The first caption behind a passage, before any longer text or heading."""
    for other in case.reading.passages[passage.index + 1 : passage.index + 1 + _REACH]:
        block = other.block
        own = _OWN.match(other.text)
        if block.kind == "caption" or (own and block.kind == "paragraph" and len(other.text) < _TEXT):
            text = case.reading.document.text
            first = other.view.offsets[0]
            before = _HEAD.search(text, max(0, first - _BEFORE), first)
            kind = own["kind"] if own else before["kind"] if before else None
            start = before.start() if before and not own else first
            end = other.view.offsets[-1] + 1
            return Caption(other, Member(case.path, start, end, text[start:end]), kind)
        if block.kind == "heading" or (block.kind in ("paragraph", "list_item") and len(other.text) >= _TEXT):
            return None
    return None
