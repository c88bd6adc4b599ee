"""A gap statement does not say what was looked for.

`Additional information could not be found` tells the reader nothing. Which information? A decision-maker needs to know
what was searched in vain.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.checks.sourcing.citing import plain
from tieout.checks.sourcing.words import pattern, spots


@rule(
    code="C314",
    name="gap-without-topic",
    severity="info",
    summary="a statement that nothing was found which does not say of what",
    clause="R05 Gap statement",
    bad="Additional information could not be found among the sources consulted.",
    good="Information on piracy could not be found among the sources consulted.",
)
def check(case: Case) -> Iterator[Finding]:
    """Each gap statement without a topic."""
    for passage, found in spots(case, "gap"):
        if not pattern(case.reading.language, "topic").search(found[0]):
            at = case.words(passage, *found.span())
            yield case.finding("C314", "gap-without-topic", "info", at, stated=f"“{plain(at)}”", computed=_WHAT)


_WHAT = "it does not say which information"
"""What is missing."""
