"""A figure does not match the official table of the authority that the text names.

A report that quotes the police can be held against the police's own table. Tables are revised, places and definitions
differ, so only what no vintage of that authority's table allows is raised, and only for the same thing, place and time.
The table at hand may still be another than the one the author saw: the finding says what it holds, no more.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule


@rule(
    code="X801",
    name="table-mismatch",
    severity="warning",
    summary="the figure does not match the table we have of the authority it names",
    clause="R21 Figures and units copied right",
    bad="The National Police registered 31,400 complaints of extortion in Peru in 2024.",
    good="The National Police registered 22,300 complaints of extortion in Peru in 2024.",
    needs="series",
)
def check(case: Case) -> Iterator[Finding]:
    """One finding for each figure that every vintage of its authority's table contradicts."""
    broken = sorted(case.ties_of("data", "breaks"), key=lambda tie: tie.members[0].start)
    for _, same in groupby(broken, key=lambda tie: (tie.members[0].start, tie.members[0].end)):
        ties = list(same)
        computed = "; ".join(tie.computed for tie in ties)
        yield case.finding(
            "X801", "table-mismatch", "warning", ties[0].members[0], stated=ties[0].stated, computed=computed
        )
