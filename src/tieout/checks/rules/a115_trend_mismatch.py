"""A word of rise, fall or comparison goes against its own numbers.

Fell from 104 to 200 is two numbers or two dates exchanged, or the wrong verb; below an average of 8 when it is 10 is
no better.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule


@rule(
    code="A115",
    name="trend-mismatch",
    severity="error",
    summary="rose, fell, below or above goes against the numbers",
    clause="R26 Arithmetic holds",
    bad="Emigration fell from 104,000 people in 2017 to 200,000 people in 2022.",
    good="Emigration rose from 104,000 people in 2017 to 200,000 people in 2022.",
)
def check(case: Case) -> Iterator[Finding]:
    """The broken order ties of the document."""
    for tie in case.ties_of("order", "breaks"):
        yield case.from_tie("A115", "trend-mismatch", "error", tie)
