"""The sentence and the passage it rests on do not say the same: the number, unit, time, place, direction, bound or
thing differs, or one of the two denies what the other says.

One month to six years became one month to six months: slips of copying are the commonest fault of country reports, and
the gravest, because they carry a source's name. It is an error when the passage is surely the one that is meant and
what differs can be proved, else a warning. That the source says so does not make it true.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.claims import differing
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.sources.claims.claim import Reason


@rule(
    code="C351",
    name="claim-differs",
    severity="error",
    summary="a number, unit, time, place, direction or thing is not what the cited passage says",
    clause="R21 Figures and units copied right",
    bad="The Harbour Law punishes smuggling with one month to six months in prison.",
    good="The Harbour Law punishes smuggling with one month to six years in prison.",
    needs="library",
)
def check(case: Case) -> Iterator[Finding]:
    """Each difference at the words that differ."""
    yield from differing(case, "C351", "claim-differs", "error", *_REASONS)


_REASONS: tuple[Reason, ...] = (
    "number_differs", "number_not_found", "unit_differs", "percent_or_points", "bound_differs", "direction_differs",
    "period_differs", "place_differs", "authority_differs", "passages_joined", "thing_differs",
    "negation_differs",
)  # fmt: skip
