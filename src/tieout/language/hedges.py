"""Hedges: the words before or behind a number that make it a bound or an estimate."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tieout.language.either import any_of, either
from tieout.language.tables import table

_REACH = 44
"""Characters before a number in which a hedge and its article must fit."""


@dataclass(frozen=True, slots=True)
class Hedge:
    """`bound` and `side` as in the Figure record; `start`, `end` are the hedge's own words."""

    bound: str
    side: str | None
    start: int
    end: int


def hedge_before(text: str, start: int, language: str) -> Hedge | None:
    """The hedge that ends right before `start`, the longest one."""
    low = max(0, start - _REACH)
    window = text[low:start]
    if not window.endswith(" "):
        return None
    found = _before(language).search(window)
    if found is None:
        return None
    if _compared(language).search(text, max(0, low + found.start() - _REACH), low + found.end()):
        return None
    unless = _unless(language, found.lastgroup or "h0")
    return None if unless and unless.match(text, start) else _hedge(found, language, low + found.start(), start)


def hedge_after(text: str, end: int, language: str) -> Hedge | None:
    """The hedge that begins right behind `end`."""
    if text.startswith("+", end) and not text[end + 1 : end + 2].isalnum():
        return Hedge("at_least", None, end, end + 1)
    found = _after(language).match(text, end)
    return _hedge(found, language, end, found.end()) if found else None


@cache
def _before(language: str) -> re.Pattern[str]:
    article = either(table(language, "hedges")["articles"])
    return re.compile(rf"(?<!\w)(?:{_named(language, 'before')}) (?:(?:{article}) )?\Z", re.IGNORECASE)


@cache
def _compared(language: str) -> re.Pattern[str]:
    """Behind a measured difference the words compare and bound nothing: `8 percent more than the 201 of 2022`."""
    return re.compile(rf"(?:{any_of(table(language, 'hedges')['compared']['patterns'])}) (?:\w+ )?\Z", re.IGNORECASE)


@cache
def _unless(language: str, group: str) -> re.Pattern[str] | None:
    """What may not follow the words of a hedge, by its group."""
    pattern = table(language, "hedges")["hedge"][int(group[1:])].get("unless")
    return re.compile(pattern) if pattern else None


@cache
def _after(language: str) -> re.Pattern[str]:
    return re.compile(rf",? (?:{_named(language, 'after')})\b", re.IGNORECASE)


def _named(language: str, side: str) -> str:
    """The hedges of one side as alternatives, each entry in a group that bears its number."""
    entries = enumerate(table(language, "hedges")["hedge"])
    return any_of(f"(?P<h{i}>{any_of(entry[side])})" for i, entry in entries if entry.get(side))


def _hedge(found: re.Match[str], language: str, start: int, end: int) -> Hedge:
    entry = table(language, "hedges")["hedge"][int((found.lastgroup or "h0")[1:])]
    return Hedge(entry["bound"], entry.get("side"), start, end)
