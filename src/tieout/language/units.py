"""Units: what stands behind a number (percent, years, hectares), money before it, and what a table's header names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from tieout.language.either import any_of
from tieout.language.tables import table


@dataclass(frozen=True, slots=True)
class Unit:
    """`code` as in the Figure record; `start`, `end` are the unit's own words; `factor` is 10 for decades."""

    code: str
    kind: str | None
    start: int
    end: int
    factor: int = 1


def unit_after(text: str, end: int, language: str) -> Unit | None:
    """The unit that begins at `end`, one blank or hyphen between."""
    found = _after(language).match(text, end)
    return _unit(found, language, end, found.end()) if found else None


def unit_before(text: str, start: int, language: str) -> Unit | None:
    """Money written right before the number (`US$`, `S/`)."""
    low = max(0, start - 8)
    found = _before(language).search(text[low:start])
    return _unit(found, language, low + found.start(), start) if found else None


def unit_named(text: str, language: str) -> Unit | None:
    """Percent or a currency named in a header or caption (`Share, %`, `in percent`, `Amount (US$)`)."""
    found = _in_header(language).search(text)
    return _unit(found, language, found.start(), found.end()) if found else None


def is_scaled(text: str, language: str) -> bool:
    """Whether a header multiplies the numbers under it (`US$ million`)."""
    return _scaled(language).search(text) is not None


def half_after(text: str, end: int, language: str) -> int | None:
    """End of `and a half` behind a number (or, in Spanish, behind its unit: `dos años y medio`), or None."""
    found = _half(language).match(text, end)
    return found.end() if found else None


def difference_after(text: str, end: int, language: str) -> int | None:
    """End of a word of difference behind a number (`40 more`), or None."""
    found = _difference(language).match(text, end)
    return found.end() if found else None


def _entries(language: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = table(language, "units")["unit"]
    return entries


def _unit(found: re.Match[str], language: str, start: int, end: int) -> Unit:
    entry = _entries(language)[int((found.lastgroup or "u0")[1:])]
    return Unit(entry["code"], entry.get("kind"), start, end, entry.get("factor", 1))


@cache
def _after(language: str) -> re.Pattern[str]:
    parts = (f"(?P<u{i}>{any_of(e['after'])})" for i, e in enumerate(_entries(language)) if e.get("after"))
    return re.compile(rf"(?:[ \u00a0]|- ?)?(?:{any_of(parts)})", re.IGNORECASE)


@cache
def _before(language: str) -> re.Pattern[str]:
    parts = (f"(?P<u{i}>{any_of(e['before'])})" for i, e in enumerate(_entries(language)) if e.get("before"))
    return re.compile(rf"(?<!\w)(?:{any_of(parts)})\Z")


@cache
def _in_header(language: str) -> re.Pattern[str]:
    """Percent and money, as they stand at numbers; percent also in the words that only headers use."""
    percent = table(language, "units")["header"]["percent"]
    parts = (
        f"(?P<u{i}>{any_of([*e.get('after', []), *e.get('before', []), *(percent if e['code'] == 'percent' else [])])})"
        for i, e in enumerate(_entries(language))
        if e["code"] == "percent" or e.get("kind") == "money"
    )
    return re.compile(rf"(?<!\w)(?:{any_of(parts)})", re.IGNORECASE)


@cache
def _scaled(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(table(language, 'units')['header']['scaled'])})", re.IGNORECASE)


@cache
def _half(language: str) -> re.Pattern[str]:
    return re.compile(table(language, "units")["half"]["after"], re.IGNORECASE)


@cache
def _difference(language: str) -> re.Pattern[str]:
    return re.compile(rf" (?:{any_of(table(language, 'units')['difference']['after'])})", re.IGNORECASE)
