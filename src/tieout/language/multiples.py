"""Multiples in words: `doubled`, `se triplicó`, `twice as many`, `fourfold`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Literal

from tieout.language.tables import table


@dataclass(frozen=True, slots=True)
class Multiple:
    """`text[start:end]` says that something became (`change`) or is (`compare`) `value` times something else."""

    start: int
    end: int
    value: Fraction
    use: Literal["change", "compare"]


@cache
def _pattern(language: str) -> tuple[re.Pattern[str], tuple[tuple[Fraction, Literal["change", "compare"]], ...]]:
    meanings: list[tuple[Fraction, Literal["change", "compare"]]] = []
    parts: list[str] = []
    for entry in table(language, "multiples")["multiple"]:
        for use in ("change", "compare"):
            if entry.get(use):
                parts.append(f"(?P<m{len(meanings)}>{'|'.join(entry[use])})")
                meanings.append((Fraction(entry["value"]), use))  # type: ignore[arg-type]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?!-)", re.IGNORECASE), tuple(meanings)


@cache
def _fold(language: str) -> re.Pattern[str] | None:
    rule = table(language, "multiples").get("fold")
    if rule is None:
        return None
    small = "|".join(table(language, "numerals")["small"])
    return re.compile(
        r"(?<![\w.,-])" + rule["pattern"].replace("{n}", rf"(?P<n>\d{{1,3}}|{small})") + r"\b", re.IGNORECASE
    )


def multiples(text: str, language: str) -> Iterator[Multiple]:
    """Every multiple in words of a clean line (`N times` is a matter of units, see `times_compare`)."""
    pattern, meanings = _pattern(language)
    for found in pattern.finditer(text):
        value, use = meanings[int((found.lastgroup or "m0")[1:])]
        yield Multiple(found.start(), found.end(), value, use)
    fold = _fold(language)
    if fold is not None and "fold" in text:
        small = table(language, "numerals")["small"]
        for found in fold.finditer(text):
            n = found["n"].lower()
            yield Multiple(found.start(), found.end(), Fraction(int(n) if n.isdigit() else small[n]), "change")


@cache
def times_compare(language: str) -> re.Pattern[str]:
    """What behind `N times` makes it a comparison (`three times more`, `tres veces más`)."""
    return re.compile(table(language, "multiples")["times"]["compare"], re.IGNORECASE)
