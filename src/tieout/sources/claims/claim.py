"""A Claim: a sentence of a draft held against the passages it rests on, with a verdict. "Supported" means that the
source says so, not that it is true.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["supported", "widened", "differs", "not_found", "text_missing", "no_evidence_needed"]
FAULTY: tuple[Verdict, ...] = ("differs", "not_found", "widened")
"""The verdicts that speak against a claim, the worst first."""

Reason = Literal[
    # differs
    "number_differs",
    "number_not_found",
    "unit_differs",
    "percent_or_points",
    "bound_differs",
    "direction_differs",
    "period_differs",
    "place_differs",
    "authority_differs",
    "quotation_altered",
    "passages_joined",
    "thing_differs",
    "negation_differs",
    # widened
    "bound_dropped",
    "hedge_dropped",
    "scope_widened",
    # not_found
    "no_passage",
    "citation_unknown",
    # text_missing
    "note_lost",
    "source_not_at_hand",
    # no_evidence_needed
    "no_statement",
    "not_cited",
    # supported
    "said",
]


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a document: `text[start:end]` of the document at path `doc` is `text`."""

    doc: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One way in which a claim departs from its passage: its own words, and the source's where it has some."""

    verdict: Verdict
    reason: Reason
    claim: Place
    source: Place | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of a draft with its verdict. `evidence` are the passages it was held against, the best first."""

    id: str
    doc: str
    start: int
    end: int
    text: str
    verdict: Verdict
    reason: Reason
    evidence: tuple[Place, ...] = ()
    differences: tuple[Difference, ...] = ()
    """The worst first; the first one made the verdict."""
    items: tuple[str, ...] = ()
    """Ids of the library texts that the sentence cites."""
    coverage: float = 0.0
    """The share of its telling words and numbers that the evidence has."""
    closed: bool = True
    """Whether everything that the sentence cites is at hand."""
