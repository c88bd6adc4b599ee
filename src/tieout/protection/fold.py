"""Text as names are looked for in it: decoded, without accents, marks and look-alikes, in lower case, with a map back.

Only folds. A name may hide behind entities, percent signs, escapes, tags, letters of another alphabet or of no width.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from itertools import chain
from urllib.parse import unquote

_DROPPED = re.compile(
    "[\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061c\u064b-\u065f\u0670\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\u3164\ufe00-\ufe0f\ufe20-\ufe2f"
    "\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f\U000e0100-\U000e01ef]+"
)
"""Marks over letters, and signs that show nothing."""

_PLAIN = str.maketrans(
    {
        **dict(zip("øØđĐłŁħĦıŧŦɓɗ", "oOdDlLhHitTbd", strict=True)),
        **dict(zip("аеорсухіјѕԁԛԝһӏвкмнт", "aeopcyxijsdqwhlbkmht", strict=True)),
        **dict(zip("АЕОРСУХІЈЅВКМНТ", "AEOPCYXIJSBKMHT", strict=True)),
        **dict(zip("αεορυνικτηχ", "aeopuviktnx", strict=True)),
        **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True)),
        "ß": "ss",
        "ẞ": "SS",
        "æ": "ae",
        "Æ": "AE",
        "œ": "oe",
        "Œ": "OE",
        "þ": "th",
        "Þ": "Th",
        "ð": "d",
        "Ð": "D",
    }
)
"""Letters that no decomposition makes plain, and those of other alphabets that look like Latin ones."""

_BROKEN = re.compile(r"[-\u2010¬][ \t]*\r?\n\s*")
_TAG = re.compile(r"<[^<>]*>")
_CODE = re.compile(
    r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?|(?:%[0-9a-fA-F]{2})+|(?:\\u[0-9a-fA-F]{4})+"
    r"|\\[nrtbf\"/]"
)
_CODES = ("&", "%", "\\")
_ROUNDS = 3
"""How often something may have been encoded over again."""


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text. The letter `low[i]` comes from `text[starts[i]:ends[i]]` of the text that was folded."""

    low: str
    cased: str
    """As `low`, before its capitals went."""
    starts: list[int]
    ends: list[int]


def folds(text: str) -> Iterator[str]:
    """The ways in which a text can be read, each folded, without a map: the quick look."""
    return (_fold(reading).lower() for reading in dict.fromkeys(way(text) for way in _ways(text)))


def mapped(text: str) -> Iterator[Folded]:
    """As `folds`, each with its map back to the text."""
    return (_mapped(text, tags) for tags in _tag_ways(text))


def folded_name(name: str) -> str:
    """A name as `folds` would have it, its capitals kept."""
    return _fold(name)


def _fold(text: str) -> str:
    if not text.isascii():
        text = _DROPPED.sub("", unicodedata.normalize("NFKD", text)).translate(_PLAIN)
    return _BROKEN.sub("", text)


def _tag_ways(text: str) -> tuple[str | None, ...]:
    """What may stand for a tag: itself, nothing, a blank."""
    return (None, "", " ") if "<" in text else (None,)


def _ways(text: str) -> Iterator[Callable[[str], str]]:
    yield lambda plain: plain
    for tags in _tag_ways(text):
        yield lambda plain, tags=tags: _decoded(plain if tags is None else _TAG.sub(tags, plain))  # type: ignore[misc]


def _decoded(text: str) -> str:
    for _ in range(_ROUNDS):
        if not any(sign in text for sign in _CODES):
            break
        text = _CODE.sub(lambda code: _meant(code[0]), text)
    return text


def _meant(code: str) -> str:
    """What an escape stands for."""
    if code[0] == "&":
        return unescape(code)
    if code[0] == "%":
        return unquote(code)
    if code[1] != "u":
        return " "
    pairs = b"".join(int(four, 16).to_bytes(2, "big") for four in code.split("\\u")[1:])
    return pairs.decode("utf-16-be", "replace")


def _mapped(text: str, tags: str | None) -> Folded:
    cells = _cells(text, tags)
    for _ in range(_ROUNDS):
        joined = "".join(sign for sign, _, _ in cells)
        if not any(sign in joined for sign in _CODES):
            break
        cells = list(_read_codes(joined, cells))
    plain = [(c, start, end) for sign, start, end in cells for c in _folded_sign(sign)]
    joined = "".join(sign for sign, _, _ in plain)
    gaps = [range(*found.span()) for found in _BROKEN.finditer(joined)]
    if gaps:
        gone = set(chain.from_iterable(gaps))
        plain = [cell for index, cell in enumerate(plain) if index not in gone]
    cased = "".join(sign for sign, _, _ in plain)
    return Folded(_lowered(cased), cased, [start for _, start, _ in plain], [end for _, _, end in plain])


def _cells(text: str, tags: str | None) -> list[tuple[str, int, int]]:
    """Each sign with its place; tags as told."""
    if tags is None:
        return [(sign, at, at + 1) for at, sign in enumerate(text)]
    cells: list[tuple[str, int, int]] = []
    last = 0
    for found in _TAG.finditer(text):
        cells.extend((text[at], at, at + 1) for at in range(last, found.start()))
        cells.extend((sign, *found.span()) for sign in tags)
        last = found.end()
    cells.extend((text[at], at, at + 1) for at in range(last, len(text)))
    return cells


def _read_codes(joined: str, cells: list[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    last = 0
    for code in _CODE.finditer(joined):
        yield from cells[last : code.start()]
        first, end = cells[code.start()][1], cells[code.end() - 1][2]
        yield from ((sign, first, end) for sign in _meant(code[0]))
        last = code.end()
    yield from cells[last:]


@lru_cache(maxsize=4096)
def _folded_sign(sign: str) -> str:
    if sign.isascii():
        return sign
    return _DROPPED.sub("", unicodedata.normalize("NFKD", sign)).translate(_PLAIN)


def _lowered(cased: str) -> str:
    """In lower case and as long as before."""
    low = cased.lower()
    return low if len(low) == len(cased) else "".join(sign.lower()[:1] for sign in cased)
