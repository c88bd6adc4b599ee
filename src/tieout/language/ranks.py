"""Ranks in words or digits: `fourth highest`, `32nd of 193`, `puesto 87`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tieout.language.either import any_of, either
from tieout.language.tables import table

_GROUP = re.compile(r"\(\?P<n(\d?)>")
_DIGITS = re.compile(r"\d+(?:[,. \u00a0]\d{3})*")


@dataclass(frozen=True, slots=True)
class Rank:
    """`text[start:end]` says a rank. `top` marks `top three`: that rank or a better one."""

    start: int
    end: int
    value: int
    top: bool = False


def ranks(text: str, language: str) -> Iterator[Rank]:
    """Every rank of a clean line."""
    if not _first_look(language).search(text):
        return
    for found in _rank(language).finditer(text):
        group, word = next((name, word) for name, word in found.groupdict().items() if word is not None)
        value = _value(word.lower(), language)
        if value:
            yield Rank(found.start(), found.end(), value, top=group.startswith("top"))


def out_of(text: str, end: int, language: str) -> int | None:
    """How many are ranked, when that stands right behind a rank (`32nd of 193`)."""
    found = _out_of(language).match(text, end)
    return int(re.sub(r"\D", "", found[1])) if found else None


def _value(word: str, language: str) -> int:
    digits = _DIGITS.match(word)
    if digits:
        return int(re.sub(r"\D", "", digits[0]))
    data, small = table(language, "ranks"), table(language, "numerals")["small"]
    value: int = (data["ordinals"] | data["ordinals_of_places"] | small).get(word, 0)
    return value


@cache
def _first_look(language: str) -> re.Pattern[str]:
    """Cheap: a line with none of these holds no rank."""
    data = table(language, "ranks")
    words = any_of([*data["first_look"]["words"], either(data["ordinals"])])
    return re.compile(rf"\b(?:{words})\b|\d(?:{any_of(data['first_look']['digits'])})", re.IGNORECASE)


@cache
def _rank(language: str) -> re.Pattern[str]:
    """All patterns as one. Each one's groups get a name of their own, those of `top` one that says so."""
    data = table(language, "ranks")
    fill = {
        "o": either(data["ordinals"]),
        "p": either(data["ordinals_of_places"]),
        "d": rf"\d{{1,3}}(?:,?\d{{3}})?(?:{any_of(data['digits'])})",
        "c": rf"{either(table(language, 'numerals')['small'])}|\d{{1,2}}",
    }
    named = [(f"r{i}_", rule) for i, rule in enumerate(data["rank"])] + [("top", data["top"])]
    parts = (_GROUP.sub(rf"(?P<{name}n\1>", rule["pattern"].format(**fill)) for name, rule in named)
    return re.compile(rf"(?<![\w-])(?:{any_of(f'(?:{part})' for part in parts)})", re.IGNORECASE)


@cache
def _out_of(language: str) -> re.Pattern[str]:
    return re.compile(rf" (?:{any_of(table(language, 'ranks')['out_of']['words'])}) (\d{{1,3}}(?:[,.]\d{{3}}|\d)?)\b")
