"""The date that ends a stretch of a citation: `15 February 2023`, `March 3, 2021`, `mayo de 2021`, `2023`, `n.d.`.

Dates are read in all languages, since a note mixes them. What no calendar has is no date.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from tieout.language.edtf import days_in, is_date
from tieout.language.periods import find_dates
from tieout.language.tables import LANGUAGES
from tieout.sources.words import source

_REACH = 60
_LAST = 4
_ISSUE = 100
"""Days that a double or quarterly issue covers, at most."""
_UNDATED = 20
_DIGIT_LAST = re.compile(r"\d")
"""Every date ends in a number, or in a sign or two behind it."""
_YEAR = re.compile(r"(?<![\d.,/–-])(?:1[89]|20)\d\d\Z")
_YEARS = re.compile(r"(?<![\d.,/])((?:1[89]|20)\d\d)[-–/]((?:1[89]|20)\d\d)\Z")
_WEEKDAY = re.compile(
    r"(?:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)),? \Z",
    re.IGNORECASE,
)


class Ending(NamedTuple):
    """A date at the end of a text: where it begins, its EDTF (None for `n.d.` and for ambiguous ones)."""

    start: int
    edtf: str | None


def _is_stretch(edtf: str | None) -> bool:
    """Whether a date is a stretch of time longer than any issue: what a title covers, not when it came out."""
    if edtf is None or "/" not in edtf:
        return False
    days = days_in(edtf)
    return days is None or days > _ISSUE


def date_ending(text: str, low: int, high: int) -> Ending | None:
    """The date that `text[low:high]` ends with, its weekday taken along."""
    undated = _undated().search(text, max(low, high - _UNDATED), high)
    if undated:
        return Ending(undated.start(1), None)
    if not _DIGIT_LAST.search(text, max(low, high - _LAST), high):
        return None
    found = _ending(text, low, high)
    if found is None or _is_stretch(found.edtf):
        return None
    weekday = _WEEKDAY.search(text, low, found.start)
    return Ending(weekday.start(), found.edtf) if weekday else found


def _ending(text: str, low: int, high: int) -> Ending | None:
    first = max(low, high - _REACH)
    near = text[first:high]
    best: Ending | None = None
    for language in LANGUAGES:
        for date in reversed(find_dates(near, language)):
            if date.end != len(near) or not date.valid or date.relation or date.template or date.kind == "list":
                break
            if date.edtf is None and not date.readings:
                break
            if best is None or first + date.start < best.start:
                known = date.edtf if date.edtf and is_date(date.edtf) else None
                best = Ending(first + date.start, known)
            break
    years = _YEARS.search(near)
    if years and (best is None or first + years.start() < best.start):
        return None
    year = _YEAR.search(near)
    if best is None and year:
        return Ending(first + year.start(), year[0])
    return best


@cache
def _undated() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\s,;(\[])({source('undated')}\.?)\Z", re.IGNORECASE)
