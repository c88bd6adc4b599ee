"""The language tables: words and patterns as data, one TOML file a family in `data/<language>/`, read once.

A table's entries carry their words, what they mean, and examples. Nothing here knows what a family is for.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("en", "es")


@cache
def table(language: str, family: str) -> dict[str, Any]:
    """The parsed table `data/<language>/<family>.toml`. Unknown languages read as English."""
    folder = files("tieout.language") / "data" / (language if language in LANGUAGES else "en")
    return tomllib.loads((folder / f"{family}.toml").read_text(encoding="utf-8"))


@cache
def words(language: str, family: str) -> frozenset[str]:
    """The flat word list of a table that is nothing but `words = [...]`."""
    return frozenset(table(language, family)["words"])
