"""The words of a line as stems and its numbers as plain digits: what two texts, also of two languages, have in common.

A stem has no accents, no plural and no last vowel, so `homicidios` and `homicidio` are one. Nothing here knows what a
word means; `terms.py` does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(
    r"\d[\d.,\u00a0\u202f\u2009]*(?:(?<=\d)|(?<=[.,]))(?: \d{3}(?!\d))*(?: mil(?: \d{3})?\b)?|[^\W\d_]+"
)
_GROUPING = re.compile(r"[^\d]")
_MIL = re.compile(r" mil(?: (\d{3}))?$")
_ROOT = 6
"""Letters of a stem that cognates of the two languages share (`municipality`, `municipio`)."""


class Word(NamedTuple):
    """A word or numeral of a line: `line[start:end]`. `stem` of a numeral is its digits alone."""

    start: int
    end: int
    stem: str
    number: bool = False
    name: bool = False
    """Whether it begins with a capital."""

    @property
    def root(self) -> str:
        """The first letters of the stem, which cognates share; a numeral whole."""
        return self.stem if self.number else self.stem[:_ROOT]


def words_of(line: str) -> Iterator[Word]:
    """The words and numerals of a line in order; a possessive `s` is none."""
    for found in _TOKEN.finditer(line):
        text = found[0]
        if text[0].isdigit():
            yield Word(found.start(), found.start() + len(text.rstrip(".,")), digits(text), number=True)
        elif not (len(text) == 1 and found.start() and line[found.start() - 1] in "'’"):
            yield Word(found.start(), found.end(), stem(text), name=text[0].isupper())


def digits(numeral: str) -> str:
    """A numeral without its marks, `mil` written out: `11 mil 333` and `11,333` are `11333`; `0,5` is `05`."""
    thousands = _MIL.search(numeral)
    if thousands:
        head = _GROUPING.sub("", numeral[: thousands.start()])
        return head + (thousands[1] or "000")
    return _GROUPING.sub("", numeral)


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """A word in lower case without accents, plural and last vowel; short words keep their vowel."""
    word = fold(word)
    if word.endswith("ies") and len(word) > 5:
        word = word[:-3] + "y"
    elif word.endswith("s") and len(word) > 3 and not word.endswith("ss"):
        word = word[:-1]
    return word[:-1] if len(word) > 4 and word[-1] in "aeo" else word


@lru_cache(maxsize=1 << 17)
def fold(word: str) -> str:
    """Lower case without accents."""
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)).lower()
