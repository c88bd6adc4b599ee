"""The word tables of the country page (`data/<language>.toml`) as patterns, and what they say of a sentence."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from tieout.language.tables import DEFAULT, LANGUAGES

_DATA = files("tieout.report.country") / "data"
_BREAKS = re.compile(r"[;:]\s|\.\s|\s[–—]\s")
_LISTED = re.compile(r"[;:.]")
_SHORTEST, _LONGEST = 45, 420
"""Characters of a sentence that can be read by itself."""
_OPENING = re.compile(r"[\"“‘«'(\[]*[A-ZÁÉÍÓÚÑ¿¡]")
_CLOSING = re.compile(r"[.!?…][\"”’»')\]]*\Z")


@cache
def table(language: str) -> dict[str, Any]:
    """The parsed table of a language; an unknown one reads as the default."""
    name = f"{language if language in LANGUAGES else DEFAULT}.toml"
    return tomllib.loads((_DATA / name).read_text(encoding="utf-8"))


@cache
def words_of(language: str, family: str) -> re.Pattern[str]:
    """Any entry of a family, as whole words, in any case."""
    found = "|".join(entry["pattern"] for entry in table(language)[family])
    return re.compile(rf"(?<!\w)(?:{found})\b", re.IGNORECASE)


def apart(text: str, low: int, high: int, language: str) -> bool:
    """Whether another statement begins somewhere between two places of a sentence."""
    between = text[low:high]
    return bool(_BREAKS.search(between) or words_of(language, "part").search(between))


def listed(text: str, start: int, language: str) -> bool:
    """Whether a word of a sentence stands in a list of examples."""
    led = [m.end() for m in words_of(language, "listing").finditer(text, 0, start)]
    return bool(led) and not _LISTED.search(text[led[-1] : start])


def is_whole(text: str) -> bool:
    """Whether a line begins and ends as a sentence does."""
    return bool(_OPENING.match(text) and _CLOSING.search(text))


def stands_alone(text: str, language: str) -> bool:
    """Whether a sentence is whole and can be understood without the one before."""
    if not _SHORTEST <= len(text) <= _LONGEST or not is_whole(text):
        return False
    return "?" not in text and not words_of(language, "leaning").match(text.lstrip("\"“‘«'([¿¡"))
