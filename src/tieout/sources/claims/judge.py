"""Judging a claim: find its evidence, make every comparison, and give the worst verdict that one of them reached."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable

from tieout.sources.claims import (
    bounds,
    directions,
    hedges,
    joined,
    negations,
    numbers,
    periods,
    places,
    quotations,
    scope,
    things,
    units,
    who,
)
from tieout.sources.claims.claim import FAULTY, Claim, Difference, Reason, Verdict
from tieout.sources.claims.evidence import Evidence, evidence_for, publishers
from tieout.sources.claims.line import Line
from tieout.sources.claims.speakers import Speakers
from tieout.sources.holdings import Holdings

_COVERED = 0.3
_COVERED_ABROAD = 0.12
"""The share of a claim that a passage of another language must have: few words are alike there."""
_LEAST_WORDS = 3

COMPARISONS = (
    numbers.compare, units.compare, bounds.compare, directions.compare, periods.compare, places.compare,
    quotations.compare, hedges.compare, scope.compare, things.compare, joined.compare,
    negations.compare,
)  # fmt: skip


def judge(
    line: Line, holdings: Holdings, speakers: Speakers, items: Collection[int] | None = None, *, closed: bool = True
) -> Claim:
    """The verdict on one sentence, held against some texts of the library (all when None).

    `closed` says that nothing else is cited for it: only then what is not found there is not there.
    """
    if not is_statement(line, publishers(holdings, items)):
        return claim_of(line, "no_evidence_needed", "no_statement")
    evidence = evidence_for(line, holdings, items)
    ids = tuple(holdings.texts[i].item.id for i in sorted(items)) if items is not None else ()
    if evidence is None or evidence.coverage < (_COVERED if evidence.same_language else _COVERED_ABROAD):
        if closed:
            return claim_of(line, "not_found", "no_passage", evidence, items=ids)
        return claim_of(line, "text_missing", "source_not_at_hand", evidence, items=ids, closed=False)
    found = sorted(differences(evidence, speakers), key=lambda d: FAULTY.index(d.verdict))
    if not closed:
        found = [d for d in found if d.source is not None]
    if not found:
        return claim_of(line, "supported", "said", evidence, items=ids, closed=closed)
    return claim_of(line, found[0].verdict, found[0].reason, evidence, found, items=ids, closed=closed)


def differences(evidence: Evidence, speakers: Speakers) -> Iterable[Difference]:
    """What every comparison has to say."""
    for compare in COMPARISONS:
        yield from compare(evidence)
    yield from who.compare(evidence, speakers)


def is_statement(line: Line, own: frozenset[str]) -> bool:
    """Whether a sentence says something that can be looked up: a few telling words beside the names of its sources'
    publishers (`own`), and no question."""
    telling = [w for w in line.telling if not (w.name and w.root in own)]
    return len(telling) >= _LEAST_WORDS and not line.text.rstrip('"”’»').endswith("?")


def claim_of(
    line: Line,
    verdict: Verdict,
    reason: Reason,
    evidence: Evidence | None = None,
    found: Iterable[Difference] = (),
    *,
    items: tuple[str, ...] = (),
    closed: bool = True,
) -> Claim:
    """The record of a verdict."""
    at = line.whole
    name = f"{line.doc}\n{at.start}:{at.end}\n{at.text}"
    shown = () if evidence is None else (evidence.line.whole, *(x.whole for _, x in evidence.extra))
    return Claim(
        hashlib.sha256(name.encode()).hexdigest()[:10],
        at.doc, at.start, at.end, at.text, verdict, reason, shown, tuple(found), items,
        evidence.coverage if evidence is not None else 0.0, closed,
    )  # fmt: skip
