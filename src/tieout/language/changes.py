"""Whether a number says a change, and in which direction: `increased 20 percent`, `una reducción del 3,9%`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from tieout.language.tables import table

Direction = Literal["increase", "decrease"]
_BEFORE, _BEHIND = 72, 40
"""How far from the number its word of change may stand, in characters."""


@dataclass(frozen=True, slots=True)
class Change:
    """The direction, and where the word of change stands."""

    direction: Direction
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Words:
    verb_right_before: re.Pattern[str]
    verb_and_by: re.Pattern[str]
    verb_and_by_measured: re.Pattern[str]
    noun_before: re.Pattern[str]
    noun_behind: re.Pattern[str]
    more_behind: re.Pattern[str]


@cache
def _words(language: str) -> _Words:
    data = table(language, "changes")
    groups = data["change"]
    named = lambda key: "|".join(f"(?P<{g['direction']}>{'|'.join(g[key])})" for g in groups)  # noqa: E731
    grammar = data["grammar"]
    by, of, over = ("|".join(grammar[key]) for key in ("by", "of", "over_object"))
    small = rf"(?:(?:{'|'.join(grammar['small'])}) )*"
    between = r"(?: [^\W\d][\w’'-]*)"
    right = "|".join(
        f"(?P<{g['direction']}>{'|'.join([*g['verbs'], *grammar['right_before'][g['direction']]])})" for g in groups
    )
    behind = r"[^\W\d]+ly|year-on-year|annual|overall|net|real|sharp|average|cumulative|anual|nominal"
    return _Words(
        # the verb, an adverb at most, then the number: `increased almost 137 percent`, `aumentaron un 20%`
        re.compile(rf"(?<![\w-])(?:{right}) {small}(?:(?:{by}) )?{small}\Z", re.IGNORECASE),
        # the verb, its object, then `by` and the number: `reduced the number of … by 10 percent`
        *(
            re.compile(rf"(?<![\w-])(?:{named('verbs')}){between}{{1,8}} (?:{joint}) {small}\Z", re.IGNORECASE)
            for joint in (over, "|".join([over, *grammar["over_object_measured"]]))
        ),
        re.compile(rf"(?<![\w-])(?:{named('nouns')}){between}{{0,4}}? (?:{of}) {small}\Z", re.IGNORECASE),
        re.compile(rf"[ -](?:(?:{behind}) )?(?:{named('nouns')})\b", re.IGNORECASE),
        re.compile(rf" (?:{named('more')})\b", re.IGNORECASE),
    )


@cache
def _trigger(language: str) -> re.Pattern[str]:
    groups = table(language, "changes")["change"]
    return re.compile(
        rf"\b(?:{'|'.join(w for g in groups for key in ('verbs', 'nouns', 'more') for w in g[key])}|up|down)",
        re.IGNORECASE,
    )


def has_change(text: str, language: str) -> bool:
    """Whether a line holds any word of change at all (a cheap first look)."""
    return _trigger(language).search(text) is not None


def change_at(text: str, start: int, end: int, language: str, *, measured: bool) -> Change | None:
    """The change that the number at [start:end] (bound and unit words included) states, if it states one.

    `measured` says that the number has a unit (percent, points, money), not a mere count.
    """
    words = _words(language)
    low = max(0, start - _BEFORE)
    before = text[low:start]
    for pattern in (
        words.verb_right_before,
        words.noun_before,
        words.verb_and_by_measured if measured else words.verb_and_by,
    ):
        found = pattern.search(before)
        if found:
            return _change(found, low)
    window = text[end : end + _BEHIND]
    behind = words.noun_behind.match(window)
    if behind:
        return _change(behind, end)
    return None


def comparison_at(text: str, end: int, language: str) -> Change | None:
    """A word of comparison right behind the number: `20 percent more`, `11,4% menos`."""
    found = _words(language).more_behind.match(text, end)
    return _change(found, 0) if found else None


def _change(found: re.Match[str], shift: int) -> Change:
    direction: Direction = "increase" if found["increase"] else "decrease"
    start, end = found.span(direction)
    return Change(direction, shift + start, shift + end)
