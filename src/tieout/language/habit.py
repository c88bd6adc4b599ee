"""A document's habit of writing numbers: which mark parts thousands and which one decimals.

Texts of one language differ (7,226 in Mexico, 7.226 in a UN text), and now and then one text holds both. Digits after the
mark decide most cases; the habit decides the ambiguous one, a single mark before exactly three digits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_POINT_DECIMAL = re.compile(r"(?<![\d.,])\d+\.(?:\d{1,2}|\d{4,})(?![\d.,]*\d)")
_COMMA_DECIMAL = re.compile(r"(?<![\d.,])\d+,(?:\d{1,2}|\d{4,})(?![\d.,]*\d)")
_POINT_GROUP = re.compile(r"(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,]*\d)")
_COMMA_GROUP = re.compile(r"(?<![\d.,])[1-9]\d{0,2},\d{3}(?![\d.,]*\d)")
_POINT_GROUPS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3}){2,}(?![\d.]*\d)")
_SAMPLE = 400_000
"""Characters looked at: a document shows its habit early."""


@dataclass(frozen=True, slots=True)
class Habit:
    """`point_groups`: a single point before exactly three digits parts thousands; `comma_decimals`: a comma there is decimal."""

    point_groups: bool = False
    comma_decimals: bool = False


def habit_of(text: str, language: str) -> Habit:
    """The habit of a document.

    English writes 1.234 as a decimal unless the text groups by points elsewhere (1.234.567). In Spanish a mark before
    exactly three digits parts thousands, unless the text uses that mark for its decimals and the other one for thousands.
    """
    text = text[:_SAMPLE]
    point_groups_seen = bool(_POINT_GROUPS.search(text))
    if language != "es":
        return Habit(point_groups=point_groups_seen and not _COMMA_GROUP.search(text))
    count = {
        name: len(p.findall(text))
        for name, p in {"pd": _POINT_DECIMAL, "cd": _COMMA_DECIMAL, "pg": _POINT_GROUP, "cg": _COMMA_GROUP}.items()
    }
    point_is_decimal = count["pd"] > count["cd"] and count["cg"] > 0 and not point_groups_seen
    comma_is_decimal = count["cd"] > count["pd"] and (count["pg"] > 0 or point_groups_seen)
    return Habit(point_groups=not point_is_decimal, comma_decimals=comma_is_decimal)
