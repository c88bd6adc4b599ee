"""The date that ends a stretch of a citation: `15 February 2023`, `March 3, 2021`, `mayo de 2021`, `2023`, `n.d.`.

Dates are read in all languages, since a note mixes them. What no calendar has is no date.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from tieout.language.edtf import is_date
from tieout.language.periods import find_dates
from tieout.language.tables import LANGUAGES
from tieout.sources.words import source

_REACH = 60
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


def date_ending(text: str, low: int, high: int) -> Ending | None:
    """The date that `text[low:high]` ends with, its weekday taken along."""
    undated = _undated().search(text, low, high)
    if undated:
        return Ending(undated.start(1), None)
    found = _ending(text, low, high)
    if found is None:
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
        return Ending(first + years.start(), f"{years[1]}/{years[2]}") if years[1] < years[2] else None
    year = _YEAR.search(near)
    if best is None and year:
        return Ending(first + year.start(), year[0])
    return best


@cache
def _undated() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\s,;(\[]){{0}}((?<!\w){source('undated')}\.?)\Z".replace("{0}", ""), re.IGNORECASE)
