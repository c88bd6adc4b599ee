"""Noun phrases in a sentence of English or Spanish, found from closed word classes and endings: no tagger, no model.

It knows words, not what they mean: which phrase a number counts is the business of the evidence layer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from tieout.language.tables import table

Class = Literal[
    "noun",
    "name",
    "past",
    "gerund",
    "verb",
    "auxiliary",
    "determiner",
    "preposition",
    "conjunction",
    "clause",
    "pronoun",
    "adverb",
    "number",
    "time",
    "figure",
    "mark",
]
"""`noun` is any open-class word that is no verb form; `name` a capitalised one inside the sentence; `past` a past form
or participle; `figure` a number the caller has already read."""

_CLOSED: tuple[Class, ...] = (
    "auxiliary",
    "pronoun",
    "clause",
    "conjunction",
    "determiner",
    "preposition",
    "adverb",
    "number",
    "time",
    "verb",
)
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|\b[A-Z]{1,3}\d{1,2}\b|[^\W\d_]+(?:[-’'/][^\W\d_]+)*|\d+(?:[.,\u00a0]\d+)*|[^\w\s]|_"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_KNOWN = 1 << 16
"""Words whose class is remembered."""
_NOMINAL = frozenset({"noun", "name"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word, numeral or mark of a line; `start`, `end` are offsets of that line."""

    start: int
    end: int
    word: str
    """Lower case."""
    kind: Class


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase as token indices: `first` to `last` (inclusive) with `head` the noun it turns on."""

    first: int
    last: int
    head: int

    def __len__(self) -> int:
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class _Shapes:
    """What tells the class of a word, for one language."""

    closed: dict[str, Class]
    participles: frozenset[str]
    past: tuple[str, ...]
    not_past: frozenset[str]
    gerund: tuple[str, ...]
    not_gerund: frozenset[str]
    adverb: tuple[str, ...]
    not_adverb: frozenset[str]
    verb: tuple[str, ...]
    not_verb: frozenset[str]
    prenominal: frozenset[str]
    """Adjectives that stand in front of their noun although adjectives follow it."""
    of: frozenset[str]
    adjective_follows: bool
    """Whether an adjective stands behind its noun (Spanish)."""


@cache
def _shapes(language: str) -> _Shapes:
    data = table(language, "function_words")
    closed: dict[str, Class] = {}
    for kind in _CLOSED:
        for word in data[kind]["words"]:
            closed.setdefault(word, kind)
    listed = {name: entry["words"] for name, entry in data.items()}
    return _Shapes(
        closed=closed,
        participles=frozenset(listed["participle"]),
        past=tuple(listed["past_suffix"]),
        not_past=frozenset(listed["past_exception"]),
        gerund=tuple(listed["gerund_suffix"]),
        not_gerund=frozenset(listed["gerund_exception"]),
        adverb=tuple(listed["adverb_suffix"]),
        not_adverb=frozenset(listed["adverb_exception"]),
        verb=tuple(listed.get("verb_suffix", ())),
        not_verb=frozenset(listed.get("verb_exception", ())),
        prenominal=frozenset(listed.get("prenominal", ())),
        of=frozenset(listed["of"]),
        adjective_follows=language == "es",
    )


@lru_cache(maxsize=_KNOWN)
def class_of(word: str, language: str, inside: bool = False) -> Class:
    """The class of one word, judged by itself. `inside`: it stands inside a sentence, so a capital makes it a name."""
    shapes, low = _shapes(language), word.lower()
    if word[0].isdigit():
        return "number"
    if not word[0].isalpha():
        return "mark"
    capital = inside and word[0].isupper()
    if low in shapes.closed and not (capital and shapes.closed[low] not in ("time", "number")):
        kind = shapes.closed[low]
        return "past" if kind == "verb" and low in shapes.participles else kind
    if capital:
        return "name"
    if _POSSESSIVE.search(low) and len(low) > 2 and low.endswith(("s", "’", "'")):
        return "determiner"
    if low in shapes.participles:
        return "past"
    if low.endswith(shapes.adverb) and low not in shapes.not_adverb and len(low) > 4:
        return "adverb"
    if len(low) > 4:
        if low.endswith(shapes.past) and low not in shapes.not_past:
            return "past"
        if shapes.gerund and low.endswith(shapes.gerund) and low not in shapes.not_gerund:
            return "gerund"
        if shapes.verb and low.endswith(shapes.verb) and low not in shapes.not_verb:
            return "verb"
    return "noun"


def tokens_of(text: str, start: int, end: int, language: str, figures: Sequence[tuple[int, int]] = ()) -> list[Token]:
    """The tokens of `text[start:end]`. Each of `figures` (offsets, in order, apart) becomes one token `figure`."""
    out: list[Token] = []
    at = start
    for first, last in figures:
        out.extend(_words(text, at, first, language, start))
        out.append(Token(first, last, text[first:last].lower(), "figure"))
        at = max(at, last)
    out.extend(_words(text, at, end, language, start))
    return out


def _words(text: str, start: int, end: int, language: str, sentence: int) -> list[Token]:
    return [
        Token(m.start(), m.end(), m[0].lower(), class_of(m[0], language, m.start() > sentence))
        for m in _TOKEN.finditer(text, start, end)
    ]


def is_possessive(token: Token) -> bool:
    """Whether a word is a genitive in 's."""
    return _POSSESSIVE.search(token.word) is not None


