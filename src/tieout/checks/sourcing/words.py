"""Words that rules on sources look for, as data tables per language in data/. Only compiles."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from tieout.checks.case import Case
from tieout.evidence.passage import Passage
from tieout.language.tables import LANGUAGES


@cache
def entries(language: str) -> dict[str, Any]:
    """The table of a language: name to patterns and examples. Unknown languages read as English."""
    chosen = language if language in LANGUAGES else "en"
    return tomllib.loads((files("tieout.checks.sourcing") / "data" / f"{chosen}.toml").read_text(encoding="utf-8"))


@cache
def pattern(language: str, name: str) -> re.Pattern[str]:
    """One entry, compiled: any of its patterns, in any case where its table says so."""
    entry = entries(language)[name]
    flags = re.IGNORECASE if entry.get("any_case") else 0
    return re.compile("|".join(f"(?:{p})" for p in entry["patterns"]), flags)


@cache
def listed(language: str, name: str) -> frozenset[str]:
    """The flat words of an entry."""
    return frozenset(entries(language)[name]["words"])


def spots(case: Case, name: str) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Where the running text has words of an entry, in order."""
    words = pattern(case.reading.language, name)
    for passage in case.reading.passages:
        if passage.block.kind in ("paragraph", "list_item", "caption"):
            yield from ((passage, found) for found in words.finditer(passage.text))


def sentence_of(passage: Passage, offset: int) -> tuple[int, int]:
    """The sentence that holds an offset of the passage's line."""
    return passage.sentences[passage.sentence_at(offset)]
