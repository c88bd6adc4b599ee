"""Notes whose text is not in the file: their marks stand in the text, and nothing can be said of what they cite.

Text is lost when a report is extracted from a PDF or copied from a page. That is no fault of the report, and no
statement is called unsourced because of it. One finding stands for a whole gap.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.checks.sourcing.citing import plain
from tieout.checks.sourcing.gaps import gaps, whole
from tieout.checks.sourcing.noted import losses
from tieout.ties.tie import Member


@rule(
    code="C301",
    name="text-lost",
    severity="info",
    summary="marks of notes whose text the file does not hold",
    clause="R09 Marker and note must match",
    bad="Police counted 12 raids in 2023.[^1] Port calls fell.[^2][^3][^4]\n\n[^1]: Port Gazette, Raids, 8 July 2023.",
    good="Police counted 12 raids in 2023.[^1]\n\n[^1]: Port Gazette, Raids, 8 July 2023.",
)
def check(case: Case) -> Iterator[Finding]:
    """One info for each unbroken run of marks without notes, and for each note without its beginning or end."""
    if whole(case):
        return
    for gap in gaps(case):
        yield case.finding("C301", "text-lost", "info", gap.at, stated=gap.name, computed=gap.what)
    marks = {note.mark_start for gap in gaps(case) for note in gap.notes}
    for loss in losses(case):
        text = case.reading.document.text[loss.start : loss.end]
        if loss.kind == "note_body" and loss.start not in marks and text.strip():
            at = Member(case.path, loss.start, loss.end, text)
            yield case.finding("C301", "text-lost", "info", at, stated=f"“{plain(at)}”", computed=_TAIL)
        elif loss.kind == "note_cut":
            at = Member(case.path, loss.start, loss.end, text)
            yield case.finding("C301", "text-lost", "info", at, stated=loss.message.partition(":")[0], computed=_CUT)


_TAIL = "the beginning of the note is not in the file; it is lost, not missing from the report"
_CUT = "the text of the note breaks off; it is lost, not missing from the report"
