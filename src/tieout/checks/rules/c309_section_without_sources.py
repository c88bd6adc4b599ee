"""A section of a report with notes has no note at all.

Every statement of a country report carries its source. A section that has none, between sections that have many, was
written from memory or has lost its notes. Introductions, methods, summaries and conclusions are left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.checks.sourcing.backed import by_passage
from tieout.checks.sourcing.citing import plain
from tieout.checks.sourcing.sections import Section, sections

_NOTES = 5
"""Statements with notes from which on a report is one that cites."""
_DENSE = 900
"""Characters of text for each statement with a note, at most: a report that cites now and then leaves much without."""
_LONG = 500
"""Characters of a section that should have a source."""


@rule(
    code="C309",
    name="section-without-sources",
    severity="info",
    summary="a section without a note in a report that has them",
    clause="R08 Every statement has a source",
    bad=(
        "# Ports\n\nRaids rose.[^1] Fees rose.[^1] Calls fell.[^1] Ferries stopped.[^1] Ships left.[^1]\n\n"
        "# Ferries\n\n" + "The ferries of the northern coast are old and slow, and their crews are small. " * 7 + "\n\n"
        "# Fees\n\nFees rose again.[^1]\n\n[^1]: Port Gazette, Raids, 8 July 2023."
    ),
    good=(
        "# Ports\n\nRaids rose.[^1] Fees rose.[^1] Calls fell.[^1] Ferries stopped.[^1] Ships left.[^1]\n\n"
        "# Ferries\n\n"
        + "The ferries of the northern coast are old and slow, and their crews are small. "
        * 7
        + "[^1]\n\n"
        "# Fees\n\nFees rose again.[^1]\n\n[^1]: Port Gazette, Raids, 8 July 2023."
    ),
)
def check(case: Case) -> Iterator[Finding]:
    """Each long section without a note between the first and the last note."""
    marked = by_passage(case)
    count = sum(map(len, marked.values()))
    if count < _NOTES or count * _DENSE < sum(
        len(p.text) for p in case.reading.passages if p.block.kind == "paragraph"
    ):
        return
    first, last = min(marked), max(marked)
    for section in sections(case):
        if not first < section.heading.index < last or _spared(section, case.reading.language):
            continue
        length = sum(len(passage.text) for passage in section.body)
        if length >= _LONG and not any(passage.index in marked for passage in section.body):
            at = case.words(section.heading, 0, len(section.heading.text))
            stated = f"“{plain(at)}”"
            yield case.finding("C309", "section-without-sources", "info", at, stated=stated, computed=_NONE)


_NONE = "no statement of this section has a note"


def _spared(section: Section, language: str) -> bool:
    return section.is_a("own_words", language)
