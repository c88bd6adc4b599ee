"""A stated duration does not fit the dates printed with it.

A five-year term from 2021 to 2025 is four years. Years may be counted from the first to the last or with both, days
with or without the first; only what no way of counting gives is raised.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule


@rule(
    code="A116",
    name="duration-mismatch",
    severity="warning",
    summary="a duration does not fit its dates",
    clause="R26 Arithmetic holds",
    bad="The president was elected for a five-year term (2021-2024).",
    good="The president was elected for a five-year term (2021-2026).",
)
def check(case: Case) -> Iterator[Finding]:
    """The broken duration ties of the document."""
    for tie in case.ties_of("duration", "breaks"):
        yield case.from_tie("A116", "duration-mismatch", "warning", tie)
