"""Likeness of names: which name of one line is nearly a name of another, by one letter or one digit.

Differences that two languages or two habits make (accents, capitals, plurals, a last vowel) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tieout.language.tables import LANGUAGES, words
from tieout.sources.words import fold

if TYPE_CHECKING:
    from tieout.sources.claims.line import Line

_NUMBERED = re.compile(r"(?P<word>[A-ZÁÉÍÓÚÑ][\w’-]{2,}) (?P<number>\d{1,4})(?![\w.,%]*\d)")
_LONG = 5
_YEARS = range(1900, 2100)


Span = tuple[int, int]


def near_names(one: Line, other: Line) -> Iterator[tuple[Span, Span, bool]]:
    """(place in one, place in the other, sure) of names that nearly agree. Sure are numbers with a digit left out; what
    differs by a letter may be written from another alphabet."""
    mine, theirs = list(_numbered(one)), list(_numbered(other))
    for word, number, span in mine:
        same = [(n, at) for w, n, at in theirs if w == word]
        if same and not any(n == number for n, _ in same):
            near = [(n, at) for n, at in same if _slip(number, n)]
            if near:
                yield span, near[0][1], len(near[0][0]) != len(number)
    yield from ((mine, theirs, False) for mine, theirs in _spelt(one, other))


def _numbered(line: Line) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Names that end in a number (`La Cota 905`); months, years and numbers of articles are none."""
    for found in _NUMBERED.finditer(line.passage.text, line.start, line.end):
        if int(found["number"]) in _YEARS or any(d.start <= found.start("number") < d.end for d in line.dates):
            continue
        yield fold(found["word"]), found["number"], found.span()


def _slip(one: str, other: str) -> bool:
    """One digit left out, added or exchanged; a different number of the same length may be another thing."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) == 1:
        return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
    return len(one) == len(other) > 2 and one != other and sorted(one) == sorted(other)


def _spelt(one: Line, other: Line) -> Iterator[tuple[Span, Span]]:
    """Names of two words and more that differ by one letter of one word."""
    theirs = list(_names(other))
    for mine, span in _names(one):
        for name, at in theirs:
            if len(mine) == len(name) and mine != name and _one_letter(mine, name):
                yield span, at


def _names(line: Line) -> Iterator[tuple[tuple[str, ...], tuple[int, int]]]:
    """Runs of two capitalised words or more, not at the head of the line."""
    text = line.passage.text
    run: list[re.Match[str]] = []
    for found in [*_WORD.finditer(text, line.start, line.end), None]:
        joined = found is not None and run and text[run[-1].end() : found.start()] == " "
        if run and not joined:
            if len(run) > 1:
                yield tuple(fold(w[0]) for w in run), (run[0].start(), run[-1].end())
            run = []
        if found is not None and found.start() > line.start and fold(found[0]) not in _common():
            run.append(found)
        elif found is not None:
            run = []


_WORD = re.compile(r"[A-ZÁÉÍÓÚÑ][^\W\d_]+")


def _common() -> frozenset[str]:
    return frozenset(w for code in LANGUAGES for w in words(code, "detect"))


def _one_letter(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    different = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(different) != 1:
        return False
    a, b = different[0]
    if min(len(a), len(b)) < _LONG or a[0] != b[0] or a.startswith(b) or b.startswith(a):
        return False
    return a.rstrip("aeos") != b.rstrip("aeos") and distance_one(a, b)


def distance_one(a: str, b: str) -> bool:
    """Whether one letter was left out, added or exchanged."""
    if abs(len(a) - len(b)) > 1 or a == b:
        return False
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) == len(b):
        return a[at + 1 :] == b[at + 1 :] or (a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :])
    short, long = sorted((a, b), key=len)
    return long[:at] + long[at + 1 :] == short
