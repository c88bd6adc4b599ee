"""Cues: the words that relate numbers (`compared with`, `including`, `from … to`), as data tables per language.

Each cue is one row of data/<language>.toml: a name, patterns, examples. Nothing here knows what a cue is used for.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tieout.language.tables import LANGUAGES


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue: `pattern` matches where the words stand."""

    name: str
    pattern: re.Pattern[str]
    alternatives: tuple[str, ...]
    examples: tuple[str, ...]

    def within(self, text: str) -> bool:
        """True when the words stand anywhere in `text`."""
        return self.pattern.search(text) is not None

    def all_of(self, text: str) -> bool:
        """True when `text`, blanks aside, is nothing but these words."""
        return self.pattern.fullmatch(text.strip()) is not None


@cache
def cue(language: str, name: str) -> Cue:
    """One cue of a language. KeyError for a name that the table does not have."""
    return cues(language)[name]


@cache
def cues(language: str) -> dict[str, Cue]:
    """All cues of a language by name. Unknown languages read as English."""
    chosen = language if language in LANGUAGES else "en"
    rows = tomllib.loads((files("tieout.ties") / "data" / f"{chosen}.toml").read_text(encoding="utf-8"))["cue"]
    found = {}
    for row in rows:
        pattern = re.compile("|".join(f"(?:{p})" for p in row["patterns"]), re.IGNORECASE)
        found[row["name"]] = Cue(row["name"], pattern, tuple(row["patterns"]), tuple(row["examples"]))
    return found


@cache
def opposites(language: str) -> tuple[tuple[re.Pattern[str], ...], ...]:
    """Groups of words that exclude each other (`men`, `women`): whoever is one is not the other."""
    chosen = language if language in LANGUAGES else "en"
    table = tomllib.loads((files("tieout.ties") / "data" / f"{chosen}.toml").read_text(encoding="utf-8"))
    return tuple(
        tuple(re.compile(rf"\b(?:{side})\b", re.IGNORECASE) for side in group["sides"]) for group in table["opposites"]
    )
