"""Articles that count as one: `over a decade`, `menos de un punto porcentual`, `a year later`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tieout.language.either import any_of
from tieout.language.hedges import hedge_before
from tieout.language.tables import table
from tieout.language.units import Unit, unit_after


@dataclass(frozen=True, slots=True)
class Single:
    """`text[start:end]` is the article."""

    start: int
    end: int
    unit: Unit


def singles(text: str, language: str) -> Iterator[Single]:
    """Every article before a unit that counts, because a hedge stands before it or `later` behind its unit."""
    for found in _article(language).finditer(text):
        unit = unit_after(text, found.end(), language)
        if unit is not None and (
            hedge_before(text, found.start(), language) is not None or _later(language).match(text, unit.end)
        ):
            yield Single(found.start(), found.end(), unit)


@cache
def _article(language: str) -> re.Pattern[str]:
    rule = table(language, "singles")
    return re.compile(rf"(?<!\w)(?:{any_of(rule['articles'])})(?= (?:{any_of(rule['units'])})\b)", re.IGNORECASE)


@cache
def _later(language: str) -> re.Pattern[str]:
    return re.compile(rf" (?:{any_of(table(language, 'singles')['later'])})\b")
