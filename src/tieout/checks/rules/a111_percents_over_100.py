"""Shares that exclude each other sum to more than 100 percent.

Only shares of one whole are summed, and only where the words say that they exclude each other (men and women, the
remaining). Attributes that overlap, rates of several groups and answers to several questions are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.ties.tie import Tie


@rule(
    code="A111",
    name="percents-over-100",
    severity="error",
    summary="shares that exclude each other sum to more than 100",
    clause="R26 Arithmetic holds",
    bad="Among the detained, 72 percent were men and 38 percent were women.",
    good="Among the detained, 62 percent were men and 38 percent were women.",
)
def check(case: Case) -> Iterator[Finding]:
    """The broken total ties of the document."""
    for tie in case.ties_of("total", "breaks"):
        if over_100(tie):
            yield case.from_tie("A111", "percents-over-100", "error", tie)


def over_100(tie: Tie) -> bool:
    """True for a total of percentages alone: there the whole is 100 and no member."""
    return all(member.figure is not None and member.figure.unit == "percent" for member in tie.members)
