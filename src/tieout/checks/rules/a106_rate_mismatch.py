"""A rate does not follow from the count and the population printed with it.

A rate per 100,000 is a count over a population. When all three stand in one sentence they must agree within rounding.
A population printed elsewhere is of another year and only confirms.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule


@rule(
    code="A106",
    name="rate-mismatch",
    severity="error",
    summary="a rate does not follow from count and population",
    clause="R26 Arithmetic holds",
    bad=(
        "With 930 homicides in a population of 10,200,000, the region had a rate of 12.0 homicides "
        "per 100,000 inhabitants."
    ),
    good=(
        "With 930 homicides in a population of 10,200,000, the region had a rate of 9.1 homicides per "
        "100,000 inhabitants."
    ),
)
def check(case: Case) -> Iterator[Finding]:
    """The broken rate ties of the document."""
    for tie in case.ties_of("rate", "breaks"):
        yield case.from_tie("A106", "rate-mismatch", "error", tie)
