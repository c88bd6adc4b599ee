"""One number is the highest in one place and the lowest in another, of the same thing.

Up to 500 percent and upwards of 500 percent cannot both be true of one interest rate, except when it is 500 for all.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule


@rule(
    code="A113",
    name="limit-conflict",
    severity="warning",
    summary="one number as both highest and lowest",
    clause="R31 Ranges, rounding, over and around; R26 Arithmetic holds",
    bad=("Lenders charge interest of up to 500 percent. Half of the borrowers pay at least 500 percent of interest."),
    good=("Lenders charge interest of up to 500 percent. Half of the borrowers pay at least 50 percent of interest."),
)
def check(case: Case) -> Iterator[Finding]:
    """The broken same ties of the document."""
    for tie in case.ties_of("same", "breaks"):
        if not all(member.figure is not None and member.figure.bound == "exact" for member in tie.members):
            yield case.from_tie("A113", "limit-conflict", "warning", tie)
