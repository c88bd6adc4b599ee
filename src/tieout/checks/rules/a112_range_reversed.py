"""A range is printed with its high end first.

A range that runs backwards is two numbers exchanged, or a digit lost: between 250 and 120 may have been between 250
and 1,200.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule


@rule(
    code="A112",
    name="range-reversed",
    severity="error",
    summary="a range with its high end first",
    clause="R31 Ranges, rounding, over and around",
    bad="The group has between 1,200 and 250 members.",
    good="The group has between 250 and 1,200 members.",
)
def check(case: Case) -> Iterator[Finding]:
    """The broken range ties of the document."""
    for tie in case.ties_of("range", "breaks"):
        yield case.from_tie("A112", "range-reversed", "error", tie)
