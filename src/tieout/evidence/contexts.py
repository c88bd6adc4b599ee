"""What the words around a number say of its kind: an age, a limit set by a rule, a score of an index."""

from __future__ import annotations

import re
from functools import cache

from tieout.evidence.passage import Passage
from tieout.language.tables import table

_NEAR = 60


@cache
def _age(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    rule = table(language, "contexts")["age"]
    return (
        re.compile(rf"\b(?:{'|'.join(rule['before'])})(?: (?:between|entre|from|de|los))? ?\Z", re.IGNORECASE),
        re.compile(rf"(?:{'|'.join(rule['behind'])})", re.IGNORECASE),
        re.compile(rf"(?:{'|'.join(rule['inside'])}) ", re.IGNORECASE),
        re.compile(rf"\b(?:{'|'.join(rule['topic'])})\b[^.;]*\Z", re.IGNORECASE),
    )


def is_age(text: str, start: int, end: int, language: str) -> bool:
    """Whether years, months or days at [start:end] are somebody's age."""
    before, behind, inside, topic = _age(language)
    near = text[max(0, start - _NEAR) : start]
    return (
        before.search(near) is not None
        or behind.search(text[start : end + 16]) is not None
        or inside.match(text[start:end]) is not None
        or topic.search(near) is not None
    )


@cache
def _bare_age(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    rule = table(language, "contexts")["age"]
    years = r"\d{1,2}(?!\d|[.,]\d)"
    return (
        re.compile(rf"\b(?:{'|'.join(rule['bare'])}) \Z", re.IGNORECASE),
        re.compile(rf"\b(?:{'|'.join(rule['people'])}) (?:{'|'.join(rule['people_bounds'])}) (?=\d)", re.IGNORECASE),
        re.compile(rf"(?:{'|'.join(rule['alone_bounds'])}) {years}", re.IGNORECASE),
    )


def is_bare_age(text: str, start: int, language: str) -> bool:
    """Whether a number with no unit at `start` is an age in years (`aged 14 to 24`)."""
    bare, people, alone = _bare_age(language)
    if bare.search(text[max(0, start - 120) : start]) or alone.match(text, start):
        return True
    return people.search(text[max(0, start - 30) : start + 14]) is not None


@cache
def _quota(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table(language, 'contexts')['threshold']['shares'])}) \Z", re.IGNORECASE)


def is_quota(text: str, start: int, language: str) -> bool:
    """Whether a percentage at `start` is set by a rule (`a quota of 30 percent`)."""
    return _quota(language).search(text[max(0, start - 40) : start]) is not None


@cache
def _threshold(language: str) -> tuple[re.Pattern[str], frozenset[str]]:
    rule = table(language, "contexts")["threshold"]
    return re.compile(rf"\b(?:{'|'.join(rule['words'])})", re.IGNORECASE), frozenset(rule["bounds"])


def is_threshold(text: str, start: int, end: int, bound: str, language: str) -> bool:
    """Whether a span of time at [start:end] is a limit set by a rule."""
    words, bounds = _threshold(language)
    if bound in bounds and not text[start:end].lower().startswith("within"):
        return True
    return words.search(text[max(0, start - 40) : end]) is not None or is_penalty(
        _sentence_around(text, start, end), language
    )


def _sentence_around(text: str, start: int, end: int) -> str:
    low = max((text.rfind(mark, 0, start) for mark in (". ", "; ")), default=-1)
    high = text.find(". ", end)
    return text[max(low + 1, start - 240) : min(high if high >= 0 else len(text), end + 160)]


@cache
def _penalty(language: str) -> tuple[re.Pattern[str], ...]:
    rule = table(language, "contexts")["threshold"]
    return tuple(re.compile(rf"\b(?:{'|'.join(rule[key])})\b", re.IGNORECASE) for key in ("penalty", "law", "person"))


def is_penalty(sentence: str, language: str) -> bool:
    """Whether a sentence states a penalty set by law, not one that somebody got."""
    penalty, law, person = _penalty(language)
    return bool(penalty.search(sentence) and law.search(sentence) and not person.search(sentence))


@cache
def _score(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    rule = table(language, "contexts")["score"]
    return (
        re.compile(rf"\b(?:{'|'.join(rule['words'])})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{'|'.join(rule['headings'])})\b", re.IGNORECASE),
        re.compile("|".join(rule["index"])),
    )


def is_score(text: str, start: int, end: int, decimals: int, passage: Passage, language: str) -> bool:
    """Whether a bare number is a score of an index: a decimal in a sentence, heading or table that speaks of scores."""
    words, _, index = _score(language)
    near = text[max(0, start - 160) : end + 60]
    if decimals:
        return words.search(near) is not None or index.search(text[:start]) is not None
    return words.search(text[max(0, start - 24) : start]) is not None


def speaks_of_scores(text: str, language: str) -> bool:
    """Whether a heading or caption announces scores."""
    return _score(language)[1].search(text) is not None
