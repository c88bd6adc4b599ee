"""Origins: the office that a statement names as its source while only others are cited for it; copies of a release."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations

from tieout.checks.case import Case
from tieout.checks.sourcing.backed import Backed
from tieout.checks.sourcing.noted import register
from tieout.checks.sourcing.words import pattern
from tieout.language.edtf import bounds, is_date
from tieout.sources.citation import Citation
from tieout.sources.stems import words_of
from tieout.ties.tie import Member

_ALIKE = 0.6
"""Share of the words of the shorter title that the other one has."""
_DAYS = 1
_TELLING = 4


def relayed(case: Case, one: Backed, cited: Sequence[Citation]) -> Member | None:
    """The words that name an office (`According to the National Police`) while only the press is cited."""
    found = pattern(case.reading.language, "named_office").search(one.text)
    if found is None or not cited:
        return None
    known = register(case)
    sources = [known.get(citation.source) for citation in cited]
    if not all(source is not None and source.kind == "press" for source in sources):
        return None
    who = next(name for name in found.groupdict().values() if name)
    name = {w.root for w in words_of(who) if w.name}
    for source in sources:
        if source and source.publisher and name & {w.root for w in words_of(source.publisher)}:
            return None
    return case.words(one.passage, one.start + found.start(), one.start + found.end())


def same_release(cited: Sequence[Citation]) -> tuple[Citation, Citation] | None:
    """Two items of two publishers with nearly one title, of the same days."""
    for one, other in combinations(cited, 2):
        if one.publisher != other.publisher and _same_days(one, other) and _alike(one.title, other.title):
            return one, other
    return None


def _same_days(one: Citation, other: Citation) -> bool:
    days = [_day(citation.date) for citation in (one, other)]
    return days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) <= _DAYS


def _day(edtf: str | None) -> date | None:
    return bounds(edtf)[1] if edtf and len(edtf) == 10 and is_date(edtf) else None


def _alike(one: str | None, other: str | None) -> bool:
    a, b = (({w.root for w in words_of(title or "") if len(w.stem) > 3 or w.number}) for title in (one, other))
    return min(len(a), len(b)) >= _TELLING and len(a & b) >= _ALIKE * min(len(a), len(b))
