"""The language tables: words and patterns as data, one TOML file a family in `data/<language>/`, read once.

A table's entries carry their words, what they mean, and examples. Nothing here knows what a family is for.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

DEFAULT = "en"
"""The language that a text of an unknown one is read in."""

_DATA = files("tieout.language") / "data"


def _languages() -> tuple[str, ...]:
    """The folders of `data/` that are named by a two-letter code, the default first."""
    codes = (folder.name for folder in _DATA.iterdir() if len(folder.name) == 2 and folder.is_dir())
    return tuple(sorted(codes, key=lambda code: (code != DEFAULT, code)))


LANGUAGES = _languages()


@cache
def table(language: str, family: str) -> dict[str, Any]:
    """The parsed table `data/<language>/<family>.toml`. Unknown languages read as the default one."""
    path = _DATA / (language if language in LANGUAGES else DEFAULT) / f"{family}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def words(language: str, family: str) -> frozenset[str]:
    """The flat word list of a table that is nothing but `words = [...]`."""
    return frozenset(table(language, family)["words"])
