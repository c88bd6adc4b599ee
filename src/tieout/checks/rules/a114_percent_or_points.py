"""A change of a percentage is given in percent where percentage points fit, or may be meant.

From 25.9 to 27.5 percent is 1.6 percentage points and 6.2 percent. When base and end are printed and the difference is
the stated number, points were meant and the word is wrong. When no base is printed the finding is an info with both
readings.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding, Severity
from tieout.checks.rule import rule
from tieout.checks.words import pattern
from tieout.ties.plain import number
from tieout.ties.stated import HARD
from tieout.ties.tie import Tie

_AHEAD = 40


@rule(
    code="A114",
    name="percent-or-points",
    severity="warning",
    summary="percent written where percentage points fit",
    clause="R28 Percent and percentage points",
    bad="Poverty rose from 25.9 percent in 2021 to 27.5 percent in 2022, an increase of 1.6 percent.",
    good=("Poverty rose from 25.9 percent in 2021 to 27.5 percent in 2022, an increase of 1.6 percentage points."),
)
def check(case: Case) -> Iterator[Finding]:
    """Broken changes that points would mend, and small changes of a rate without a base."""
    for tie in case.ties_of("change", "breaks"):
        if points_fit(tie):
            severity: Severity = "info" if _subtracted(case, tie) else "warning"
            yield case.from_tie("A114", "percent-or-points", severity, tie)
    for tie in case.ties_of("change", "open"):
        readings = _two_readings(tie)
        if readings:
            first, *rest = tie.members
            yield case.finding("A114", "percent-or-points", "info", first, rest, stated=tie.stated, computed=readings)


def _subtracted(case: Case, tie: Tie) -> bool:
    """`a difference of 3.6 %`: the text itself says that it subtracts."""
    start = tie.members[0].start
    ahead = case.reading.document.text[max(0, start - _AHEAD) : start]
    return pattern(case.reading.language, "subtracted").search(" ".join(ahead.split()) + " ") is not None


def points_fit(tie: Tie) -> bool:
    """True when the stated percentage is the difference of two printed percentages."""
    figures = [member.figure for member in tie.members]
    if len(figures) != 3 or any(f is None or f.value is None for f in figures):
        return False
    change, base, end = (f for f in figures if f is not None)
    if (change.unit, base.unit, end.unit) != ("percent", "percent", "percent"):
        return False
    low, high, stated = HARD.rounded(base), HARD.rounded(end), HARD.worked_out(change)
    if low is None or high is None or stated is None:
        return False
    return (high - low).meets(stated) or (low - high).meets(stated)


def _two_readings(tie: Tie) -> str | None:
    """`27.1 before if percent, 25.9 if percentage points`, for a change of a rate whose base is not printed."""
    if tie.reason != "no_base" or len(tie.members) != 2:
        return None
    change, end = tie.members[0].figure, tie.members[1].figure
    if change is None or end is None or change.value is None or end.value is None or end.unit != "percent":
        return None
    sign = -1 if change.direction == "decrease" else 1
    points = end.value - sign * change.value
    if not 0 < points < 100 or change.value > end.value:
        return None
    relative = end.value / (1 + sign * change.value / 100)
    return f"{number(relative)} before if percent is meant, {number(points)} if percentage points"
