"""Multiples in words: `doubled`, `se triplicó`, `twice as many`, `fourfold`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Literal

from tieout.language.either import any_of, either
from tieout.language.tables import table

Use = Literal["change", "compare"]
_USES: tuple[Use, ...] = ("change", "compare")


@dataclass(frozen=True, slots=True)
class Multiple:
    """`text[start:end]` says that something became (`change`) or is (`compare`) `value` times something else."""

    start: int
    end: int
    value: Fraction
    use: Use


def multiples(text: str, language: str) -> Iterator[Multiple]:
    """Every multiple in words of a clean line (`N times` is a matter of units, see `times_compare`)."""
    entries = table(language, "multiples")["multiple"]
    for found in _multiple(language).finditer(text):
        use, _, entry = (found.lastgroup or "").partition("_")
        value = Fraction(entries[int(entry)]["value"])
        yield Multiple(found.start(), found.end(), value, "change" if use == "change" else "compare")
    fold = table(language, "multiples")["fold"]
    if fold["word"] and fold["word"] in text:
        small = table(language, "numerals")["small"]
        for found in _fold(language).finditer(text):
            n = found["n"].lower()
            yield Multiple(found.start(), found.end(), Fraction(int(n) if n.isdigit() else small[n]), "change")


def times_compare(text: str, end: int, language: str) -> bool:
    """Whether what stands behind `N times` makes it a comparison (`three times more`, `tres veces más`)."""
    return _times(language).match(text, end) is not None


@cache
def _multiple(language: str) -> re.Pattern[str]:
    parts = (
        f"(?P<{use}_{i}>{any_of(entry[use])})"
        for i, entry in enumerate(table(language, "multiples")["multiple"])
        for use in _USES
        if entry.get(use)
    )
    return re.compile(rf"(?<![\w-])(?:{any_of(parts)})(?!-)", re.IGNORECASE)


@cache
def _fold(language: str) -> re.Pattern[str]:
    small = either(table(language, "numerals")["small"])
    word = table(language, "multiples")["fold"]["word"]
    return re.compile(rf"(?<![\w.,-])(?P<n>\d{{1,3}}|{small})-?{word}\b", re.IGNORECASE)


@cache
def _times(language: str) -> re.Pattern[str]:
    return re.compile(rf" (?:{any_of(table(language, 'multiples')['times']['compare'])})\b", re.IGNORECASE)
