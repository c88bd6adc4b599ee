"""The word tables of records (`data/<language>/<family>.toml`), read once, and patterns made of them.

An entry carries its `pattern`, what it means, and `examples`. Nothing here knows what a family is for.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from tieout.language.tables import DEFAULT, LANGUAGES

_DATA = files("tieout.evidence.records") / "data"
_PART = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a table: its pattern, compiled, and all it says beside it."""

    regex: re.Pattern[str]
    says: Mapping[str, Any]

    def __getitem__(self, key: str) -> Any:
        return self.says.get(key)


@cache
def table(language: str, family: str) -> dict[str, Any]:
    """The parsed table of a family; unknown languages read as the default one."""
    path = _DATA / (language if language in LANGUAGES else DEFAULT) / f"{family}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def entries(language: str, family: str, name: str) -> tuple[Entry, ...]:
    """The entries of one array of a table, in the order of the file."""
    return tuple(
        Entry(re.compile(_filled(entry["pattern"], language, family)), entry) for entry in table(language, family)[name]
    )


@cache
def any_of(language: str, family: str, name: str) -> re.Pattern[str]:
    """One pattern for all entries of an array."""
    return re.compile("|".join(entry.regex.pattern for entry in entries(language, family, name)))


@cache
def one_of(language: str, family: str, name: str) -> tuple[re.Pattern[str], tuple[Entry, ...]]:
    """One pattern that reads all entries of an array in one pass, from the start of a word on; its named group `e3` is
    the fourth entry. Where several match at one place, the first of the table does."""
    held = entries(language, family, name)
    parts = "|".join(f"(?P<e{number}>{entry.regex.pattern})" for number, entry in enumerate(held))
    return re.compile(rf"\b(?:{parts})"), held


def _filled(pattern: str, language: str, family: str) -> str:
    """A pattern with each `{name}` replaced by that part of the family's `parts` table; parts may hold parts."""
    parts: Mapping[str, str] = table(language, family).get("parts", {})

    def part(found: re.Match[str]) -> str:
        return f"(?:{_PART.sub(part, parts[found[1]])})" if found[1] in parts else found[0]

    return _PART.sub(part, pattern)
