"""What the words around a number say of its kind: an age, a limit set by a rule, a score of an index."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from tieout.language.either import any_of
from tieout.language.tables import table

_NEAR = 60
_FAR = 2000
"""Characters before a decimal in which the name of an index makes it a score: more than any paragraph has."""
_YEARS = r"\d{1,2}(?!\d|[.,]\d)"


def is_age(text: str, start: int, end: int, language: str) -> bool:
    """Whether years, months or days at [start:end] are somebody's age."""
    near = text[max(0, start - _NEAR) : start]
    return (
        _age(language, "before").search(near) is not None
        or _age(language, "behind").search(text[start : end + 16]) is not None
        or _age(language, "inside").match(text[start:end]) is not None
        or _age(language, "topic").search(near) is not None
    )


def is_bare_age(text: str, start: int, end: int, language: str) -> bool:
    """Whether a number with no unit at [start:end] is an age in years (`aged 14 to 24`, `Ana Torres, 47, said`)."""
    return (
        _is_named_age(text, start, end, language)
        or _age(language, "bare").search(text[max(0, start - 120) : start]) is not None
        or _age(language, "alone_bounds").match(text, start) is not None
        or _age(language, "people").search(text[max(0, start - 30) : start + 14]) is not None
    )


def _is_named_age(text: str, start: int, end: int, language: str) -> bool:
    if not text.startswith(_rule(language, "age")["named_behind"], end) or not _TWO_DIGITS.fullmatch(text, start, end):
        return False
    return _named(language).search(text[max(0, start - 80) : start]) is not None


def is_quota(text: str, start: int, language: str) -> bool:
    """Whether a percentage at `start` is set by a rule (`a quota of 30 percent`)."""
    return _words(language, "threshold", "shares", r" \Z").search(text[max(0, start - 40) : start]) is not None


def is_threshold(text: str, start: int, end: int, bound: str, language: str) -> bool:
    """Whether a span of time at [start:end] is a limit set by a rule."""
    rule = _rule(language, "threshold")
    if bound in rule["bounds"] and not text[start:end].lower().startswith(tuple(rule["measures"])):
        return True
    near = text[max(0, start - 40) : end]
    return _words(language, "threshold", "words", "").search(near) is not None or is_penalty(
        _sentence_around(text, start, end), language
    )


def is_penalty(sentence: str, language: str) -> bool:
    """Whether a sentence states a penalty set by law, not one that somebody got."""
    penalty, law, person = (_words(language, "threshold", part) for part in ("penalty", "law", "person"))
    return bool(penalty.search(sentence) and law.search(sentence) and not person.search(sentence))


def is_score(text: str, start: int, end: int, decimals: int, language: str) -> bool:
    """Whether a bare number is a score of an index: a decimal in a sentence that speaks of scores, or right behind."""
    if decimals:
        near = text[max(0, start - 160) : end + 60]
        return (
            _words(language, "score", "words").search(near) is not None
            or _index(language).search(text, max(0, start - _FAR), start) is not None
        )
    return _words(language, "score", "words").search(text[max(0, start - 24) : start]) is not None


def speaks_of_scores(text: str, language: str) -> bool:
    """Whether a heading or caption announces scores."""
    return _words(language, "score", "headings").search(text) is not None


def _sentence_around(text: str, start: int, end: int) -> str:
    low = max((text.rfind(mark, 0, start) for mark in (". ", "; ")), default=-1)
    high = text.find(". ", end)
    return text[max(low + 1, start - 240) : min(high if high >= 0 else len(text), end + 160)]


def _rule(language: str, name: str) -> dict[str, Any]:
    rule: dict[str, Any] = table(language, "contexts")[name]
    return rule


@cache
def _named(language: str) -> re.Pattern[str]:
    return re.compile(any_of(_rule(language, "age")["named"]))


_TWO_DIGITS = re.compile(r"[1-9]\d")


@cache
def _age(language: str, part: str) -> re.Pattern[str]:
    """The words of one part of the rule of ages, with what must stand around them."""
    rule = _rule(language, "age")
    around = {
        "before": (r"\b", rf"(?: (?:{any_of(rule['joints'])}))? ?\Z"),
        "behind": ("", ""),
        "inside": ("", " "),
        "topic": (r"\b", r"\b[^.;]*\Z"),
        "bare": (r"\b", r" \Z"),
        "people": (r"\b", rf" (?:{any_of(rule['people_bounds'])}) (?=\d)"),
        "alone_bounds": ("", rf" {_YEARS}"),
    }
    before, behind = around[part]
    return re.compile(f"{before}(?:{any_of(rule[part])}){behind}", re.IGNORECASE)


@cache
def _words(language: str, name: str, part: str, behind: str = r"\b") -> re.Pattern[str]:
    """The words of one part of a rule, as whole words."""
    return re.compile(rf"\b(?:{any_of(_rule(language, name)[part])}){behind}", re.IGNORECASE)


@cache
def _index(language: str) -> re.Pattern[str]:
    return re.compile(any_of(_rule(language, "score")["index"]))
