"""Which of our languages a text is written in, by its most frequent short words."""

from __future__ import annotations

import re

from tieout.language.tables import LANGUAGES, words

_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """The language most of whose short words a text has; one with no such word reads as the default language."""
    sample = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]

    def known(language: str) -> int:
        return sum(word in words(language, "detect") for word in sample)

    return max(LANGUAGES, key=known)
