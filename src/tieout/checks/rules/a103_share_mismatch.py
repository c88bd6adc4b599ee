"""A share does not follow from the part and the whole printed with it.

Shares in words (a third, more than half) are held against the numbers as well as percentages. The whole must be named
as such (so many of so many): a denominator that the text does not state is never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule


@rule(
    code="A103",
    name="share-mismatch",
    severity="error",
    summary="the share does not follow from part and whole",
    clause="R26 Arithmetic holds; R31 Ranges, rounding, over and around",
    bad="In 2022, police solved 310 of 1,240 cases, or 40 percent.",
    good="In 2022, police solved 310 of 1,240 cases, or 25 percent.",
)
def check(case: Case) -> Iterator[Finding]:
    """The broken share ties of the document."""
    for tie in case.ties_of("share", "breaks"):
        yield case.from_tie("A103", "share-mismatch", "error", tie)
