"""The words of one sentence around its numbers, and how a noun phrase is put so that it says what is counted.

It knows phrases and what follows them, not which of them a number counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tieout.evidence.concept import concept_of, counting_of
from tieout.language.phrases import Phrase, Token, class_of, complement, is_of, is_possessive, phrase_at, tokens_of
from tieout.language.tables import table

Pieces = tuple[tuple[int, int], ...]
"""Stretches of a view's text, in order."""

CONTENT = frozenset({"noun", "name", "past", "gerund"})
"""Kinds of words that say something of what is counted."""
WIDEST = 6
"""Words of the counted noun phrase kept, the ones nearest its head."""
_SAID = frozenset({"noun", "past", "gerund", "verb"})
"""What may be said of the counted things; a name is rather a place."""
_REACH = 12
"""Words behind a phrase that are looked at for what is said of it."""
_STOPS = frozenset({"time", "figure", "number", "mark", "conjunction"})
"""Kinds of words that end what is said of the counted things."""
_PLACED = frozenset({"in", "at", "en"})
_PER = frozenset({"per", "por"})
_JOINTS = frozenset({"de", "del", "la", "las", "los", "el", "y", "da", "do", "dos", "al"})
"""Small words of other languages that join a name's parts."""
_LISTED = 5
"""Nouns of a list (`laws, bills and decrees`) taken as one measure."""


_LISTS = ("quantity", "rate", "generic", "light", "resuming", "most", "money", "following")
"""The word lists of the measure table."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of the measure table of one language that steer the reading."""

    quantity: frozenset[str]
    rate: frozenset[str]
    generic: frozenset[str]
    light: frozenset[str]
    resuming: frozenset[str]
    most: frozenset[str]
    money: frozenset[str]
    following: frozenset[str]
    change: re.Pattern[str]
    saying: re.Pattern[str]
    continued: re.Pattern[str]


@cache
def lexicon(language: str) -> Lexicon:
    """The compiled measure table of a language."""
    data, saying = table(language, "measures"), table(language, "saying")
    return Lexicon(
        **{name: frozenset(data[name]["words"]) for name in _LISTS},
        change=re.compile("(?:" + "|".join(entry["pattern"] for entry in data["change"]) + r")\Z"),
        saying=re.compile("(?:" + "|".join(entry["pattern"] for entry in saying["verb"]) + r")\Z"),
        continued=re.compile(r"\W*(?:" + "|".join(entry["pattern"] for entry in saying["continued"]) + r")\b"),
    )


