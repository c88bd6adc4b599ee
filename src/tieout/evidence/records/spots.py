"""The groups of people, the harms and the small words between them in a sentence, as one letter each.

Who is exposed to what is read from the string of letters (see `exposures.py`); here is only what stands where.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tieout.evidence.records.words import any_of, one_of

_TOKEN = re.compile(r"[^\W_][\w’'-]*|[^\w\s]")
_SILENT = frozenset("“”\"‘’'«»*•%$€")
"""Marks that part nothing."""
_JOINING = frozenset(",/")
_OPENS = frozenset('.:;“"‘«(•–—!?-')
_FORMS = {"noun": "h", "verb": "v", "participle": "u"}
_ROLES = {"exposed": "e", "actor": "a"}


@dataclass(frozen=True, slots=True)
class Spot:
    """Some words of a sentence: their letter and, for people and harms, their id."""

    start: int
    end: int
    letter: str
    id: str = ""


def spots_of(text: str, language: str) -> list[Spot]:
    """Every word of a sentence as a spot, in text order; none of a sentence without people or without harm."""
    low = text.lower()
    if len(low) != len(text) or any_of(language, "harms", "cheap").search(low) is None:
        return []
    taken = bytearray(len(text) + 1)
    harms = _placed(text, low, language, "harms", "harm", taken)
    people = _placed(text, low, language, "people", "group", taken) if harms else []
    if not people:
        return []
    found = (*harms, *people, *_placed(text, low, language, "exposures", "word", taken))
    return sorted((*found, *_rest(low, taken)), key=lambda spot: spot.start)


def found_in(text: str, language: str, family: str, name: str) -> list[Spot]:
    """The people or the harms of a text alone, in text order."""
    low = text.lower()
    if len(low) != len(text):
        return []
    return _placed(text, low, language, family, name, bytearray(len(text) + 1))


def _placed(text: str, low: str, language: str, family: str, name: str, taken: bytearray) -> list[Spot]:
    """What an array of a table matches where no words are taken yet; it takes them."""
    out = []
    for spot in _met(text, low, language, family, name):
        if not any(taken[spot.start : spot.end]):
            taken[spot.start : spot.end] = b"\1" * (spot.end - spot.start)
            out.append(spot)
    return out


def _met(text: str, low: str, language: str, family: str, name: str) -> Iterator[Spot]:
    regex, held = one_of(language, family, name)
    for match in regex.finditer(low):
        if match.lastgroup is None or match.start() == match.end():
            continue
        entry = held[int(match.lastgroup[1:])]
        if entry["proper"] or not _is_name(text, match.start()):
            letter = entry["letter"] or _FORMS.get(entry["form"], "") or _ROLES[entry["role"]]
            yield Spot(match.start(), match.end(), letter, entry["id"] or "")


def _is_name(text: str, at: int) -> bool:
    """Whether a capital stands inside a sentence: a ministry of women is no women."""
    before = text[:at].rstrip()
    return text[at].isupper() and bool(before) and before[-1] not in _OPENS


def _rest(low: str, taken: bytearray) -> Iterable[Spot]:
    """All other words, and the marks that part."""
    for token in _TOKEN.finditer(low):
        if not taken[token.start()] and token[0] not in _SILENT:
            plain = "c" if token[0] in _JOINING else "s"
            yield Spot(token.start(), token.end(), "x" if token[0][0].isalnum() else plain)
