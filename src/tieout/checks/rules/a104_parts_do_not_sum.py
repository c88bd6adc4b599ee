"""Parts do not fit their total.

Where the text says that the parts make up the total, they must sum to it. Where it says including, among them or of
whom, they are only some of it: no part may be larger, and parts that exclude each other (men, women) may not be larger
together. Parts that may overlap are not summed.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.checks.rules.a111_percents_over_100 import over_100


@rule(
    code="A104",
    name="parts-do-not-sum",
    severity="error",
    summary="parts do not fit their total",
    clause="R26 Arithmetic holds",
    bad=("The force has 95,000 members: 60,000 in the army, 25,000 in the navy and 20,000 in the air force."),
    good=("The force has 95,000 members: 60,000 in the army, 25,000 in the navy and 10,000 in the air force."),
)
def check(case: Case) -> Iterator[Finding]:
    """The broken total ties of the document."""
    for tie in case.ties_of("total", "breaks"):
        if not over_100(tie) and all(member.figure is not None for member in tie.members):
            yield case.from_tie("A104", "parts-do-not-sum", "error", tie)
