"""A mark of a note stands in the text, and the report has no note of that number.

The reader cannot find the source of the statement. It is raised only where the file keeps notes as notes and all the
others are there; a report that was extracted from pages has lost its notes instead (C301).
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.checks.sourcing.gaps import lost_marks, mark_of


@rule(
    code="C302",
    name="mark-without-note",
    severity="warning",
    summary="a mark of a note that the report does not have",
    clause="R09 Marker and note must match",
    bad=(
        "Police counted 12 raids.[^1] Port calls fell.[^2] Fees rose.[^3] Ferries stopped.[^4]\n\n"
        "[^1]: Port Gazette, Raids, 8 July 2023.\n\n[^2]: Harbour Office, Calls, 9 July 2023.\n\n"
        "[^3]: Sea Times, Fees, 4 July 2023."
    ),
    good=(
        "Police counted 12 raids.[^1] Port calls fell.[^2] Fees rose.[^3]\n\n"
        "[^1]: Port Gazette, Raids, 8 July 2023.\n\n[^2]: Harbour Office, Calls, 9 July 2023.\n\n"
        "[^3]: Sea Times, Fees, 4 July 2023."
    ),
)
def check(case: Case) -> Iterator[Finding]:
    """Each mark whose note was never written."""
    for note in lost_marks(case):
        at = mark_of(case, note)
        stated = f"mark {note.number}"
        yield case.finding("C302", "mark-without-note", "warning", at, stated=stated, computed=_NONE)


_NONE = "the report has no note of this number, and all others are there"
