"""Bases: what a number is counted over (`per 100,000`, `a day`, `per capita`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tieout.language.either import either
from tieout.language.tables import table

_WORD = re.compile(r"[^\W\d][\w’'-]*")
_BLANKS = (" ", "\u00a0")
_NOUN_WORDS = 5
"""Words that may stand between a number and its base: `20 homicides per 100,000`."""
_LONGEST = 24
"""Characters of the longest base that is read."""
_NAMES = {100_000: "per_100k", 10**6: "per_million"}


@dataclass(frozen=True, slots=True)
class Per:
    """A base: `unit` is `per_100k`, `per_year`, `per_capita`…; `start` includes the blank before it."""

    unit: str
    start: int
    end: int
    base: str
    """The base as printed: `100,000`, `year`, `per capita`."""


def bases(text: str, language: str) -> list[Per]:
    """Every base of a line, wherever it stands; its numerals are no figures of their own."""
    found = (_per(match, match.start(), language) for match in _base(language).finditer(text))
    return [per for per in found if per is not None]


def per_after(text: str, end: int, language: str) -> Per | None:
    """The base right behind a number (`14.6 per 100,000`)."""
    found = _base(language).match(text, end + 1) if text[end : end + 1] in _BLANKS else None
    return _per(found, end, language) if found else None


def per_after_noun(text: str, end: int, language: str) -> Per | None:
    """The base behind a number and its noun (`20 homicides per 100,000`), within the clause."""
    stops = table(language, "units")["per"]["stops"]
    at = end
    for _ in range(_NOUN_WORDS):
        word = _WORD.match(text, at + 1) if text[at : at + 1] in _BLANKS else None
        if word is None or word[0] in stops or any(map(str.isdigit, word[0])):
            return None
        at = word.end()
        per = per_after(text, at, language)
        if per is not None:
            return Per(per.unit, end, per.end, per.base)
    return None


@cache
def _base(language: str) -> re.Pattern[str]:
    rule = table(language, "units")["per"]
    return re.compile(
        rf"(?<!\w)(?:(?P<base>{rule['base']})|(?P<time>{rule['time']})|(?P<head>{rule['head']}))", re.IGNORECASE
    )


@cache
def _scales(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=\d) ?({either(table(language, 'units')['per']['scales'])})\Z")


def _per(found: re.Match[str], start: int, language: str) -> Per | None:
    if found["head"]:
        return Per("per_capita", start, found.end(), found["head"])
    groups = found.groupdict()
    if found["time"]:
        word = (groups["t"] or groups["t2"]).lower()
        times = table(language, "units")["per"]["times"]
        span = next((span for beginning, span in times.items() if word.startswith(beginning)), None)
        return Per(f"per_{span}", start, found.end(), word) if span else None
    printed = groups["n"] or groups.get("n2") or ""
    if len(printed) > _LONGEST:
        return None
    value = _value(printed.lower(), language)
    return Per(_NAMES.get(value, f"per_{value}"), start, found.end(), printed)


def _value(printed: str, language: str) -> int:
    """The base as a number, from words, digits or both (`cien mil`, `100,000`, `100 mil`)."""
    rule = table(language, "units")["per"]
    if printed in rule["words"]:
        value: int = rule["words"][printed]
        return value
    scale = _scales(language).search(printed)
    return int(re.sub(r"\D", "", printed)) * (rule["scales"][scale[1]] if scale else 1)
