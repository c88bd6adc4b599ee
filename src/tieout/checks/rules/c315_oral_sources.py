"""The method counts oral sources that agreed to be cited, and the notes cite another number.

Either a person is missing from the notes, or one is cited who did not agree: that can put somebody at risk. Where
notes are lost the count is an info.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding, Severity
from tieout.checks.rule import rule
from tieout.checks.sourcing.citing import plain, words
from tieout.checks.sourcing.gaps import complete
from tieout.checks.sourcing.noted import citations, notes, register
from tieout.checks.sourcing.words import spots
from tieout.language.habit import Habit
from tieout.language.numerals import numerals
from tieout.sources.words import fold


@rule(
    code="C315",
    name="oral-sources",
    severity="warning",
    summary="another number of interviewees in the notes than the method counts",
    clause="R17 Oral and anonymous sources",
    bad=(
        "Four experts were heard, and three agreed to be cited. Raids rose.[^1]\n\n"
        "[^1]: Harbour Office, interview with Andean Desk, 8 July 2023."
    ),
    good=(
        "Four experts were heard, and one agreed to be cited. Raids rose.[^1]\n\n"
        "[^1]: Harbour Office, interview with Andean Desk, 8 July 2023."
    ),
)
def check(case: Case) -> Iterator[Finding]:
    """The count of those who agreed against the people and bodies that the notes cite as interviewed."""
    oral = [source for source in register(case).values() if source.kind == "oral"] if notes(case) else []
    cited = {fold(source.author or source.publisher or source.key) for source in oral}
    for passage, found in spots(case, "agreed"):
        counted = list(numerals(found[0], case.reading.language, Habit()))
        if len(counted) != 1 or not oral or len(cited) <= (counted[0].value or 0) <= len(oral):
            continue
        at = case.words(passage, *found.span())
        first = next(c for c in citations(case) if c.source == oral[0].key)
        severity: Severity = "warning" if complete(case) else "info"
        yield case.finding(
            "C315", "oral-sources", severity, at, [words(case, first)],
            stated=f"“{plain(at)}”", computed=f"the notes cite {len(cited)}",
        )  # fmt: skip
