"""The words that statements are made of, per language: wordings, scenes and names of bench/data/plant_<en|es>.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words(language: str) -> dict[str, Any]:
    """The whole table of a language."""
    return tomllib.loads((files("tieout.bench") / "data" / f"plant_{language}.toml").read_text(encoding="utf-8"))


def wordings(language: str, kind: str) -> list[str]:
    """The ways to say one kind of relation."""
    found: list[str] = words(language)["kind"][kind]["wordings"]
    return found
