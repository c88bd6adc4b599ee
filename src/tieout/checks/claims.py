"""Findings about claims: the sentences of a document that the library speaks against, and what is said of each.

Judging is the business of sources/claims; here a difference becomes a finding, with its severity and its words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from tieout.checks.case import Case
from tieout.checks.finding import Finding, Severity
from tieout.sources.claims.claim import Claim, Difference, Place, Reason
from tieout.ties.tie import Member

RULES = ("C351", "C352", "C353", "C354", "C355")
"""The rules about claims."""

_SURE = 0.55
"""The share of a claim that an uncited passage must have for a difference to be more than a warning."""
_READ = frozenset({"thing_differs", "negation_differs", "authority_differs", "number_not_found"})
"""Differences that rest on words being told apart, or on nothing being found: never an error."""
_SHOWN = 90
"""Characters of the source's words in a message."""

if TYPE_CHECKING:
    from tieout.sources.claims.against import Against

REASONS: dict[Reason, str] = {
    "number_differs": "another number",
    "number_not_found": "a number that the source does not print",
    "unit_differs": "another unit",
    "percent_or_points": "percent and percentage points are not the same",
    "bound_differs": "another bound",
    "direction_differs": "the other direction",
    "period_differs": "another time",
    "place_differs": "another place",
    "authority_differs": "another body counted",
    "passages_joined": "two distant passages are joined",
    "thing_differs": "another thing",
    "negation_differs": "one of the two denies it",
    "quotation_altered": "not the words of the source",
    "bound_dropped": "the bound is dropped",
    "hedge_dropped": "a limiting word is dropped",
    "scope_widened": "the scope is wider",
}
"""What each reason says in a message, in English; the phrase book has the Spanish."""


def claims_of(case: Case) -> Iterator[Claim]:
    """The claims of a document, held against the library at hand."""
    yield from cast("Against", case.given["library"]).claims(case.reading)


def differing(case: Case, code: str, name: str, severity: Severity, *reasons: Reason) -> Iterator[Finding]:
    """A finding for each difference of these kinds, at the claim's own words, with the source's words as evidence."""
    for claim in claims_of(case):
        for difference in claim.differences:
            if difference.reason in reasons:
                yield _finding(case, code, name, _severity(severity, claim, difference), claim, difference)


def _severity(most: Severity, claim: Claim, difference: Difference) -> Severity:
    """An error only when the passage is surely the one that is meant, and what differs can be proved."""
    sure = (claim.items and claim.closed) or claim.coverage >= _SURE
    if most != "error" or (sure and difference.reason not in _READ):
        return most
    return "warning"


def _finding(case: Case, code: str, name: str, severity: Severity, claim: Claim, difference: Difference) -> Finding:
    at = member(difference.claim)
    # The source's own words first, then the passage they stand in, which a reader holds the sentence against.
    source = [member(difference.source)] if difference.source is not None else []
    shown = list(dict.fromkeys(m for m in (*source, *map(member, claim.evidence[:1])) if m != at))
    says = f", where the source has “{_short(difference.source.text)}”" if difference.source is not None else ""
    return case.finding(
        code, name, severity, at, shown,
        stated=f"“{_short(at.text)}”{says}", computed=REASONS[difference.reason],
    )  # fmt: skip


def member(place: Place) -> Member:
    """A place as the member of a finding."""
    return Member(place.doc, place.start, place.end, place.text)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + "…"
