"""A place is put into a unit that does not hold it: `Chiclayo, Lima`.

Chiclayo lies in Lambayeque. Two places of a list may have been run together, or the statement is of another place
altogether. It is an error where all places of the country are known and the place is a large one; else an info, because
a small place of that name may lie there.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding, Severity
from tieout.checks.rule import rule
from tieout.checks.sourcing.citing import plain
from tieout.checks.sourcing.whereabouts import misplaced


@rule(
    code="G601",
    name="place-in-wrong-unit",
    severity="error",
    summary="a place put into a unit that does not hold it",
    clause="R32 Place names: real, in the right unit",
    bad="The fees of ferries in Chiclayo, Lima, are high.",
    good="The fees of ferries in Chiclayo, Lambayeque, are high.",
)
def check(case: Case) -> Iterator[Finding]:
    """Each `place, unit` that the gazetteer knows otherwise."""
    for found in misplaced(case):
        at = case.words(found.passage, found.start, found.end)
        severity: Severity = "error" if found.sure else "info"
        yield case.finding(
            "G601", "place-in-wrong-unit", severity, at,
            stated=f"“{plain(at)}”", computed=f"it lies in “{', '.join(found.units)}”",
        )  # fmt: skip