class Wording:
    """One sentence as tokens, with the given spans (of numbers) as one token each."""

    def __init__(self, text: str, bounds: tuple[int, int], spans: Sequence[tuple[int, int]], language: str) -> None:
        self.text = text
        self.bounds = bounds
        self.language = language
        self.words = lexicon(language)
        self.tokens = tokens_of(text, *bounds, language, _apart(spans))

    def word(self, at: int) -> str:
        """The word at a token index in lower case, empty outside the sentence."""
        return self.tokens[at].word if 0 <= at < len(self.tokens) else ""

    def kind(self, at: int) -> str:
        """The class of the word at a token index, empty outside the sentence."""
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else ""

    def is_of(self, at: int) -> bool:
        """Whether `of` (`de`) stands at a token index."""
        return 0 <= at < len(self.tokens) and is_of(self.tokens[at], self.language)

    def is_change(self, at: int) -> bool:
        """Whether a word of change (`rose`, `reduction`) stands at a token index."""
        return self.words.change.match(self.word(at)) is not None

    def phrase(self, at: int) -> Phrase | None:
        """The noun phrase that begins at a token index."""
        return phrase_at(self.tokens, at, self.language) if at < len(self.tokens) else None

    def content(self, first: int, last: int) -> list[Token]:
        """The words from one token to another (inclusive) that say something."""
        return [t for t in self.tokens[first : last + 1] if t.kind in CONTENT]

    def stands_for(self, at: int) -> bool:
        """`those who`, `las que`: an article or pronoun that repeats what was counted before."""
        return self.kind(at) == "pronoun" or (
            self.kind(at) == "determiner" and self.kind(at + 1) in ("past", "clause", "gerund", "mark", "auxiliary")
        )

    def is_bare(self, pieces: Pieces) -> bool:
        """Whether a measure says no more than `people` or `cases`."""
        return len(pieces) == 1 and self.text[pieces[0][0] : pieces[0][1]].lower() in self.words.generic

    def is_naming(self, phrase: Phrase) -> bool:
        """Whether a phrase is but a name; of one that opens the sentence only known words and plurals are nouns."""
        words = self.content(phrase.first, phrase.last)
        return all(self._is_name(t) for t in words if t.word not in _JOINTS)

    def _is_name(self, token: Token) -> bool:
        if not self.text[token.start].isupper():
            return False
        words = self.words
        known = token.word in words.rate | words.quantity | words.money or concept_of(token.word, self.language)
        if known or token.kind == "name":
            return not known
        return counting_of(token.word, self.language) is None and not token.word.endswith("s")

    # -- a phrase put in words ---------------------------------------------------------------------------------------

    def described(self, phrase: Phrase, predicate: bool, wide: int = 0) -> Pieces:
        """A phrase with the complement or predicate that makes it say what is counted.

        `wide`: words of the predicate wanted at least.
        """
        inner = self._complement(phrase)
        words = self.words
        if self.word(phrase.head) in words.quantity and inner is not None:
            return self.described(inner, predicate, wide)
        empty = words.quantity | words.most | words.resuming
        if all(t.word in empty for t in self.content(phrase.first, phrase.last)):
            return ()
        if self.is_change(phrase.head) and self.kind(phrase.head) == "noun":
            return ()
        first = max(phrase.first, phrase.last - WIDEST + 1)
        while first < phrase.head and self.word(first) in words.most:
            first += 1
        last, core = phrase.last, len(self.content(first, phrase.last))
        if inner is not None and (core <= 2 or self.word(phrase.head) in self.words.rate):
            last = min(inner.last, max(inner.head, inner.first + 3))
            core += len(self.content(inner.first, last))
            of = self._complement(inner) if core == 2 and last == inner.last else None
            if of is not None and self.kind(of.head) == "noun":
                # `unemployment of women`, `tasa de desempleo de las mujeres`
                last = of.head
                core += 1
        last = self._listed(last)
        pieces = [(self.tokens[first].start, self.tokens[last].end)]
        per = self._per(last)
        if per:
            pieces.extend(per)
        elif predicate:
            pieces.extend(self.predicate(last + 1, max(wide, min(core, 3), 2)))
        return self.merged(pieces)

    def _complement(self, phrase: Phrase) -> Phrase | None:
        """The phrase joined by `of`, unless it but says where (`of the country`)."""
        inner = complement(self.tokens, phrase, self.language)
        return None if inner is None or self.word(inner.head) in self.words.light else inner

    def _listed(self, last: int) -> int:
        """The last word of the list of nouns that a phrase opens (`laws, bills and decrees`), else its own."""
        at = last
        for _ in range(_LISTED):
            if self.word(at + 1) != ",":
                return last
            closing = self.kind(at + 2) == "conjunction"
            start = at + 3 if closing else at + 2
            phrase = self.phrase(start)
            if phrase is None or phrase.first - start > 1 or self.tokens[phrase.head].kind == "name":
                return last
            at = phrase.last
            if closing or any(self.kind(k) == "conjunction" for k in range(start, at)):
                return last if self.words.saying.match(self.word(at + 1)) else at
        return last

    def _per(self, last: int) -> list[tuple[int, int]]:
        """`per … inhabitants` behind a phrase, the number of them left out."""
        at = last + 1
        if self.word(at) not in _PER or self.kind(at + 1) not in ("number", "determiner"):
            return []
        noun = at + 1
        while self.kind(noun) in ("number", "determiner"):
            noun += 1
        counted = self.kind(noun - 1) == "number" and self.kind(noun) == "noun"
        return [(t.start, t.end) for t in (self.tokens[at], self.tokens[noun])] if counted else []

    def predicate(self, at: int, budget: int, stop: int | None = None) -> list[tuple[int, int]]:
        """Up to `budget` words of what is said of the counted things: a participle, a purpose, a relative clause.

        Ends in front of token `stop`.
        """
        out: list[tuple[int, int]] = []
        for index in range(at, min(at + _REACH, len(self.tokens) if stop is None else stop)):
            token = self.tokens[index]
            if token.kind in _SAID and not is_possessive(token):
                if token.word not in self.words.light:
                    out.append((token.start, token.end))
            elif token.kind in _STOPS or (token.kind == "clause" and out):
                break
            if len(out) == budget:
                break
        return out

    def filled(self, pieces: Pieces, stop: int) -> Pieces:
        """A measure that says no more than `people`, with what is said of them up to token `stop`."""
        if not self.is_bare(pieces):
            return pieces
        behind = next((i for i, t in enumerate(self.tokens) if t.start >= pieces[0][1]), stop)
        return self.merged((*pieces, *self.predicate(behind, 3, stop)))

    def ending_at(self, last: int) -> Pieces:
        """The phrase whose last word stands at `last`, walked back over `of` phrases to where it begins."""
        first = self.opening(last)
        phrase = self.phrase(first) if first <= last else None
        return self.described(phrase, predicate=False) if phrase is not None and phrase.last <= last else ()

    def opening(self, last: int) -> int:
        """Token index where the phrase whose last word stands at `last` begins; `last` + 1 when none ends there."""
        first = last
        while first >= 0 and self._goes_back(first, last):
            if self.kind(first) == "determiner" and not is_possessive(self.tokens[first]) and not self.is_of(first - 1):
                return first
            first -= 1
        return first + 1

    def _goes_back(self, at: int, last: int) -> bool:
        """Whether a phrase that ends at `last` goes back over the word at a token index."""
        kind, before = self.kind(at), self.kind(at - 1)
        return (
            kind in ("noun", "name", "determiner")
            or (kind == "past" and (self.language == "es" or before == "determiner"))
            or (self.is_of(at) and before in ("noun", "name"))
            or (kind == "conjunction" and before == "noun" and at < last)
            or (kind == "adverb" and self.language == "es" and before == "noun" and at < last)
        )

    def opens_with_verb(self, at: int) -> bool:
        """Whether the span of a number begins with its verb: `supera los 13 mil`; a word of change is none."""
        first = self.word(at).split()[0]
        return class_of(first, self.language) == "verb" and self.words.change.match(first) is None

    def is_placed(self, at: int) -> bool:
        """Whether a preposition of place (`in`, `en`) stands in front of a token."""
        return self.word(at - 1) in _PLACED

    def is_site(self, first: int) -> bool:
        """Whether the phrase that begins at a token is but the name of where: `in Lima`, `en Coahuila`."""
        phrase = self.phrase(first) if self.is_placed(first) else None
        return phrase is not None and self.is_naming(phrase)

    def merged(self, pieces: Sequence[tuple[int, int]]) -> Pieces:
        """Pieces that stand side by side joined into one, those that overlap an earlier one left out."""
        out: list[tuple[int, int]] = []
        for start, end in pieces:
            if any(start < last and first < end for first, last in out):
                continue
            if out and out[-1][1] <= start and self.text[out[-1][1] : start].strip() == "":
                out[-1] = (out[-1][0], end)
            else:
                out.append((start, end))
        return tuple(out)


def _apart(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order with those that overlap an earlier one left out."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if not out or start >= out[-1][1]:
            out.append((start, end))
    return out
