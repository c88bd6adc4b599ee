"""Laws and agreements called by a name: `Harbour Act of 2017`, `Escazú Agreement`, `Ley de Bosques`.

It reads one line and knows the words of `laws.toml`. A run of capitals that names no one law is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tieout.evidence.records.words import any_of, entries

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_SHORTEST = 2
"""Words of a name."""


@dataclass(frozen=True, slots=True)
class Named:
    """A named law in a line: `text[start:end]`."""

    start: int
    end: int
    kind: str
    name: str
    date: str | None


def named(text: str, language: str) -> list[Named]:
    """The named laws of a line, in order; of two readings of the same words the longer."""
    found = sorted(_found(text, language), key=lambda n: (n.start - n.end, n.start))
    out: list[Named] = []
    for one in found:
        if all(one.end <= other.start or one.start >= other.end for other in out):
            out.append(one)
    return sorted(out, key=lambda n: n.start)


def _found(text: str, language: str) -> Iterator[Named]:
    opener, between = any_of(language, "laws", "opener"), any_of(language, "laws", "between")
    for entry in entries(language, "laws", "named"):
        for match in entry.regex.finditer(text):
            start, stop = match.span("name" if "name" in match.re.groupindex else 0)
            cuts = [(start, start), *(m.span() for m in between.finditer(text, start, stop)), (stop, stop)]
            for (_, first), (end, _) in pairwise(cuts):
                lead = opener.match(text[first:end])
                name = _name(text, first + (lead.end() if lead else 0), end, entry["kind"], language)
                if name is not None:
                    yield name


def _name(text: str, start: int, end: int, kind: str, language: str) -> Named | None:
    """A name, or None for a run of words that names no one law."""
    name = text[start:end]
    years = _YEAR.findall(name)
    if len(name.split()) < _SHORTEST or any_of(language, "laws", "not_name").search(name):
        return None
    return Named(start, end, kind, name, years[0] if len(years) == 1 else None)
