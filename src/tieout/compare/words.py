"""The words for comparing (`data/words.toml`): what narrows nothing, what opposes, what relations are called."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from tieout.compare.comparison import Relation
from tieout.language.tables import LANGUAGES
from tieout.sources.stems import stem

_DATA = files("tieout.compare") / "data" / "words.toml"


@cache
def table() -> dict[str, Any]:
    """The parsed table."""
    return tomllib.loads(_DATA.read_text(encoding="utf-8"))


@cache
def stems(name: str) -> frozenset[str]:
    """The stems of a list of words, all languages together: a report in one cites the other."""
    return frozenset(stem(word) for language in LANGUAGES for word in table()[name][language])


def relation_words(relation: Relation, lang: str = "en") -> str:
    """What a relation is called in a list."""
    named: dict[str, str] = table()["relation"][relation]
    return named[lang]


def said(name: str, lang: str = "en") -> str:
    """One of the lines that lists print."""
    line: str = table()["said"][name][lang]
    return line
