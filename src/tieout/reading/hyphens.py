"""Hyphens at line ends: whether one only parts a word over two lines, or belongs to it.

It sees the words of one document. The character that stands for the hyphen is chosen, none is added or taken away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

SOFT = "\u00ad"
"""The soft hyphen: a reader sees it at the line's end, a view leaves it out."""
_ENDS = frozenset("-\u2010\ufffe\x02\u00ad")
"""A hyphen at a line's end, as printed or as PDF engines mark it."""
_MARKS = str.maketrans({"\ufffe": "-", "\x02": "-"})
_LAST = re.compile(r"[^\W\d_]+$")
_FIRST = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+")


class Hyphens:
    """The words of a document, to judge its hyphens by."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: set[str] = set()
        self._compounds: set[str] = set()
        for line in lines:
            lower = line.lower()
            self._words.update(_WORD.findall(lower))
            self._compounds.update(_COMPOUND.findall(lower))

    def joined(self, line: str, below: str | None) -> tuple[str, str]:
        """A line as it is written before the line below it (None at the end of a paragraph), and what parts the two."""
        if not line or line[-1] not in _ENDS or below is None:
            return line.translate(_MARKS), "" if below is None else "\n"
        body = line[:-1].translate(_MARKS)
        left, right = _LAST.search(body), _FIRST.match(below)
        if not body or body[-1].isspace():
            return body + "-", "\n"  # A dash.
        if left and right and right.group()[0].islower() and not self._is_compound(left.group(), right.group()):
            return body + SOFT, ""
        return body + "-", ""

    def _is_compound(self, left: str, right: str) -> bool:
        left, right = left.lower(), right.lower()
        return f"{left}-{right}" in self._compounds and left + right not in self._words
