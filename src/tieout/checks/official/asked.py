"""The question that a figure of a text puts to tables, when it puts one: thing, place and time must all be known.

Only what is said whole is asked. A figure of a part (`homicides carried out by hitmen`) or without a place or an end of
its period asks nothing.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from tieout.evidence.concept import named
from tieout.evidence.figure import Figure
from tieout.language import edtf
from tieout.series.question import Make, Question

_WORD = re.compile(r"[^\W\d_]+")
PER_HEAD = "per_100k"
_NO_COUNT = {
    "rate",
    "rates",
    "tasa",
    "tasas",
    "lowest",
    "least",
    "fewest",
    "smallest",
    "bajo",
    "baja",
    "menor",
    "menos",
}
"""Words that make a rank one of rates, or one from below."""


def question_of(figure: Figure, language: str) -> Question | None:
    """What to ask a table, None when the figure asks nothing that a table could answer."""
    make = _make(figure)
    if make is None or figure.concept is None or figure.place_code is None or figure.value is None:
        return None
    if figure.denominator is not None and make not in ("rate", "share"):
        return None
    if make == "rank" and not _ranks_counts(figure):
        return None
    if not is_whole(figure.measure or "", figure.concept, language):
        return None
    if not _is_closed(figure.period):
        return None
    period = figure.period or ""
    if make != "change":
        return Question(figure.concept, figure.place_code, (period,), make)
    base = figure.base_period if _is_closed(figure.base_period) else edtf.shift_years(period, -1)
    guessed = base != figure.base_period
    return Question(figure.concept, figure.place_code, (base or "", period), make, guessed)


def is_whole(measure: str, concept: str, language: str) -> bool:
    """Whether a measure names the whole of a concept and no part of it."""
    names = next((pattern for name, pattern in named(language, "concept") if name == concept), None)
    if names is None:
        return False
    rest = names.sub(" ", measure.lower())
    allowed = _words(language)
    return rest != measure.lower() and all(word in allowed for word in _WORD.findall(rest))


def _make(figure: Figure) -> Make | None:
    if figure.kind == "level" and figure.unit == "count":
        return "value"
    if figure.kind == "change" and figure.unit in ("percent", "fold"):
        return "change"
    if figure.kind == "rate" and figure.unit == PER_HEAD:
        return "rate"
    if figure.kind == "share" and figure.unit in ("percent", "share"):
        return "share"
    if figure.kind == "rank":
        return "rank"
    return None


def _ranks_counts(figure: Figure) -> bool:
    """Whether a rank is one from the highest count down: not of a rate, not `the second lowest`."""
    words = {word.casefold() for word in _WORD.findall(f"{figure.text} {figure.measure or ''}")}
    return not words & _NO_COUNT


def _is_closed(period: str | None) -> bool:
    """Whether a period has two ends."""
    return period is not None and edtf.is_date(period) and None not in edtf.bounds(period)


@cache
def _words(language: str) -> frozenset[str]:
    return frozenset(table()[language]["words"])


@cache
def table() -> dict[str, Any]:
    """The table of words, with its examples."""
    return tomllib.loads((files("tieout.checks.official") / "data" / "words.toml").read_text(encoding="utf-8"))
