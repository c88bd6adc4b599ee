"""Cues: the words that relate numbers (`compared with`, `including`, `from … to`), as data tables per language.

Each cue is one row of data/<language>.toml: a name, patterns, examples. Nothing here knows what a cue is used for.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from tieout.language.tables import LANGUAGES


@dataclass(frozen=True)
class Cue:
    """One cue: `pattern` matches where the words stand. It is compiled when first looked for: a page needs few."""

    name: str
    alternatives: tuple[str, ...]
    examples: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any of the alternatives."""
        return re.compile("|".join(f"(?:{one})" for one in self.alternatives), re.IGNORECASE)

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
    rows = _table(language)["cue"]
    return {row["name"]: Cue(row["name"], tuple(row["patterns"]), tuple(row["examples"])) for row in rows}


@cache
def opposites(language: str) -> tuple[tuple[re.Pattern[str], ...], ...]:
    """Groups of words that exclude each other (`men`, `women`): whoever is one is not the other."""
    groups = _table(language)["opposites"]
    return tuple(tuple(re.compile(rf"\b(?:{side})\b", re.IGNORECASE) for side in group["sides"]) for group in groups)


@cache
def _table(language: str) -> dict[str, Any]:
    chosen = language if language in LANGUAGES else "en"
    return tomllib.loads((files("tieout.ties") / "data" / f"{chosen}.toml").read_text(encoding="utf-8"))
