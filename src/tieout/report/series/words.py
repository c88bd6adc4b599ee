"""The words of the pages about official tables, from one table with the languages side by side (`words.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@cache
def entries() -> Mapping[str, Mapping[str, str]]:
    """The whole table: key, language."""
    return tomllib.loads((files("tieout.report.series") / "words.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    language: str

    def __call__(self, key: str, **values: object) -> str:
        """The words for a key, filled in. The key must be in the table."""
        return entries()[key][self.language].format(**values)
