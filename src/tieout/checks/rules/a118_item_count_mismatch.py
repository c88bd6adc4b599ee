"""A stated count of items does not fit the items listed.

Four regions with three names: one was lost, or the count is that of an earlier draft. Only lists of names that are
plainly whole are counted.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule


@rule(
    code="A118",
    name="item-count-mismatch",
    severity="warning",
    summary="a count of items that is not the number of items listed",
    clause="R26 Arithmetic holds",
    bad="The decree covered four regions: Piura, Tumbes and Loreto.",
    good="The decree covered three regions: Piura, Tumbes and Loreto.",
)
def check(case: Case) -> Iterator[Finding]:
    """The broken totals whose parts are names."""
    for tie in case.ties_of("total", "breaks"):
        if any(member.figure is None for member in tie.members):
            yield case.from_tie("A118", "item-count-mismatch", "warning", tie)
