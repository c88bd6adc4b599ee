"""What a measure is about, as ids common to all languages: the concept (`homicide`) and what one unit is (`complaint`).

It knows the words of the measure table and nothing of where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from tieout.language.tables import table

Named = tuple[tuple[str, re.Pattern[str]], ...]
"""Ids with the pattern of the words that name them, the first that matches wins."""


@cache
def named(language: str, family: str) -> Named:
    """The ids and patterns of one family (`concept`, `counting`) of the measure table of a language."""
    return _compiled(table(language, "measures")[family])


def _compiled(entries: Sequence[dict[str, Any]]) -> Named:
    return tuple((str(entry["id"]), re.compile(rf"\b(?:{entry['pattern']})\b")) for entry in entries)


def concept_of(measure: str, language: str) -> str | None:
    """The id of the concept that a measure names, None when it names none we know."""
    return _first(measure, language, "concept")


def counting_of(measure: str, language: str) -> str | None:
    """What one unit of a measure is (`complaint`, `person`), None when the words do not tell."""
    return _first(measure, language, "counting")


def _first(measure: str, language: str, family: str) -> str | None:
    low = measure.lower()
    return next((name for name, pattern in named(language, family) if pattern.search(low)), None)
