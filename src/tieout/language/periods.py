"""Dates and calendar periods in a clean line of English or Spanish: where they stand and what they mean in EDTF.

The words and patterns are data (`data/<language>/periods.toml`). Nothing here knows a document, its date, or what a
date is about: a month without its year stays a template (`XXXX-03`), `that year` stays a relation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tieout.language import edtf
from tieout.language.date_grammar import Grammar, Pattern, grammar_of, patterns
from tieout.language.date_joins import joined, with_lead
from tieout.language.date_mention import UNKNOWN_YEAR, DateKind, DateMention, Lead, Relation
from tieout.language.date_readers import LOOK_BACK, READERS

__all__ = [
    "UNKNOWN_YEAR",
    "DateKind",
    "DateMention",
    "Lead",
    "Pattern",
    "Relation",
    "find_dates",
    "patterns",
    "with_year",
]

_LINK = re.compile(r"(?:https?://|www\.)\S+")
_WORD = re.compile(r"\w+|.", re.DOTALL)


def find_dates(text: str, language: str) -> list[DateMention]:
    """Every date and calendar period of a clean line, in order, impossible ones included (`valid` False)."""
    return list(_found(text, language))


@lru_cache(maxsize=64)
def _found(text: str, language: str) -> tuple[DateMention, ...]:
    """Kept for a few lines, because the readers of numbers and of periods ask for the same one in turn."""
    grammar = grammar_of(language)
    return tuple(joined(text, [with_lead(text, atom, grammar) for atom in _atoms(text, grammar)], grammar))


def with_year(template: str, year: int) -> str:
    """A template (`XXXX-12/XXXX-02`) with its year; a span that would run backwards began the year before."""
    filled = template.replace(UNKNOWN_YEAR, f"{year:04d}")
    if edtf.is_date(filled):
        return filled
    low, slash, high = template.partition("/")
    if not slash:
        return f"{year:04d}-02-28"
    return f"{low.replace(UNKNOWN_YEAR, f'{year - 1:04d}')}/{high.replace(UNKNOWN_YEAR, f'{year:04d}')}"


def _atoms(text: str, grammar: Grammar) -> Iterator[DateMention]:
    links = [found.span() for found in _LINK.finditer(text)] if "www." in text or "://" in text else []
    at = 0
    while found := grammar.scan.search(text, at):
        at = max(found.end(), found.start() + 1)
        if any(start <= found.start() < end for start, end in links):
            continue
        first = int((found.lastgroup or "p0")[1:])
        atom = _first_reading(text, found.start(), grammar, first)
        if atom is not None:
            at = atom.end
            yield atom
        else:
            at = found.start() + len(_WORD.match(text, found.start())[0])  # type: ignore[index]


def _first_reading(text: str, start: int, grammar: Grammar, first: int) -> DateMention | None:
    """The first pattern from `first` on that matches here and whose context allows it."""
    for pattern in grammar.patterns[first:]:
        found = pattern.regex.match(text, start)
        if found is None or (pattern.before and not pattern.before.search(text[max(0, start - LOOK_BACK) : start])):
            continue
        atom = READERS[pattern.reads](text, found, pattern, grammar)
        if atom is not None:
            return atom
    return None
