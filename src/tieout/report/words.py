"""The interface's words, from tables with the languages side by side (`words.toml` of a package of pages).

Holds labels only. What a rule says about a document is the rule's message and comes with the finding.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LANGUAGES = ("en", "es")


OWN = "tieout.report"
"""The package of the words that more than one kind of page uses."""


@cache
def entries(package: str = OWN) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """The whole table of a package: family, key, language."""
    return tomllib.loads((files(package) / "words.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language, from the table of a package."""

    language: str
    package: str = OWN

    def __call__(self, family: str, key: str, **values: object) -> str:
        """The word for a key, filled in. The key must be in the table."""
        return entries(self.package)[family][key][self.language].format(**values)

    def name(self, family: str, code: str) -> str:
        """The word for a code; a code the table does not know is shown itself, with blanks for underscores."""
        entry = entries(self.package)[family].get(code)
        return entry[self.language] if entry else code.replace("_", " ")

    def plural(self, family: str, key: str, count: int) -> str:
        """The form of a word (`one|many`) that goes with a count."""
        one, many = self(family, key).split("|")
        return one if count == 1 else many

    def number(self, count: int) -> str:
        """A count with narrow blanks between its thousands, as both languages read it."""
        return f"{count:,}".replace(",", "\u202f")


def words(language: str, package: str = OWN) -> Words:
    """The words of a language; an unknown one reads as English."""
    return Words(language if language in LANGUAGES else "en", package)
