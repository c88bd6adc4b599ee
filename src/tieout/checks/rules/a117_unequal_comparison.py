"""Changes over unequal times are set side by side.

A rise over two years beside a rise over one looks steeper only because it is longer. Both numbers may be right; the
comparison says little. It is a warning where the text itself compares the two in speed, otherwise a remark.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.evidence.figure import Figure
from tieout.language.edtf import is_date, last_year
from tieout.ties.alike import clash, content
from tieout.ties.judge import member_of
from tieout.ties.pace import UNEQUAL
from tieout.ties.plain import words

_NEAR = 40
"""Characters between the sentences of two changes that stand side by side."""


@rule(
    code="A117",
    name="unequal-comparison",
    severity="warning",
    summary="a change over some years beside one over fewer",
    clause="R27 Comparisons are like with like",
    bad=("Homicides increased 24 percent from 2023 to 2024, a slower pace than the 50 percent from 2020 to 2023."),
    good=("Homicides increased 24 percent from 2023 to 2024, a slower pace than the 50 percent from 2022 to 2023."),
)
def check(case: Case) -> Iterator[Finding]:
    """Changes that the words compare in speed, and neighbouring changes of one measure, over unequal times."""
    compared = [tie for tie in case.ties_of("change", "open") if tie.reason == UNEQUAL]
    for tie in compared:
        yield case.from_tie("A117", "unequal-comparison", "warning", tie)
    told = {member.start for tie in compared for member in tie.members}
    changes = [f for f in case.reading.figures if f.kind == "change" and f.unit == "percent" and f.where == "body"]
    for one, other in pairwise(changes):
        spans = _years(one), _years(other)
        near = other.sentence_start - one.sentence_end <= _NEAR
        known = one.start in told or other.start in told
        if known or not near or None in spans or spans[0] == spans[1] or not _of_one_series(one, other):
            continue
        longer, shorter = (one, other) if (spans[0] or 0) > (spans[1] or 0) else (other, one)
        most, fewest = max(spans, key=_length), min(spans, key=_length)
        stated = f"{words(longer)} over {most} years beside {words(shorter)} over {fewest}"
        computed = f"{longer.base_period}–{longer.period}, {shorter.base_period}–{shorter.period}"
        yield case.finding(
            "A117",
            "unequal-comparison",
            "info",
            member_of(shorter),
            [member_of(longer)],
            stated=stated,
            computed=computed,
        )


def _length(years: int | None) -> int:
    return years or 0


def _years(change: Figure) -> int | None:
    """Years from the base to the end; None when one of them is not printed."""
    if not change.period or not change.base_period or not is_date(change.period) or not is_date(change.base_period):
        return None
    base, end = last_year(change.base_period), last_year(change.period)
    return None if base is None or end is None or end <= base else end - base


def _of_one_series(one: Figure, other: Figure) -> bool:
    mine, theirs = content(one.measure), content(other.measure)
    return bool(mine & theirs) and clash((one, other), "place", "authority", "unit") is None