def phrase_at(tokens: Sequence[Token], at: int, language: str) -> Phrase | None:
    """The noun phrase that begins at token `at`, articles and numerals before it left out; None when none does.

    Takes modifiers, the head, and nouns coordinated with it; prepositional phrases are left to `complement`.
    """
    shapes = _shapes(language)
    at = _skip(tokens, at)
    end, head = at, -1
    while end < len(tokens):
        if _heads(tokens, end, head, shapes):
            head = end
        elif not _belongs(tokens, at, end, head, shapes):
            break
        end += 1
    return Phrase(at, end - 1, head) if head >= 0 else None


def _heads(tokens: Sequence[Token], at: int, head: int, shapes: _Shapes) -> bool:
    """Whether a word takes over as head: in English the last noun, in Spanish the first, or one joined by `y`."""
    kind = tokens[at].kind
    if kind in _NOMINAL:
        ahead = head == at - 1 and tokens[head].word in shapes.prenominal
        return head < 0 or not shapes.adjective_follows or ahead or tokens[at - 1].kind == "conjunction"
    # A participle with an article is a noun: `los muertos`.
    opened = at > 0 and tokens[at - 1].kind in ("determiner", "preposition", "figure")
    return kind == "past" and shapes.adjective_follows and head < 0 and opened


def _belongs(tokens: Sequence[Token], first: int, at: int, head: int, shapes: _Shapes) -> bool:
    """Whether a word that is no head belongs to the phrase: a modifier, or what joins two nouns."""
    kind = tokens[at].kind
    if kind in _NOMINAL:
        return not is_possessive(tokens[at])
    if kind == "past":
        return (shapes.adjective_follows and head >= 0) or _nominal(tokens, at + 1)
    if kind == "conjunction":
        paired = head >= 0 and tokens[head].kind == "past" and at + 1 < len(tokens) and tokens[at + 1].kind == "past"
        return head >= 0 and (paired or _nominal(tokens, at + 1))
    if kind == "gerund":
        return head < 0 and _nominal(tokens, at + 1)
    if kind == "adverb" and shapes.adjective_follows and head >= 0:
        # `tasas más altas`, `obras no terminadas`
        return at + 1 < len(tokens) and tokens[at + 1].kind in ("noun", "past")
    return kind == "adverb" and head < 0 and at > first and _nominal(tokens, at + 1)


def _skip(tokens: Sequence[Token], at: int) -> int:
    """Past articles, numerals and adverbs that open a phrase."""
    limit = at + 4
    while at < len(tokens) and at < limit and tokens[at].kind in ("determiner", "number", "adverb"):
        at += 1
    return at


def _nominal(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and (
        tokens[at].kind in _NOMINAL
        or (tokens[at].kind == "past" and at + 1 < len(tokens) and tokens[at + 1].kind in _NOMINAL)
    )


def is_of(token: Token, language: str) -> bool:
    """Whether a token is the preposition that joins a noun to its complement (`of`, `de`)."""
    return token.word in _shapes(language).of


def complement(tokens: Sequence[Token], phrase: Phrase, language: str) -> Phrase | None:
    """The phrase joined to this one by `of` (`de`), when one follows directly."""
    at = phrase.last + 1
    if at >= len(tokens) or not is_of(tokens[at], language):
        return None
    return phrase_at(tokens, at + 1, language)


def clause_start(tokens: Sequence[Token], at: int) -> int:
    """Index of the first token of the clause whose verb stands at `at`, so that its subject lies between.

    A relative clause or an aside between commas in front of the verb is stepped over.
    """
    index = at - 1
    while index >= 0 and tokens[index].kind == "adverb":
        index -= 1
    if index >= 0 and tokens[index].word in (",", "-", "—", "–", ")"):
        opened = _aside(tokens, index)
        if opened is None:
            return index + 1
        index = opened - 1
    while index >= 0:
        token = tokens[index]
        if token.kind in ("verb", "auxiliary", "clause") or token.word in (",", ";", ":", "—", "(", ")", "that"):
            return index + 1
        index -= 1
    return 0


def _aside(tokens: Sequence[Token], close: int) -> int | None:
    """Where the aside that ends at `close` was opened, or None."""
    mark = {")": "("}.get(tokens[close].word, tokens[close].word)
    for index in range(close - 1, max(-1, close - 40), -1):
        if tokens[index].word == mark:
            return index
    return None
