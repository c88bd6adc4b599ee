"""Units: what stands behind a number (percent, years, hectares), money before it, and the base it is counted over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from tieout.language.tables import table


@dataclass(frozen=True, slots=True)
class Unit:
    """`code` as in the Figure record; `start`, `end` are the unit's own words; `factor` is 10 for decades."""

    code: str
    kind: str | None
    start: int
    end: int
    factor: int = 1


@dataclass(frozen=True, slots=True)
class Per:
    """A base: `unit` is `per_100k`, `per_year`, `per_capita`…; `start` includes the blank before it."""

    unit: str
    start: int
    end: int
    base: str
    """The base as printed: `100,000`, `year`, `per capita`."""


@cache
def _entries(language: str) -> tuple[dict[str, Any], ...]:
    return tuple(table(language, "units")["unit"])


@cache
def _after(language: str) -> re.Pattern[str]:
    parts = [f"(?P<u{i}>{'|'.join(e['after'])})" for i, e in enumerate(_entries(language)) if e.get("after")]
    return re.compile(rf"(?:[ \u00a0]|- ?)?(?:{'|'.join(parts)})", re.IGNORECASE)


@cache
def _before(language: str) -> re.Pattern[str]:
    parts = [f"(?P<u{i}>{'|'.join(e['before'])})" for i, e in enumerate(_entries(language)) if e.get("before")]
    return re.compile(rf"(?<![\w])(?:{'|'.join(parts)})\Z")


def unit_after(text: str, end: int, language: str) -> Unit | None:
    """The unit that begins at `end`, one blank or hyphen between."""
    found = _after(language).match(text, end)
    if found is None:
        return None
    entry = _entries(language)[int((found.lastgroup or "u0")[1:])]
    return Unit(entry["code"], entry.get("kind"), end, found.end(), entry.get("factor", 1))


@cache
def _named(language: str) -> re.Pattern[str]:
    entries = _entries(language)
    parts = [
        f"(?P<u{i}>{'|'.join([*e['after'], *e.get('before', [])])})"
        for i, e in enumerate(entries)
        if e["code"] == "percent" or e.get("kind") == "money"
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)}|(?P<u0b>in percent|porcentajes?|percentages?))", re.IGNORECASE)


def unit_named(text: str, language: str) -> Unit | None:
    """Percent or a currency named in a header or caption (`Share, %`, `in percent`, `Amount (US$)`)."""
    found = _named(language).search(text)
    if found is None:
        return None
    group = found.lastgroup or "u0"
    entry = (
        next(e for e in _entries(language) if e["code"] == "percent")
        if group == "u0b"
        else _entries(language)[int(group[1:])]
    )
    return Unit(entry["code"], entry.get("kind"), found.start(), found.end())


def unit_before(text: str, start: int, language: str) -> Unit | None:
    """Money written right before the number (`US$`, `S/`)."""
    low = max(0, start - 8)
    found = _before(language).search(text[low:start])
    if found is None:
        return None
    entry = _entries(language)[int((found.lastgroup or "u0")[1:])]
    return Unit(entry["code"], entry.get("kind"), low + found.start(), start)


_TIME = {
    "year": "year",
    "annually": "year",
    "yearly": "year",
    "month": "month",
    "monthly": "month",
    "week": "week",
    "weekly": "week",
    "day": "day",
    "daily": "day",
    "hour": "hour",
    "año": "year",
    "mes": "month",
    "semana": "week",
    "día": "day",
    "hora": "hour",
}
_TIME_STEMS = (("anual", "year"), ("mensual", "month"), ("semanal", "week"), ("diari", "day"))
_WORD_BASES = {
    "one hundred thousand": 100_000,
    "a hundred thousand": 100_000,
    "one thousand": 1000,
    "a thousand": 1000,
    "thousand": 1000,
    "one million": 10**6,
    "a million": 10**6,
    "million": 10**6,
    "cien mil": 100_000,
    "mil": 1000,
    "un millón": 10**6,
    "millón": 10**6,
}


@cache
def _per(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    rule = table(language, "units")["per"]
    body = rf"(?:(?P<base>{rule['base']})|(?P<time>{rule['time']})|(?P<head>{rule['head']}))"
    return (
        re.compile(rf"[ \u00a0]{body}", re.IGNORECASE),
        re.compile(rf"[ \u00a0]{rule['noun']}[ \u00a0]{body}", re.IGNORECASE),
        re.compile(rf"(?<!\w){body}", re.IGNORECASE),
    )


def per_after(text: str, end: int, language: str) -> Per | None:
    """The base right behind a number (`14.6 per 100,000`)."""
    found = _per(language)[0].match(text, end)
    return _as_per(found, end) if found else None


def per_after_noun(text: str, end: int, language: str) -> Per | None:
    """The base behind a number and its noun (`20 homicides per 100,000`), within the clause."""
    found = _per(language)[1].match(text, end)
    return _as_per(found, end) if found else None


def bases(text: str, language: str) -> list[Per]:
    """Every base of a line, wherever it stands; its numerals are no figures of their own."""
    return [p for p in (_as_per(m, m.start()) for m in _per(language)[2].finditer(text)) if p is not None]


def _as_per(found: re.Match[str], start: int) -> Per | None:
    if found["head"]:
        return Per("per_capita", start, found.end(), found["head"])
    if found["time"]:
        word = (found["t"] or found["t2"]).lower()
        unit = _TIME.get(word) or next((u for stem, u in _TIME_STEMS if word.startswith(stem)), None)
        return Per(f"per_{unit}", start, found.end(), word) if unit else None
    printed = found["n"] or found.groupdict().get("n2") or ""
    number = printed.lower()
    value = _WORD_BASES.get(number) or int(re.sub(r"\D", "", number)) * (
        1000 if number.endswith("mil") and number[0].isdigit() else 1
    )
    name = {100_000: "per_100k", 10**6: "per_million"}.get(value, f"per_{value}")
    return Per(name, start, found.end(), printed)


@cache
def _half(language: str) -> re.Pattern[str]:
    return re.compile(table(language, "units")["half"]["after"], re.IGNORECASE)


def half_after(text: str, end: int, language: str) -> int | None:
    """End of `and a half` behind a number (or, in Spanish, behind its unit: `dos años y medio`), or None."""
    found = _half(language).match(text, end)
    return found.end() if found else None


@cache
def _difference(language: str) -> re.Pattern[str]:
    return re.compile(rf" (?:{'|'.join(table(language, 'units')['difference']['after']) or '(?!)'})", re.IGNORECASE)


def difference_after(text: str, end: int, language: str) -> int | None:
    """End of a word of difference behind a number (`40 more`), or None."""
    found = _difference(language).match(text, end)
    return found.end() if found else None
