"""The words of notes and citations (`language/data/<language>/citations.toml`), all languages together, as patterns.

A note mixes languages: an English report cites Spanish titles, and a Spanish one says `accessed`. Only compiles.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from tieout.language.either import any_of
from tieout.language.tables import LANGUAGES, table


@cache
def source(part: str) -> str:
    """The alternatives of one part of the tables, as the source of a group."""
    entries = (entry["pattern"] for language in LANGUAGES for entry in table(language, "citations")[part])
    return f"(?:{any_of(entries)})"


@cache
def word(part: str) -> re.Pattern[str]:
    """The words of one part, anywhere in a text, as whole words."""
    return re.compile(rf"(?<!\w){source(part)}(?!\w)", re.IGNORECASE)


@cache
def whole(part: str) -> re.Pattern[str]:
    """The words of one part as the whole of a text (for `fullmatch`)."""
    return re.compile(source(part), re.IGNORECASE)


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """A name or title for comparing: lower case, no accents, no punctuation, single blanks."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(char if char.isalnum() else " " for char in plain if not unicodedata.combining(char))
    return " ".join(kept.split())
