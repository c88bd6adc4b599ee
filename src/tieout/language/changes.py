"""Whether a number says a change, and in which direction: `increased 20 percent`, `una reducción del 3,9%`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from tieout.language.either import any_of
from tieout.language.tables import table

Direction = Literal["increase", "decrease"]
_BEFORE, _BEHIND = 72, 40
"""How far from the number its word of change may stand, in characters."""
_WORD = r"(?: [^\W\d][\w’'-]*)"


@dataclass(frozen=True, slots=True)
class Change:
    """The direction, and where the word of change stands."""

    direction: Direction
    start: int
    end: int


@lru_cache(maxsize=64)
def has_change(text: str, language: str) -> bool:
    """Whether a line holds any word of change at all (a cheap first look)."""
    return _first_look(language).search(text) is not None


def change_at(text: str, start: int, end: int, language: str, *, measured: bool) -> Change | None:
    """The change that the number at [start:end] (bound and unit words included) states, if it states one.

    `measured` says that the number has a unit (percent, points, money), not a mere count.
    """
    low = max(0, start - _BEFORE)
    before = text[low:start]
    found = (
        _verb_right_before(language).search(before)
        or _noun_before(language).search(before)
        or _verb_over_object(language, measured=measured).search(before)
    )
    if found:
        return _change(found, low)
    behind = _noun_behind(language).match(text[end : end + _BEHIND])
    return _change(behind, end) if behind else None


def topic_of(text: str, low: int, start: int, end: int, language: str) -> Change | None:
    """The noun of change that heads the sentence from `low` on and governs the number at [start:end], the last one.

    `the largest falls were in Ate (12 percent)`: the number must hang on the noun's list and count nothing else.
    """
    if not _ends(language).match(text, end) or not _joint(language).search(text, max(low, start - _BEFORE), start):
        return None
    topics = list(_topic(language).finditer(text, low, start))
    return _change(topics[-1], 0) if topics else None


def comparison_at(text: str, end: int, language: str) -> Change | None:
    """A word of comparison right behind the number: `20 percent more`, `11,4% menos`."""
    found = _more_behind(language).match(text, end)
    return _change(found, 0) if found else None


def comparison_behind_noun(text: str, end: int, language: str) -> Change | None:
    """A word of comparison behind what is counted, with the time compared right behind it: `30 homicidios más que en
    2020`."""
    found = _more_behind_noun(language).match(text, end)
    return _change(found, 0) if found and is_compared_with_a_time(text, found.end(), language) else None


def is_compared(text: str, end: int, language: str) -> bool:
    """Whether behind a word of comparison stands what it is compared with (`than …`)."""
    return _than(language).match(text, end) is not None


def is_compared_with_a_time(text: str, end: int, language: str) -> bool:
    """Whether it is compared with an earlier or later time (`than in 2019`), so that it states a change."""
    return _than_time(language).match(text, end) is not None


def _change(found: re.Match[str], shift: int) -> Change:
    direction: Direction = "increase" if found["increase"] else "decrease"
    start, end = found.span(direction)
    return Change(direction, shift + start, shift + end)


def _named(language: str, key: str) -> str:
    """The words of one sort as alternatives, those of each direction in a group that bears its name."""
    groups = table(language, "changes")["change"]
    return any_of(f"(?P<{group['direction']}>{any_of(group[key])})" for group in groups)


def _grammar(language: str, key: str) -> list[str]:
    words: list[str] = table(language, "changes")["grammar"][key]
    return words


@cache
def _topic(language: str) -> re.Pattern[str]:
    """A noun with what makes it a topic before it or, failing that, behind it."""
    rule, nouns = table(language, "changes")["topic"], _named(language, "nouns")
    before, behind = any_of(rule["before"]), any_of(rule["after"])
    return re.compile(rf"\b(?P<before>(?:{before}) ?)?\b(?:{nouns})\b(?(before)| (?:{behind}))", re.IGNORECASE)


@cache
def _joint(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(table(language, 'changes')['topic']['joints'])})\Z")


@cache
def _ends(language: str) -> re.Pattern[str]:
    return re.compile(any_of(table(language, "changes")["topic"]["ends"]))


def _small(language: str) -> str:
    return rf"(?:(?:{any_of(_grammar(language, 'small'))}) )*"


@cache
def _first_look(language: str) -> re.Pattern[str]:
    groups = table(language, "changes")["change"]
    words = (word for group in groups for key in ("verbs", "nouns", "more", "adverbs") for word in group[key])
    return re.compile(rf"\b(?:{any_of(words)})", re.IGNORECASE)


@cache
def _verb_right_before(language: str) -> re.Pattern[str]:
    """The verb, an adverb at most, then the number: `increased almost 137 percent`, `up 50 percent`."""
    groups = table(language, "changes")["change"]
    words = any_of(f"(?P<{group['direction']}>{any_of([*group['verbs'], *group['adverbs']])})" for group in groups)
    small, by = _small(language), any_of(_grammar(language, "by"))
    return re.compile(rf"(?<![\w-])(?:{words}) {small}(?:(?:{by}) )?{small}\Z", re.IGNORECASE)


@cache
def _verb_over_object(language: str, *, measured: bool) -> re.Pattern[str]:
    """The verb, its object, then `by` and the number: `reduced the number of … by 10 percent`."""
    joints = [*_grammar(language, "over_object"), *(_grammar(language, "over_object_measured") if measured else [])]
    return re.compile(
        rf"(?<![\w-])(?:{_named(language, 'verbs')}){_WORD}{{1,8}} (?:{any_of(joints)}) {_small(language)}\Z",
        re.IGNORECASE,
    )


@cache
def _noun_before(language: str) -> re.Pattern[str]:
    of, states = any_of(_grammar(language, "of")), any_of(_grammar(language, "states"))
    joint = rf"(?:{_WORD}{{0,4}}? (?:{of})|{_WORD}{{0,10}}? (?:{states}))"
    return re.compile(rf"(?<![\w-])(?:{_named(language, 'nouns')}){joint} {_small(language)}\Z", re.IGNORECASE)


@cache
def _noun_behind(language: str) -> re.Pattern[str]:
    between = any_of(_grammar(language, "before_noun"))
    return re.compile(rf"[ -](?:(?:{between}) )?(?:{_named(language, 'nouns')})\b", re.IGNORECASE)


@cache
def _more_behind(language: str) -> re.Pattern[str]:
    return re.compile(rf" (?:{_named(language, 'more')})\b", re.IGNORECASE)


@cache
def _more_behind_noun(language: str) -> re.Pattern[str]:
    return re.compile(rf"{_WORD}{{1,3}} (?:{_named(language, 'more')})\b", re.IGNORECASE)


@cache
def _than(language: str) -> re.Pattern[str]:
    return re.compile(rf" (?:{any_of(table(language, 'changes')['than']['words'])})\b")


@cache
def _than_time(language: str) -> re.Pattern[str]:
    rule = table(language, "changes")["than_time"]
    return re.compile(rf"{_WORD}{{0,{rule['noun_words']}}} (?:{any_of(rule['than'])}) (?:{any_of(rule['time'])})", re.I)
