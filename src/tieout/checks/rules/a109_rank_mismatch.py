"""A rank lies beyond its number, or does not fit those named ahead of it.

Somebody 35th of 33 has been copied from another table; the fourth highest has three ahead, no more.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule


@rule(
    code="A109",
    name="rank-mismatch",
    severity="error",
    summary="a rank beyond its number, or not one more than those named ahead",
    clause="R26 Arithmetic holds",
    bad=("In 2023 the country had the fourth highest rate in the region, surpassed only by Bolivia and Honduras."),
    good=("In 2023 the country had the third highest rate in the region, surpassed only by Bolivia and Honduras."),
)
def check(case: Case) -> Iterator[Finding]:
    """The broken rank ties of the document."""
    for tie in case.ties_of("rank", "breaks"):
        yield case.from_tie("A109", "rank-mismatch", "error", tie)
