"""Words that limit a statement, by group, where they stand in a line (`data/claims_<language>.toml`)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from tieout.language.tables import DEFAULT, LANGUAGES
from tieout.sources.claims.line import Line

_DATA = files("tieout.sources") / "data"


@cache
def table(language: str) -> Mapping[str, Any]:
    """The parsed table of a language; unknown languages read as the default one."""
    name = f"claims_{language if language in LANGUAGES else DEFAULT}.toml"
    return tomllib.loads((_DATA / name).read_text(encoding="utf-8"))


@cache
def pattern(language: str, group: str) -> re.Pattern[str]:
    """The words of a group as one pattern."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(table(language)[group]['patterns'])})(?![\w-])", re.IGNORECASE)


def spots(line: Line, group: str) -> list[tuple[int, int]]:
    """Where words of a group stand in a line, offsets of the passage; capitalised ones are part of a name."""
    if group not in line.seen:
        found = pattern(line.language, group).finditer(line.passage.text, line.start, line.end)
        line.seen[group] = [hit.span() for hit in found if hit[0][0].islower() or hit.start() == line.start]
    return line.seen[group]


def has(line: Line, *groups: str) -> bool:
    """Whether a line has words of one of the groups."""
    return any(spots(line, group) for group in groups)
