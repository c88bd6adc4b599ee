"""A mean does not follow from the scores it is said to be the mean of.

Index profiles print a score and the scores under it. A mean that their own values do not give misleads every later
ranking. A score is only taken for a mean where the text or the table says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule


@rule(
    code="A105",
    name="mean-mismatch",
    severity="warning",
    summary="a mean does not follow from its scores",
    clause="R26 Arithmetic holds; R35 Index scores reproduce",
    bad="The average of the three scores (5.00, 6.00 and 7.00) is 6.50.",
    good="The average of the three scores (5.00, 6.00 and 7.00) is 6.00.",
)
def check(case: Case) -> Iterator[Finding]:
    """The broken mean ties of the document."""
    for tie in case.ties_of("mean", "breaks"):
        yield case.from_tie("A105", "mean-mismatch", "warning", tie)
