"""A number per day, week or month does not follow from the count and the time it covers.

Writers turn a yearly count into so many a day to make it felt. The count is divided by the days of its own period.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule


@rule(
    code="A107",
    name="per-time-mismatch",
    severity="error",
    summary="a number per day does not follow from the count",
    clause="R26 Arithmetic holds",
    bad="Prosecutors received 1,398 complaints in January 2023, or 60 per day.",
    good="Prosecutors received 1,398 complaints in January 2023, or 45 per day.",
)
def check(case: Case) -> Iterator[Finding]:
    """The broken per_time ties of the document."""
    for tie in case.ties_of("per_time", "breaks"):
        yield case.from_tie("A107", "per-time-mismatch", "error", tie)
