"""Which of our two languages a text is written in, by its most frequent short words."""

from __future__ import annotations

import re
from functools import cache

from tieout.language.tables import LANGUAGES, words

_SAMPLE = 20_000
_WORDS = re.compile(r"[^\W\d_]+")


@cache
def _only(language: str) -> frozenset[str]:
    return words(language, "detect")


def language_of(text: str) -> str:
    """`en` or `es`; a text with neither's words reads as English."""
    sample = [word.lower() for word in _WORDS.findall(text[:_SAMPLE])]
    return max(LANGUAGES, key=lambda language: sum(word in _only(language) for word in sample))
