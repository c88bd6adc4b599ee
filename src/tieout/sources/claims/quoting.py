"""Quoting: where a line quotes, and whether a text has the words; what differs otherwise is not asked here."""

from __future__ import annotations

import re
from functools import lru_cache

from tieout.sources.claims.line import Line
from tieout.sources.holdings import Held
from tieout.sources.stems import words_of

_QUOTED = re.compile(r"“([^“”]{3,600})”|\"([^\"]{3,600})\"|«([^«»]{3,600})»|(?<![\w’])[‘']([^‘’']{8,600})[’'](?!\w)")
_CUT = re.compile(r"\s*(?:\[[^\]]{0,80}\]|\(?\s*(?:\.\s?\.\s?\.|…)\s*\)?)\s*")
_FORM = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
        "‑": "-",
        "\u00ad": None,
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
    }
)
_EDGE = " .,;:!?'\"-"
_LEAST = 3
"""Words from which on a quotation is one, and no name or turn of phrase."""


def quotations(line: Line) -> list[tuple[int, int]]:
    """The quotations of a line that are long enough to be held against a source, offsets of the passage."""
    out = []
    for found in _QUOTED.finditer(line.passage.text, line.start, line.end):
        group = next(i for i in range(1, 5) if found[i] is not None)
        start, end = found.span(group)
        words = list(words_of(found[group]))
        if len(words) >= _LEAST and not all(w.name or w.number for w in words if len(w.stem) > _LEAST):
            out.append((start, end))
    return out


def holds(held: Held, quotation: str) -> bool:
    """Whether a text has the words of a quotation; what brackets and ellipses leave out may be anything."""
    text = _plain_text(held)
    at = 0
    parts = [p for p in (_plain(part).strip(_EDGE) for part in _CUT.split(quotation)) if p]
    for part in parts:
        found = text.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return True


def _plain_text(held: Held) -> str:
    if held.plain is None:
        held.plain = " ".join(_plain(p.text) for p in held.passages)
    return held.plain


@lru_cache(maxsize=256)
def _plain(text: str) -> str:
    """A text in lower case with plain marks and single blanks."""
    return " ".join(text.translate(_FORM).split()).lower()
