"""The words of the index's pages, from one table with the languages side by side (`words.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LANGUAGES = ("en", "es")


@cache
def entries() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """The whole table: family, key, language."""
    return tomllib.loads((files("tieout.report.index") / "words.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    language: str

    def __call__(self, family: str, key: str, **values: object) -> str:
        """The words for a key, filled in. The key must be in the table."""
        return entries()[family][key][self.language].format(**values)

    def of(self, text: Mapping[str, str]) -> str:
        """A text of a framework in this language."""
        return text[self.language]

    def place(self, group: str) -> str:
        """The name of a continent or region as the scores give it, in this language where the table knows it."""
        entry = entries()["group"].get(group)
        return entry[self.language] if entry else group

    def title(self, group: str) -> str:
        """The same as a title, without an article: `South America`, `Caribbean`."""
        name = self.place(group)
        return next((name[len(a) :] for a in ("the ", "el ", "la ") if name.startswith(a)), name)

    def ordinal(self, rank: int) -> str:
        """`32nd` in English, `32.º` in Spanish."""
        if self.language == "es":
            return f"{rank}.º"
        last = "th" if rank % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
        return f"{rank}{last}"


def words(language: str) -> Words:
    """The words of a language; an unknown one reads as English."""
    return Words(language if language in LANGUAGES else "en")
