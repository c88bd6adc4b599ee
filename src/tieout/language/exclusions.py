"""Stretches of text whose numerals are no figures: numbers of laws, names, times of day, marks.

Dates are the business of `periods`; note marks are taken out by the reader.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from tieout.language.either import any_of
from tieout.language.tables import table

_REACH = 24
"""How far an idiom around a pronoun may go, in characters."""


def excluded(text: str, language: str) -> list[tuple[int, int]]:
    """The stretches of a clean line that hold no figures, unsorted, overlaps possible."""
    return [found.span() for pattern in _exclusions(language) for found in pattern.finditer(text)]


def is_pronoun(text: str, start: int, end: int, language: str) -> bool:
    """Whether the number word at [start:end] stands for something (`no one`) rather than counts it (`killing one`)."""
    if text[start:end].lower() not in table(language, "exclusions")["pronoun"]["words"]:
        return False
    idioms, counts_before, noun_behind = _pronoun(language)
    low = max(0, start - _REACH)
    if any(found.start() <= start - low < found.end() for found in idioms.finditer(text[low : end + _REACH])):
        return True
    return not (noun_behind.match(text, end) or counts_before.search(text[low:start]))


def is_name_behind(text: str, end: int, language: str) -> bool:
    """Whether a number is the first half of a word with a hyphen that is no number (`9-Eleven`, `one-third`)."""
    return _name_behind(language).match(text, end) is not None


@cache
def _exclusions(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(_compiled(entry) for entry in table(language, "exclusions")["exclusion"])


def _compiled(entry: Mapping[str, Any]) -> re.Pattern[str]:
    """A pattern behind a look at its first character: most places of a text are left after that one look."""
    source = f"(?={entry['begins']})(?:{entry['pattern']})" if "begins" in entry else entry["pattern"]
    return re.compile(source, re.IGNORECASE if entry.get("any_case") else 0)


@cache
def _pronoun(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Idioms around the word, words before it that make it count, and a noun behind it."""
    rule = table(language, "exclusions")["pronoun"]
    return (
        re.compile(any_of(rule["idioms"]), re.IGNORECASE),
        re.compile(rf"(?i:{any_of(rule['counts_before'])}) \Z"),
        re.compile(rf" (?!(?:{any_of(rule['no_nouns'])})\b)[a-z][a-z’'-]+"),
    )


@cache
def _name_behind(language: str) -> re.Pattern[str]:
    return re.compile(rf"-[A-Z]|-(?:{any_of(table(language, 'exclusions')['name']['behind'])})\b")
