"""Quotations: between quotation marks stand the source's words, letter for letter; ellipses and brackets are respected.

A quotation translated from another language is held against the source by its terms.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.sources.claims.claim import Difference
from tieout.sources.claims.evidence import Evidence
from tieout.sources.claims.quoting import quotations
from tieout.sources.terms import terms_in

_LOST = 2
"""Terms of a translated quotation that must be missing."""


def compare(evidence: Evidence) -> Iterator[Difference]:
    """Quotations that the source's text does not have."""
    for start, end in quotations(evidence.claim):
        if evidence.is_quoted(start):
            continue
        at = evidence.claim.place(start, end)
        if evidence.same_language or _terms_lost(evidence, start, end):
            yield Difference("differs", "quotation_altered", at, evidence.line.whole)


def _terms_lost(evidence: Evidence, start: int, end: int) -> bool:
    """Whether several terms of a translated quotation stand nowhere in the passage."""
    claim = evidence.claim
    inside = {n.term.id for n in terms_in([w for w in claim.words if start <= w.start < end])}
    lost = inside - evidence.term_ids
    return len(lost) >= _LOST
