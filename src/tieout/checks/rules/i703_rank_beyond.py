"""A rank in an index cannot be: beyond the countries it scores, or at odds with the ranks beside it.

Sixth of twelve in a region that belongs to a continent means at least sixth there, and as many countries behind. A rank
beyond its own printed number is rule A109's; this one knows how many countries the index has, and that groups nest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.checks.scored import profiles, ranks_after
from tieout.evidence.figure import Figure
from tieout.ties.tie import Member


@rule(
    code="I703",
    name="rank-beyond",
    severity="error",
    summary="a rank in an index beyond its countries, or at odds with the ranks beside it",
    clause="R35 Index scores reproduce",
    bad=(
        "6.60 criminal actors score: 37th of 193 countries, 40th of 54 African countries.\n"
        "Mafia-style groups 7.00\nCriminal networks 8.50\nState-embedded actors 7.50\nForeign actors 6.00\n"
        "Private sector actors 4.00"
    ),
    good=(
        "6.60 criminal actors score: 37th of 193 countries, 10th of 54 African countries.\n"
        "Mafia-style groups 7.00\nCriminal networks 8.50\nState-embedded actors 7.50\nForeign actors 6.00\n"
        "Private sector actors 4.00"
    ),
)
def check(case: Case) -> Iterator[Finding]:
    """Ranks of a profile that its groups do not allow."""
    found = profiles(case)
    if found is None:
        return
    page, sheets = found
    for sheet in sheets:
        most = sheet.framework.countries
        for _, ranks in ranks_after(case, page, sheet):
            for rank in ranks:
                if most is not None and max(_place(rank), rank.of or 0) > most:
                    computed = f"the index ranks {most} countries"
                    yield case.finding("I703", "rank-beyond", "error", _at(rank), stated=_said(rank), computed=computed)
            yield from _nested(case, ranks)


def _nested(case: Case, ranks: Sequence[Figure]) -> Iterator[Finding]:
    """Each group is part of the one before it: no more ahead there, and no more behind."""
    inside = [rank for rank in ranks if rank.of is not None and _place(rank) <= rank.of]
    for outer, inner in pairwise(inside):
        of, part = outer.of or 0, inner.of or 0
        if part >= of or (_place(inner) <= _place(outer) and part - _place(inner) <= of - _place(outer)):
            continue
        computed = f"part of a group where it is {_place(outer)} of {of}"
        yield case.finding(
            "I703", "rank-beyond", "error", _at(inner), [_at(outer)], stated=_said(inner), computed=computed
        )


def _place(rank: Figure) -> int:
    return int(rank.value or 0)


def _said(rank: Figure) -> str:
    return f"{_place(rank)} of {rank.of}" if rank.of else str(_place(rank))


def _at(rank: Figure) -> Member:
    return Member(rank.doc, rank.start, rank.end, rank.text, rank)
