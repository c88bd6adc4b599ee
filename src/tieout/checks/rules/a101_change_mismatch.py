"""A stated change does not follow from the base and the end printed with it.

A reader takes the percentage, a fact-checker the two numbers; when they disagree one of the three is wrong, and the
report cannot say which. The change is recomputed as (end − base) / base; a percentage stands for all that rounds to
it, and a round number for all that rounds to it, so that only a change that no rounding can give is raised.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.checks.rules.a114_percent_or_points import points_fit


@rule(
    code="A101",
    name="change-mismatch",
    severity="error",
    summary="the change does not follow from base and end",
    clause="R26 Arithmetic holds",
    bad="Killings rose from 469 in 2023 to 562 in 2024, an increase of 35 percent.",
    good="Killings rose from 469 in 2023 to 562 in 2024, an increase of 20 percent.",
)
def check(case: Case) -> Iterator[Finding]:
    """The broken change ties of the document."""
    for tie in case.ties_of("change", "breaks"):
        if not points_fit(tie):
            yield case.from_tie("A101", "change-mismatch", "error", tie)
