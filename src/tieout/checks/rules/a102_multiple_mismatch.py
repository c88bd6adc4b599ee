"""A multiple in words (doubled, tripled) does not fit the two numbers it compares.

Doubled is remembered where the numbers are not. Words of multiples are commonly rounded, so the ratio may lie a tenth
below the word and half above it; nearly and almost give a fifth. What is only looser than a reader expects is A120.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule


@rule(
    code="A102",
    name="multiple-mismatch",
    severity="error",
    summary="doubled, tripled and the like do not fit their numbers",
    clause="R26 Arithmetic holds; R31 Ranges, rounding, over and around",
    bad="Complaints tripled from 1,200 in 2021 to 1,950 in 2023.",
    good="Complaints doubled from 1,000 in 2021 to 1,950 in 2023.",
)
def check(case: Case) -> Iterator[Finding]:
    """The broken multiple ties of the document."""
    for tie in case.ties_of("multiple", "breaks"):
        yield case.from_tie("A102", "multiple-mismatch", "error", tie)
