"""A Topic: what statements are gathered for: a term of the user, an item of terms of reference, an indicator.

Words are met by their beginnings, so that `prison conditions` meets `conditions in prisons`; nothing is guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tieout.evidence.records.words import any_of
from tieout.evidence.terms_of_reference import Item

_WORD = re.compile(r"[^\W\d_]+")
_STEM = 5
"""Letters by which two words are one."""
_MOST = 0.6
"""Share of the telling words of a question that a sentence about it has."""

Stems = frozenset[str]


@dataclass(frozen=True, slots=True)
class Topic:
    """`label` is what its statements carry as their term. A text is on it when it has all of one of the sets of word
    beginnings, or the pattern of its language, or most of the telling words of its question."""

    label: str
    phrases: tuple[Stems, ...] = ()
    patterns: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    question: Mapping[str, Stems] = field(default_factory=dict)

    def meets(self, text: str, language: str, held: Stems) -> bool:
        """Whether a text of a language is on the topic; `held` are its stems."""
        pattern = self.patterns.get(language)
        if pattern is not None and pattern.search(text):
            return True
        if any(phrase and phrase <= held for phrase in self.phrases):
            return True
        asked = self.question.get(language, frozenset())
        return len(asked) > 1 and len(asked & held) >= _MOST * len(asked)


def term_topic(term: str, language: str) -> Topic:
    """The topic of a term in the user's words."""
    return Topic(term, (stems_of(term, language),))


def item_topic(item: Item) -> Topic:
    """The topic of an item of the terms of reference: its search words when it lists some, else its question."""
    if item.words:
        return Topic(item.number, tuple(stems_of(word, code) for word in item.words for code in item.text))
    return Topic(item.number, question={code: stems_of(words, code) for code, words in item.text.items()})


def silent_items(items: Sequence[Item], sentences: Iterable[tuple[str, str]]) -> tuple[Item, ...]:
    """The items of terms of reference on which no sentence says anything. Sentences come as (language, words), from as
    many documents as there are; gap statements are best left out, they say that nothing is known."""
    waiting = [(item, item_topic(item)) for item in items]
    for language, text in sentences:
        if not waiting:
            break
        held = stems_of(text, language)
        waiting = [(item, topic) for item, topic in waiting if not topic.meets(text, language, held)]
    return tuple(item for item, _ in waiting)


def stems_of(text: str, language: str) -> Stems:
    """The beginnings of the telling words of a text."""
    small = any_of(language, "statements", "small")
    return frozenset(_stem(word) for word in _WORD.findall(text) if not small.search(word.lower()))


def _stem(word: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))
    return bare[:_STEM]
