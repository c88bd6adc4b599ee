"""The settings there are: one table of names with what each takes. Reads no file and knows nothing of rules.

To add a setting: a field of `Settings`, its line in KEYS, its row in docs/settings.md, and where it is used.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Value = str | bool | int | float | tuple[str, ...]
_DAY = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")
_PERIOD = re.compile(rf"(?:{_DAY.pattern}|\.\.)/(?:{_DAY.pattern}|\.\.)")

Kind = Callable[[object], Value]
"""Takes a value as TOML has it; gives it as we hold it, or raises ValueError saying what it must be."""


@dataclass(frozen=True, slots=True)
class SilenceRow:
    """One `[[silences]]` table; `line` is that of its head."""

    rules: tuple[str, ...]
    reason: str
    file: str | None
    quote: str | None
    line: int


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One `[[documents]]` table: what is known of a file of a workspace; `line` is that of its head."""

    values: Mapping[str, Any]
    line: int


@dataclass(frozen=True, slots=True)
class Settings:
    """What a settings file says; None where it says nothing. `source` is the file."""

    source: str | None = None
    date: str | None = None
    country: str | None = None
    language: str | None = None
    lang: str | None = None
    format: str | None = None
    fail_on: str | None = None
    quotes: bool | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    baseline: str | None = None
    data: str | None = None
    scores: str | None = None
    framework: str | None = None
    against: str | None = None
    complete: bool | None = None
    who: str | None = None
    protect: tuple[str, ...] | None = None
    limits: Mapping[str, Any] = field(default_factory=dict)
    silences: tuple[SilenceRow, ...] = ()
    workspace: Mapping[str, Any] = field(default_factory=dict)
    workspace_line: int = 1
    documents: tuple[DocumentRow, ...] = ()


def text(value: object) -> str:
    """A string that is not empty."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError('text between quotation marks, such as "…"')
    return value


def texts(value: object) -> tuple[str, ...]:
    """A string or a list of strings."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    if isinstance(value, str):
        return (value,)
    raise ValueError('a list such as ["A101", "D"]')


def flag(value: object) -> bool:
    """true or false."""
    if not isinstance(value, bool):
        raise ValueError("true or false")  # noqa: TRY004 -- every kind raises the same
    return value


def amount(value: object) -> float:
    """A number above zero."""
    if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
        raise ValueError("a number above 0")
    return value


def day(value: object) -> str:
    """A date as EDTF, or as TOML has dates."""
    if isinstance(value, datetime.date):
        value = value.isoformat()[:10]
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise ValueError("a date such as 2025-07-08, 2025-07 or 2025")
    return value


def period(value: object) -> str:
    """A stretch of time as EDTF: a date, or two with a slash between; an open end is `..`."""
    if isinstance(value, str) and value != "../.." and _PERIOD.fullmatch(value):
        return value
    try:
        return day(value)
    except ValueError as fault:
        raise ValueError("a period such as 2023-01/2025-06, 2023/.. or 2024") from fault


def country(value: object) -> str:
    """A code of a country; which there are, the language layer knows."""
    if not isinstance(value, str) or not re.fullmatch(r"[A-Za-z]{2,3}", value):
        raise ValueError("a code of a country such as PE or PER")
    return value.upper()


def key(value: object) -> str:
    """A short name that documents are cited by."""
    if not isinstance(value, str) or not re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,39}", value):
        raise ValueError("a short name of small letters, digits, - and _, such as hrw-2025")
    return value


def one_of(*words: str) -> Kind:
    """One of some words."""

    def check(value: object) -> str:
        if value not in words:
            raise ValueError(f"one of {', '.join(words)}")
        return str(value)

    return check


KEYS: Mapping[str, Kind] = {
    "date": text,
    "country": text,
    "language": one_of("en", "es"),
    "lang": one_of("en", "es"),
    "format": one_of("text", "json", "jsonl", "sarif", "html"),
    "fail-on": one_of("error", "warning", "never"),
    "quotes": flag,
    "select": texts,
    "ignore": texts,
    "baseline": text,
    "data": text,
    "scores": text,
    "framework": text,
    "against": text,
    "complete": flag,
    "who": text,
    "protect": texts,
}
"""The settings that stand at the top."""

PATHS = frozenset({"baseline", "data", "scores", "against"})
"""Those that are paths, from the folder of the settings file."""

LIMITS: Mapping[str, Kind] = {
    "file_mb": amount,
    "seconds": amount,
    "memory_mb": amount,
    "ocr": flag,
    "ocr_seconds": amount,
}
"""Those of the table `[limits]`: what reading one file may cost."""

SILENCE: Mapping[str, Kind] = {"rules": texts, "reason": text, "file": text, "quote": text}
"""Those of each table `[[silences]]`; `rules` and `reason` are required."""

WORKSPACE: Mapping[str, Kind] = {
    "title": text,
    "country": country,
    "period": period,
    "terms": text,
    "framework": text,
    "scores": text,
    "data": text,
    "protect": texts,
    "persons": flag,
    "include": texts,
    "exclude": texts,
}
"""Those of the table `[workspace]`: what its documents were gathered for, and which they are."""

DOCUMENT: Mapping[str, Kind] = {
    "file": text,
    "key": key,
    "title": text,
    "date": day,
    "publisher": text,
    "author": text,
    "url": text,
    "language": one_of("en", "es"),
    "country": country,
}
"""Those of each table `[[documents]]`; `file` is required."""
