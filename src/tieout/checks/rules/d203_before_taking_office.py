"""Somebody acts in an office before the date on which the text says that they took it.

Either the actor or the date is wrong. Both dates must stand in the document, with the same title and name.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.office import acts, taken_office
from tieout.checks.rule import rule
from tieout.language.edtf import before


@rule(
    code="D203",
    name="before-taking-office",
    severity="error",
    summary="an act in office before taking office",
    clause="R26 Arithmetic holds (dates)",
    bad=(
        "President Rojas took office on 7 December 2022. In the capital, President Rojas vetoed the "
        "bill in August 2022."
    ),
    good=(
        "President Rojas took office on 7 December 2022. In the capital, President Rojas vetoed the "
        "bill in August 2023."
    ),
)
def check(case: Case) -> Iterator[Finding]:
    """Acts of a titled person whose date is over before that person's first day in office."""
    began = {who: (at, date) for who, at, date in taken_office(case)}
    for who, at, date in acts(case):
        if who not in began or at.start == began[who][0].start:
            continue
        proof, first = began[who]
        if before(date, first):
            stated, computed = f"{who} acts in office in {date}", f"took office on {first}"
            yield case.finding("D203", "before-taking-office", "error", at, [proof], stated=stated, computed=computed)
