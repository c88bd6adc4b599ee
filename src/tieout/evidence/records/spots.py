"""The groups of people, the harms and the small words between them in a sentence, as one letter each.

Who is exposed to what is read from the string of letters (see `exposures.py`); here is only what stands where.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tieout.evidence.records.words import any_of, entries

_TOKEN = re.compile(r"[^\W_][\w’'-]*|[^\w\s]")
_SILENT = frozenset("“”\"‘’'«»*•%$€")
"""Marks that part nothing."""
_OPENS = frozenset(".:;“\"‘«(•–—!?-")
_FORMS = {"noun": "h", "verb": "v", "participle": "u"}
_ROLES = {"exposed": "e", "actor": "a"}


@dataclass(frozen=True, slots=True)
class Spot:
    """Some words of a sentence: their letter and, for people and harms, their id."""

    start: int
    end: int
    letter: str
    id: str = ""


def speaks_of_harm(text: str, language: str) -> bool:
    """Whether a text in lower case has words of harm and of people: the cheap question before the full reading."""
    harm, people = any_of(language, "harms", "harm"), any_of(language, "people", "group")
    return harm.search(text) is not None and people.search(text) is not None


def spots_of(text: str, language: str) -> list[Spot]:
    """Every word of a sentence as a spot, in text order."""
    low = text.lower()
    if len(low) != len(text):
        return []
    found: list[Spot] = []
    taken = bytearray(len(text) + 1)
    for family, name in (("harms", "harm"), ("people", "group"), ("exposures", "word")):
        for start, end, letter, id in _met(text, low, language, family, name):
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                found.append(Spot(start, end, letter, id))
    found += _rest(low, taken)
    return sorted(found, key=lambda spot: spot.start)


def found_in(text: str, language: str, family: str, name: str) -> list[Spot]:
    """The people or the harms of a text alone, in text order."""
    low = text.lower()
    met = _met(text, low, language, family, name) if len(low) == len(text) else ()
    return sorted((Spot(*one) for one in met), key=lambda spot: (spot.start, -spot.end))


def _met(text: str, low: str, language: str, family: str, name: str) -> Iterator[tuple[int, int, str, str]]:
    for entry in entries(language, family, name):
        letter = entry["letter"] or _FORMS.get(entry["form"], "") or _ROLES[entry["role"]]
        for match in entry.regex.finditer(low):
            if match.start() < match.end() and (entry["proper"] or not _is_name(text, match.start())):
                yield match.start(), match.end(), letter, entry["id"] or ""


def _is_name(text: str, at: int) -> bool:
    """Whether a capital stands inside a sentence: a ministry of women is no women."""
    before = text[:at].rstrip()
    return text[at].isupper() and bool(before) and before[-1] not in _OPENS


def _rest(low: str, taken: bytearray) -> Iterable[Spot]:
    """All other words, and the marks that part."""
    for token in _TOKEN.finditer(low):
        if not taken[token.start()] and token[0] not in _SILENT:
            yield Spot(token.start(), token.end(), "x" if token[0][0].isalnum() else "s")
