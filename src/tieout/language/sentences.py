"""Sentence boundaries in a clean line of English or Spanish."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tieout.language.tables import words

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[¿¡•]*[^\s])|[.!?][\"'”’»)]*(?=[A-ZÁÉÍÓÚÑ][a-z])")
_LAST_WORD = re.compile(r"([^\W\d_][\w.]*)$")
_NEXT = re.compile(r"\s*[\"'“‘«(\[¿¡•]*(\S)")


def sentences(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each sentence of `text`, blanks at the edges left out.

    A full stop ends a sentence when the next word begins with a capital, a digit or an opening mark, unless the word
    before is a known abbreviation (`No.`, `Sr.`, `U.S.`) or a single capital. Glued sentences (`Peru.This`) are parted.
    """
    abbreviations = words(language, "abbreviations")
    start = 0
    for stop in _END.finditer(text):
        if text[stop.start()] == "." and _is_abbreviation(text, stop.start(), stop.end(), abbreviations):
            continue
        following = _NEXT.match(text, stop.end())
        if following is None or following[1].islower():
            continue
        yield from _trimmed(text, start, stop.end())
        start = stop.end()
    yield from _trimmed(text, start, len(text))


def _is_abbreviation(text: str, at: int, end: int, abbreviations: frozenset[str]) -> bool:
    last = _LAST_WORD.search(text, max(0, at - 20), at)
    if last is None:
        return False
    word = last[1].lower()
    if end < len(text) and not text[end].isspace():
        # A stop with no blank after it: a sentence boundary was glued (`Peru.This`) only after a real word.
        return len(word) < 3 or "." in word or word in abbreviations
    return (
        word in abbreviations
        or (len(word) == 1 and last[1].isupper())
        or bool(re.fullmatch(r"(?:[a-z]\.)+[a-z]", word) and text[end:].lstrip()[:1].islower())
    )


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
