"""A note ends in the middle, or its links are not in the file.

A semicolon at the end announces a source that does not follow. Where the file has lost the links of a page, one
finding stands for the whole stretch: the report had them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.checks.sourcing.noted import losses, notes
from tieout.ties.tie import Member

_URL = re.compile(r"(?<!\w)url(?!\w)", re.IGNORECASE)
_OPEN = re.compile(r"[^;]{0,40};\s*$")


@rule(
    code="C316",
    name="unfinished-note",
    severity="info",
    summary="a note that ends in a semicolon, and links that the file has lost",
    clause="R36 Citation form",
    bad="Raids rose.[^1]\n\n[^1]: Port Gazette, Raids on the rise, 8 July 2023, https://gazette.example.org/raids;",
    good="Raids rose.[^1]\n\n[^1]: Port Gazette, Raids on the rise, 8 July 2023, https://gazette.example.org/raids",
)
def check(case: Case) -> Iterator[Finding]:
    """Notes that end in a semicolon; stretches of notes without their links."""
    text = case.reading.document.text
    for note in notes(case):
        if not note.pieces or not note.citations or not (note.text or "").rstrip().endswith(";"):
            continue
        start, end = note.pieces[-1]
        found = _OPEN.search(text, start, end)
        if found:
            at = Member(case.path, found.start(), end, text[found.start() : end].rstrip())
            at = Member(case.path, at.start, at.start + len(at.text), at.text)
            yield case.finding("C316", "unfinished-note", "info", at, stated=f"note {note.number}", computed=_ENDS)
    for loss in losses(case):
        if loss.kind in ("link_lost", "link_unknown"):
            word = _URL.search(text, loss.start, loss.end)
            low, high = word.span() if word else (loss.start, min(loss.end, loss.start + 80))
            at = Member(case.path, low, high, text[low:high])
            stated, _, computed = loss.message.partition(": ")
            yield case.finding("C316", "unfinished-note", "info", at, stated=stated, computed=computed)


_ENDS = "it ends in a semicolon; a source seems to be missing"
