"""A document's habit of writing numbers: which mark parts thousands and which one decimals.

Texts of one language differ (7,226 in Mexico, 7.226 in a UN text), and now and then one text holds both. Digits after
the mark decide most cases; the habit decides the ambiguous one, a single mark before exactly three digits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tieout.language.tables import table

_POINT_DECIMAL = re.compile(r"(?<![\d.,])\d+\.(?:\d{1,2}|\d{4,})(?![\d.,]*\d)")
_COMMA_DECIMAL = re.compile(r"(?<![\d.,])\d+,(?:\d{1,2}|\d{4,})(?![\d.,]*\d)")
_POINT_GROUP = re.compile(r"(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,]*\d)")
_COMMA_GROUP = re.compile(r"(?<![\d.,])[1-9]\d{0,2},\d{3}(?![\d.,]*\d)")
_POINT_GROUPS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3}){2,}(?![\d.]*\d)")
_SAMPLE = 400_000
"""Characters looked at: a document shows its habit early."""


@dataclass(frozen=True, slots=True)
class Habit:
    """What a single mark before exactly three digits means."""

    point_groups: bool = False
    """A point there parts thousands."""
    comma_decimals: bool = False
    """A comma there is decimal."""
    point_decimals: bool = False
    """Most decimals are written with a point, whatever else points part."""


def habit_of(text: str, language: str) -> Habit:
    """The habit of a document.

    A language whose point is decimal (English) writes 1.234 as a decimal unless the text groups by points elsewhere
    (1.234.567). In one whose point may part thousands (Spanish), either mark before exactly three digits parts them,
    unless the text uses that mark for its decimals and the other one for thousands.
    """
    text = text[:_SAMPLE]
    groups_by_point = bool(_POINT_GROUPS.search(text))
    if not table(language, "numerals")["grammar"]["point_parts_thousands"]:
        return Habit(point_groups=groups_by_point and not _COMMA_GROUP.search(text))
    point_decimals, comma_decimals = _count(_POINT_DECIMAL, text), _count(_COMMA_DECIMAL, text)
    point_is_decimal = point_decimals > comma_decimals and _COMMA_GROUP.search(text) and not groups_by_point
    comma_is_decimal = comma_decimals > point_decimals and (groups_by_point or _POINT_GROUP.search(text))
    return Habit(
        point_groups=not point_is_decimal,
        comma_decimals=bool(comma_is_decimal),
        point_decimals=point_decimals > comma_decimals,
    )


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))
