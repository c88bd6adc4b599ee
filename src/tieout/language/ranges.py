"""The words that join two numbers into one range (`12 to 17 years`) or part them (`rose from 5 to 9`)."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from tieout.language.either import any_of
from tieout.language.tables import table

Joint = Literal["to", "to_measured", "and", "dash"]
"""`to` joins any numbers, `to_measured` only numbers with a unit, `and` only behind `between`."""

_DASH = r"(?P<dash> ?[-–—] ?)"


def joint_between(text: str, end: int, start: int, language: str) -> Joint | None:
    """What joins the number that ends at `end` to the one that begins at `start`, when nothing else stands between."""
    found = _joint(language).match(text, end)
    if found is None or found.end() != start:
        return None
    group = found.lastgroup
    return "to" if group == "to" else "to_measured" if group == "to_measured" else "and" if group == "and" else "dash"


def between_before(window: str, language: str) -> str | None:
    """What of `between` belongs to the figure when it ends the window (`entre ` in Spanish, nothing in English)."""
    found = _between(language).search(window)
    return (found.groupdict().get("inside") or "") if found else None


def is_from_before(window: str, language: str) -> bool:
    """Whether the window ends in `from`, with at most an article and a hedge behind it."""
    return _from(language).search(window) is not None


def moves(window: str, language: str) -> bool:
    """Whether a word in the window says that something goes from one value to another."""
    return _moves(language).search(window) is not None


def from_parts(language: str) -> bool:
    """Whether `from` alone parts two counts or percentages: `from 5 to 9` are two numbers without a verb of change."""
    parts: bool = table(language, "ranges")["from"]["parts"]
    return parts


@cache
def _joint(language: str) -> re.Pattern[str]:
    rule = table(language, "ranges")["joint"]
    words = any_of(f"(?P<{key}>{any_of(rule[key])})" for key in ("to", "to_measured", "and") if rule[key])
    return re.compile(
        rf"{rule['before']} (?:{words}) {rule['behind']}(?={rule['number']})|{_DASH}(?={rule['number_behind_dash']})"
    )


@cache
def _between(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(table(language, 'ranges')['between']['patterns'])})\Z", re.IGNORECASE)


@cache
def _from(language: str) -> re.Pattern[str]:
    rule = table(language, "ranges")["from"]
    return re.compile(rf"\b(?:{any_of(rule['words'])}) (?:(?:{any_of(rule['small'])}) )*\Z", re.IGNORECASE)


@cache
def _moves(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(table(language, 'ranges')['moves']['stems'])})\w*\b", re.IGNORECASE)
