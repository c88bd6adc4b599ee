"""The sentence says more than the passage it rests on: a bound, a hedge or a limit of scope is lost.

At least 412 became 412, an allegation a fact, rural families all families. Each step is small, and the sum is a report
that its sources do not carry. Another hedge that says the same is as good.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.claims import differing
from tieout.checks.finding import Finding
from tieout.checks.rule import rule


@rule(
    code="C353",
    name="claim-widened",
    severity="warning",
    summary="the sentence says more than its passage: a bound, hedge or scope is lost",
    clause="R20 Hedges survive the paraphrase",
    bad="In 2023 the port police recorded 412 complaints of theft in Callao.",
    good="In 2023 the port police recorded at least 412 complaints of theft in Callao.",
    needs="library",
)
def check(case: Case) -> Iterator[Finding]:
    """Each bound, hedge or limit that is lost."""
    yield from differing(case, "C353", "claim-widened", "warning", "bound_dropped", "hedge_dropped", "scope_widened")
