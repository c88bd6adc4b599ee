"""A score lies off the scale of its index, or between two of its steps.

An index that scores from 1 to 10 in half points has no 6.75 and no 11: the number has been mistyped, or taken from
another column. Only numbers in a profile of a known index, or said in prose to be its scores, are looked at; an
aggregate is a mean and may lie between two steps.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.checks.scored import label, profiles, prose
from tieout.ties.tie import Member

if TYPE_CHECKING:
    from tieout.index.framework import Framework


@rule(
    code="I701",
    name="score-off-scale",
    severity="error",
    summary="a score off the scale of its index, or between two of its steps",
    clause="R35 Index scores reproduce",
    bad=(
        "Mafia-style groups 7.00\nCriminal networks 8.50\nState-embedded actors 7.50\nForeign actors 6.20\n"
        "Private sector actors 4.00"
    ),
    good=(
        "Mafia-style groups 7.00\nCriminal networks 8.50\nState-embedded actors 7.50\nForeign actors 6.00\n"
        "Private sector actors 4.00"
    ),
)
def check(case: Case) -> Iterator[Finding]:
    """Scores of profiles and of prose that the framework cannot have."""
    if found := profiles(case):
        page, sheets = found
        for sheet in sheets:
            for said in (*sheet.scores.values(), *sheet.aggregates.values()):
                if why := _wrong(said.node, said.value, sheet.framework):
                    yield _finding(case, page.words(case, said.start, said.end), said.node, why, sheet.framework)
    elif told := prose(case):
        framework, stated = told
        for one in (s for s in stated if s.figure.kind == "score"):
            figure = one.figure
            value = figure.value or Fraction(0)
            if figure.bound == "exact" and figure.high is None and (why := _wrong(one.node, value, framework)):
                at = Member(figure.doc, figure.start, figure.end, figure.text)
                yield _finding(case, at, one.node, why, framework)


def _wrong(node: str, value: Fraction, framework: Framework) -> str | None:
    if not framework.scale.holds(value):
        return "off the scale"
    if framework.indicator(node) and framework.scale.steps(value) is None:
        return "between two steps"
    return None


def _finding(case: Case, at: Member, node: str, why: str, framework: Framework) -> Finding:
    from tieout.index.scale import plain

    scale = framework.scale
    computed = f"{why}: scores go from {plain(scale.low)} to {plain(scale.high)} in steps of {plain(scale.step)}"
    stated = f"{label(case, framework, node)} {at.text}"
    return case.finding("I701", "score-off-scale", "error", at, stated=stated, computed=computed)
