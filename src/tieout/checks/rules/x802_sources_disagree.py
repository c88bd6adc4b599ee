"""Two documents name one authority for one thing, place and time, and their numbers cannot both be right.

One of them misquotes it, or it gave two numbers; a reader who sees only one of the documents cannot know. Where the
documents are of different dates the authority may have revised its number, and nothing is raised.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.across.others import comparisons_of
from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import BREAK, rule


@rule(
    code="X802",
    name="sources-disagree",
    severity="warning",
    summary="another document gives another number of the same authority for the same thing and time",
    clause="R16 Conflicting sources shown, not averaged",
    bad=(
        f"The National Police registered 1,845 homicides in Peru in 2022.{BREAK}"
        "According to the National Police, 1,485 homicides were registered in Peru in 2022."
    ),
    good=(
        f"The National Police registered 1,845 homicides in Peru in 2022.{BREAK}"
        "According to the Ministry of Health, 1,485 homicides were registered in Peru in 2022."
    ),
    needs="others",
)
def check(case: Case) -> Iterator[Finding]:
    """One finding for each true conflict, in the document that was given first."""
    for one in comparisons_of(case, "conflict"):
        first, *rest = one.members
        yield case.finding(
            "X802", "sources-disagree", "warning", first, rest, stated=one.reason, computed=one.computed
        )  # fmt: skip
