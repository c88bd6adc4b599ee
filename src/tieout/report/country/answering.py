"""Which terms of reference some document answers: a sentence holds one of the words that the user gave for a question,
or else most of the question's own telling words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tieout.evidence.terms_of_reference import Item, Terms
from tieout.sources.stems import words_of

_MOST = 0.6
"""Share of a question's telling words that a sentence about it has."""
_TELLING = 5
"""Letters of a stem that tells something."""


@dataclass(frozen=True, slots=True)
class _Question:
    item: Item
    words: re.Pattern[str] | None
    """Those that the user gave."""
    stems: tuple[tuple[str, frozenset[str]], ...]
    """Language and telling words of the question itself."""

    def answered(self, text: str, language: str, stems: frozenset[str]) -> bool:
        if self.words is not None:
            return self.words.search(text) is not None
        return any(
            code == language and asked and len(asked & stems) >= _MOST * len(asked) for code, asked in self.stems
        )


def unanswered(terms: Terms, sentences: Iterable[tuple[str, str]]) -> tuple[Item, ...]:
    """The questions of which no sentence speaks; sentences come as (language, words)."""
    waiting = [_question(item) for item in terms.items]
    for language, text in sentences:
        if not waiting:
            break
        stems = _stems(text) if any(one.words is None for one in waiting) else frozenset()
        waiting = [one for one in waiting if not one.answered(text, language, stems)]
    return tuple(one.item for one in waiting)


def _question(item: Item) -> _Question:
    given = "|".join(r"\s+".join(map(re.escape, word.split())) for word in item.words if word.strip())
    stems = tuple((code, _stems(text)) for code, text in item.text.items())
    return _Question(item, re.compile(rf"\b(?:{given})", re.IGNORECASE) if given else None, stems)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in words_of(text) if not word.number and len(word.stem) >= _TELLING)
