"""No whole number out of the stated count gives this percentage.

People come in whole numbers: 49 of 84 are 58.3 percent and 50 of 84 are 59.5, so nothing of 84 is 59.2 percent. The
percentage then has another base than the one printed (the granularity test, GRIM). It is only raised where the text
names the count as the base, or where every percentage listed right under it (after a colon, a bracket, or a count of
those who were asked) fails. An earlier count alone is no base.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule


@rule(
    code="A110",
    name="impossible-percentage",
    severity="error",
    summary="no whole number of the stated count gives this percentage",
    clause="R27 Percentages possible for the stated count (GRIM)",
    bad="Of the 84 people killed, most were women (59.2 percent) or girls (37.5 percent).",
    good="Of the 84 people killed, most were women (59.5 percent) or girls (36.9 percent).",
)
def check(case: Case) -> Iterator[Finding]:
    """The broken percent_of_count ties of the document."""
    for tie in case.ties_of("percent_of_count", "breaks"):
        yield case.from_tie("A110", "impossible-percentage", "error", tie)
