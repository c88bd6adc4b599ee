"""Ranks in words or digits: `fourth highest`, `32nd of 193`, `puesto 87`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tieout.language.tables import table


@dataclass(frozen=True, slots=True)
class Rank:
    """`text[start:end]` says a rank. `top` marks `top three`: that rank or a better one."""

    start: int
    end: int
    value: int
    top: bool = False


@cache
def _pattern(language: str) -> re.Pattern[str]:
    data = table(language, "ranks")
    ordinals = "|".join(data["ordinals"])
    cardinals = "|".join(table(language, "numerals")["small"])
    fill = {"o": ordinals, "d": r"\d{1,3}(?:st|nd|rd|th|[º°.ªer]+)", "c": rf"{cardinals}|\d{{1,2}}"}
    parts = []
    for i, rule in enumerate([*data["rank"], data["top"] | {"top": True}]):
        prefix = "top" if rule.get("top") else f"r{i}_"
        body = re.sub(r"\(\?P<n(\d?)>", lambda m: f"(?P<{prefix}n{m[1]}>", rule["pattern"].format(**fill))
        parts.append(f"(?:{body})")
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})", re.IGNORECASE)


@cache
def _trigger(language: str) -> re.Pattern[str]:
    ordinals = "|".join(table(language, "ranks")["ordinals"])
    return re.compile(
        rf"\b(?:{ordinals}|top|rank\w*|ocup\w+|puesto|lugar|posición|primer[oa]s)\b|\d(?:st|nd|rd|th|º|°)",
        re.IGNORECASE,
    )


def ranks(text: str, language: str) -> Iterator[Rank]:
    """Every rank of a clean line."""
    if not _trigger(language).search(text):
        return
    ordinals = table(language, "ranks")["ordinals"]
    small = table(language, "numerals")["small"]
    for found in _pattern(language).finditer(text):
        group, word = next((k, v) for k, v in found.groupdict().items() if v is not None)
        word = word.lower()
        digits = re.match(r"\d+", word)
        value = int(digits[0]) if digits else ordinals.get(word) or small.get(word) or (1 if word == "first" else 0)
        if value:
            yield Rank(found.start(), found.end(), value, top=group.startswith("top"))
