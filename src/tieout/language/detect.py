"""Which of our languages a text is written in, by its most frequent short words."""

from __future__ import annotations

import re

from tieout.language.tables import LANGUAGES, words

_SAMPLE = 20_000
_TELLING = 60
"""Characters that tell a language."""
_PLAIN, _TIMES = 6, 4
"""Short words of another language that a passage must have, and how many times those of the usual one."""
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """The language most of whose short words a text has; one with no such word reads as the default language."""
    known = _known(text)
    return max(LANGUAGES, key=lambda language: known[language])


def passage_language(text: str, usual: str) -> str:
    """The language of a passage of a document in the `usual` one: another only where its short words say so plainly,
    because a quotation or a name of one language may stand in a sentence of the other."""
    if len(text) < _TELLING:
        return usual
    known = _known(text)
    other = max((language for language in LANGUAGES if language != usual), key=lambda language: known[language])
    return other if known[other] >= max(_PLAIN, _TIMES * known.get(usual, 0)) else usual


def _known(text: str) -> dict[str, int]:
    """How many short words of each language a text has."""
    sample = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    return {language: sum(word in words(language, "detect") for word in sample) for language in LANGUAGES}
