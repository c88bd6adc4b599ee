"""Stretches of text whose numerals are no figures: numbers of laws, names, times of day, marks.

Dates are the business of `periods`; note marks are taken out by the reader.
"""

from __future__ import annotations

import re
from functools import cache

from tieout.language.tables import table


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    entries = table(language, "exclusions")["exclusion"]
    return tuple(re.compile(e["pattern"], re.IGNORECASE if e.get("any_case") else 0) for e in entries)


def excluded(text: str, language: str) -> list[tuple[int, int]]:
    """The stretches of a clean line that hold no figures, unsorted, overlaps possible."""
    return [found.span() for pattern in _patterns(language) for found in pattern.finditer(text)]


@cache
def _one(language: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    rule = table(language, "exclusions")["one"]
    if not rule["idioms"]:
        return None, None
    return re.compile(rule["idioms"], re.IGNORECASE), re.compile(rule["counted"])


_NOUN_FOLLOWS = re.compile(
    r" (?!(?:of|or|in|to|for|at|on|by|and|with|from|as|than|that|who|which|is|was|has|can|may|will)\b)[a-z][a-z’'-]+"
)


def one_counts(text: str, start: int, end: int, language: str) -> bool:
    """Whether the word `one` at [start:end] counts something (`killing one`, `one officer`), rather than stands for it."""
    idioms, counted = _one(language)
    if idioms is None or counted is None:
        return True
    window = text[max(0, start - 24) : end + 24]
    at = start - max(0, start - 24)
    if any(m.start() <= at < m.end() for m in idioms.finditer(window)):
        return False
    if _NOUN_FOLLOWS.match(text, end):
        return True
    return counted.search(text[max(0, start - 14) : start]) is not None
