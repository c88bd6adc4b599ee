"""A name that must not leave stands in the document.

Somebody who spoke in confidence can be put at risk by one mention: in the text, a note, the properties of the file or
its name. A list of such names (`--protect`) is sought however they are written. What is printed never shows them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.ties.tie import Member

if TYPE_CHECKING:
    from tieout.protection.guard import Guard

_PACKED = frozenset({"docx", "odt", "epub", "xlsx", "pdf", "html", "rtf"})
"""Formats whose files say more than their text."""


@rule(
    code="P901",
    name="protected-name",
    severity="error",
    summary="a name of the list that `--protect` gives, however it is written",
    clause="R17 Oral and anonymous sources",
    bad="A leader of the valley, Quispe-Mamani, Rosa, said that the raids went on.",
    good="A leader of the valley said that the raids went on.",
    needs="names",
)
def check(case: Case) -> Iterator[Finding]:
    """Each place in the text, then what stands elsewhere in the file or in its name."""
    guard = cast("Guard", case.given["names"])
    document = case.reading.document
    told = set()
    for hit in guard.hits(document.text):
        told.add(hit.entry)
        at = Member(case.path, hit.start, hit.end, document.text[hit.start : hit.end])
        yield _finding(case, at, f"entry {hit.entry} of the list of protected names")
    file = Path(case.path)
    elsewhere = {hit.entry for hit in guard.hits(file.name)}
    if document.format in _PACKED and file.is_file():
        elsewhere |= guard.entries(file.read_bytes()) - told
    for entry in sorted(elsewhere):
        words = f"entry {entry} of the list of protected names, outside the text (name or properties of the file)"
        yield _finding(case, case.top, words)


def _finding(case: Case, at: Member, computed: str) -> Finding:
    return case.finding("P901", "protected-name", "error", at, computed=computed)
