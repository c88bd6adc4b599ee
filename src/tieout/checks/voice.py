"""How Tieout speaks: its own lines in English and Spanish, and what rules, ties and readers say put into Spanish.

Rules, ties and readers say things in English, in fixed phrases round numbers and round words of the document. A
phrase book (data/phrases.toml) turns the phrases; numbers take the form of the language; the document's own words are
held out of it. Nothing here says anything new about a document.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from tieout.errors import UnreadableError

LANGUAGES = ("en", "es")

_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\w|[.,]\d)|(?<![\w.,])\d+\.\d+(?!\w|[.,]\d)")
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|(?<!\w)'[^']*'(?!\w)|(?<![\w-])--[a-z][a-z-]*")
_HELD = re.compile("[\ue000-\uf8ff]")
_FIRST = 0xE000
_MOST = 0xF8FF - _FIRST
_THIN = "\u202f"


@cache
def lines() -> Mapping[str, Mapping[str, str]]:
    """Tieout's own lines: key, language."""
    return _table("said.toml")


@cache
def phrases(lang: str) -> Mapping[str, str]:
    """What English phrases (in lower case) become in a language; empty for English."""
    if lang == "en":
        return {}
    return {phrase.lower(): said for phrase, said in _table(f"phrases_{lang}.toml")["phrases"].items()}


def _table(name: str) -> Mapping[str, Any]:
    return tomllib.loads((files("tieout.checks") / "data" / name).read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Voice:
    """Tieout speaking one language."""

    lang: str = "en"

    def __call__(self, key: str, **values: object) -> str:
        """One of its own lines, filled in."""
        return lines()[key][self.lang].format(**values)

    def many(self, n: int, noun: str) -> str:
        """`1 figure`, `2 figures`."""
        one, more = lines()[noun][self.lang].split("|")
        return f"{self.count(n)} {one if n == 1 else more}"

    def count(self, n: int) -> str:
        """A count with its thousands marked as the language does."""
        return f"{n:,}" if self.lang == "en" else _spanish(f"{n:,}")

    def put(self, sentence: str, own: Collection[str] = ()) -> str:
        """What was said in English, in this language. `own` are words of the document, which stay as they are."""
        if self.lang == "en" or not sentence:
            return sentence
        held: list[str] = []

        def hold(found: re.Match[str]) -> str:
            if len(held) == _MOST:
                return found[0]
            held.append(found[0])
            return chr(_FIRST + len(held) - 1)

        def give_back(found: re.Match[str]) -> str:
            # What stands between quotation marks may hold words that were held before it.
            return _HELD.sub(give_back, held[ord(found[0]) - _FIRST])

        sentence = _HELD.sub("", sentence)
        words = sorted({" ".join(w.split()) for w in own if w.strip()}, key=lambda w: (-len(w), w))
        if words:
            sentence = _whole(words).sub(hold, sentence)
        sentence = _QUOTED.sub(hold, sentence)
        sentence = _book(self.lang).sub(lambda found: phrases(self.lang)[found[0].lower()], sentence)
        sentence = _NUMBER.sub(lambda found: _spanish(found[0]), sentence)
        return _HELD.sub(give_back, sentence)

    def fault(self, fault: UnreadableError) -> str:
        """Why a file could not be read, in one line."""
        return f"{fault.path}: {self.put(fault.what)}; {self.put(fault.remedy)}"


@cache
def _book(lang: str) -> re.Pattern[str]:
    """Any phrase, whole words, the longest first; tried at the beginnings of words only."""
    listed = sorted(phrases(lang), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, listed))})(?!\w)", re.IGNORECASE)


def _whole(words: Iterable[str]) -> re.Pattern[str]:
    """Any of some words, whole: `9` is not found in `19` or `9.5`."""
    return re.compile(rf"(?<![\w.,])(?:{'|'.join(map(re.escape, words))})(?!\w|[.,]\d)")


def _spanish(number: str) -> str:
    """`12,345.6` as `12 345,6`; four digits stand together."""
    whole, _, decimals = number.partition(".")
    grouped = whole.replace(",", _THIN) if len(whole) > 5 else whole.replace(",", "")
    return f"{grouped},{decimals}" if decimals else grouped
