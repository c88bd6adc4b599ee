"""Hedges: the words before or behind a number that make it a bound or an estimate."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tieout.language.tables import table

_REACH = 44
"""Characters before a number in which a hedge and its article must fit."""
_ARTICLE = {"en": r"(?:(?:the|a|an|another) )?", "es": r"(?:(?:el|la|los|las|un|una) )?"}


@dataclass(frozen=True, slots=True)
class Hedge:
    """`bound` and `side` as in the Figure record; `start`, `end` are the hedge's own words."""

    bound: str
    side: str | None
    start: int
    end: int


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], tuple[tuple[str, str | None], ...]]:
    entries = table(language, "hedges")["hedge"]
    meanings = tuple((e["bound"], e.get("side")) for e in entries)
    before = "|".join(f"(?P<b{i}>{'|'.join(e['before'])})" for i, e in enumerate(entries))
    after = "|".join(f"(?P<a{i}>{'|'.join(e['after'])})" for i, e in enumerate(entries) if e.get("after"))
    article = _ARTICLE.get(language, _ARTICLE["en"])
    return (
        re.compile(rf"(?<!\w)(?:{before}) {article}\Z", re.IGNORECASE),
        re.compile(rf",? (?:{after})\b", re.IGNORECASE),
        meanings,
    )


def hedge_before(text: str, start: int, language: str) -> Hedge | None:
    """The hedge that ends right before `start`, the longest one."""
    before, _, meanings = _patterns(language)
    low = max(0, start - _REACH)
    window = text[low:start]
    if not window.endswith(" "):
        return None
    found = before.search(window)
    if found is None:
        return None
    bound, side = meanings[int((found.lastgroup or "b0")[1:])]
    return Hedge(bound, side, low + found.start(), start)


def hedge_after(text: str, end: int, language: str) -> Hedge | None:
    """The hedge that begins right behind `end`."""
    _, after, meanings = _patterns(language)
    found = after.match(text, end)
    if found is None:
        return None
    bound, side = meanings[int((found.lastgroup or "a0")[1:])]
    return Hedge(bound, side, end, found.end())
