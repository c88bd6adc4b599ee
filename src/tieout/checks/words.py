"""Words that rules look for (plans, forecasts, taking office), as data tables per language in data/."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from tieout.language.tables import LANGUAGES


@cache
def entries(language: str) -> dict[str, Any]:
    """The table of a language: name to patterns and examples. Unknown languages read as English."""
    chosen = language if language in LANGUAGES else "en"
    return tomllib.loads((files("tieout.checks") / "data" / f"{chosen}.toml").read_text(encoding="utf-8"))


@cache
def pattern(language: str, name: str) -> re.Pattern[str]:
    """One entry, compiled: any of its patterns. Case counts, as names are told by their capitals."""
    return re.compile("|".join(f"(?:{p})" for p in entries(language)[name]["patterns"]))


def ahead_of(text: str, language: str) -> bool:
    """True when the words speak of a plan, a forecast or a deadline."""
    return pattern(language, "ahead").search(text) is not None
