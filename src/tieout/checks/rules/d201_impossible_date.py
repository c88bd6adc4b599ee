"""A date that no calendar has.

31 June and 29 February 2023 are slips of the pen that a reader cannot mend: the day or the month is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule


@rule(
    code="D201",
    name="impossible-date",
    severity="error",
    summary="a date that does not exist",
    clause="R26 Arithmetic holds (dates)",
    bad="The protest of 31 June 2023 was broken up by police.",
    good="The protest of 30 June 2023 was broken up by police.",
)
def check(case: Case) -> Iterator[Finding]:
    """The dates whose day or month the calendar does not have."""
    for passage, date in case.dates():
        if not date.valid:
            at = case.words(passage, date.start, date.end)
            yield case.finding("D201", "impossible-date", "error", at, stated=" ".join(at.text.split()))
