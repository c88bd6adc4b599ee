"""Figures from marked text, so that ties are tested apart from the reading of figures.

`Killings rose from «469» to «562», up «20 percent|kind=change direction=increase»`: the marks are taken out, what they
held becomes figures. Unit and kind are guessed from the words; fields after the bar override the guess.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Any

from tieout.evidence.figure import Figure
from tieout.evidence.passage import passages_of
from tieout.reading.document import Block, Document
from tieout.ties.find import find_ties
from tieout.ties.tie import Tie

_MARK = re.compile(r"«([^|»]+)(?:\|([^»]*))?»")
_NUMERAL = re.compile(r"\d[\d,.]*\d|\d")


def ties(marked: str, language: str = "en") -> list[Tie]:
    """All ties of a marked text. A blank line parts paragraphs."""
    document, figures = read(marked, language)
    return find_ties(document, language, passages_of(document, language), figures)


def read(marked: str, language: str = "en") -> tuple[Document, list[Figure]]:
    """The document of a marked text and its figures."""
    text, at, figures = "", 0, []
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        fields = dict(pair.split("=") for pair in (mark[2] or "").split())
        figures.append(figure(mark[1], start=len(text), **fields))
        text += mark[1]
        at = mark.end()
    text += marked[at:]
    blocks = tuple(Block("paragraph", (m.span(),)) for m in re.finditer(r"[^\n]+", text))
    return Document("marked.txt", text, "txt", "0" * 64, "marked", blocks, language=language), figures


def figure(text: str, *, start: int = 0, **fields: Any) -> Figure:
    """A figure of some words: value from the first numeral, bound `exact` unless a field says otherwise."""
    numeral = _NUMERAL.search(text)
    digits = numeral[0].replace(",", "") if numeral else "0"
    percent = "percent" in text or "%" in text
    made = Figure(
        id=f"{start}", doc="marked.txt", start=start, end=start + len(text), text=text, value=Fraction(digits),
        value_text=numeral[0] if numeral else "", bound="exact", unit="percent" if percent else "count",
        kind="share" if percent else "level", decimals=len(digits.partition(".")[2]),
    )  # fmt: skip
    for name, value in fields.items():
        parsed: Any = value
        if name in ("value", "high"):
            parsed = Fraction(value)
        elif name in ("of", "decimals"):
            parsed = int(value)
        made = replace(made, **{name: parsed})
    return made
