"""A number is taken up again with a digit changed.

The 1,268 cases of one sentence are the 1,286 of the sentence before: one of them is a slip of the keys. Raised only for
the same thing, place and period, when one digit differs or two neighbours are exchanged.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule


@rule(
    code="A119",
    name="misquoted-number",
    severity="warning",
    summary="a number taken up again with a slip of its digits",
    clause="R21 Figures and units copied right",
    bad=("In 2021, the ministry recorded 1,286 cases of arson. Few of these 1,268 cases of arson went to court."),
    good=("In 2021, the ministry recorded 1,286 cases of arson. Few of these 1,286 cases of arson went to court."),
)
def check(case: Case) -> Iterator[Finding]:
    """The broken same ties between two exact numbers."""
    for tie in case.ties_of("same", "breaks"):
        if all(member.figure is not None and member.figure.bound == "exact" for member in tie.members):
            yield case.from_tie("A119", "misquoted-number", "warning", tie)
