"""A cited source has no date: the reader cannot tell of when it speaks.

A page without a date should be cited with the day on which it was read. Each source is named once, at its first
citation. One that other notes date is another matter (C306).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.checks.sourcing.citing import plain, words
from tieout.checks.sourcing.noted import citations, register
from tieout.sources.citation import Citation


@rule(
    code="C304",
    name="undated-source",
    severity="info",
    summary="a cited source without a date of publication or reading",
    clause="R36 Citation form",
    bad="The port has six piers.[^1]\n\n[^1]: Harbour Office, About the port, n.d..",
    good="The port has six piers.[^1]\n\n[^1]: Harbour Office, About the port, 4 March 2023.",
)
def check(case: Case) -> Iterator[Finding]:
    """The first citation of each source that no citation dates."""
    known = register(case)
    seen: set[str] = set()
    for citation in citations(case):
        source = known.get(citation.source)
        if source is None or source.key in seen or citation.refers:
            continue
        seen.add(source.key)
        if source.dates or source.title is None or citation.accessed or citation.date_inferred or citation.cited_in:
            continue
        if _has_a_year(case, citation):
            continue
        at = words(case, citation)
        stated = f"“{plain(at)}”"
        yield case.finding("C304", "undated-source", "info", at, stated=stated, computed=_UNDATED)


_YEAR = re.compile(r"(?<![\d/.-])(?:19|20)\d\d(?![\d/])")


def _has_a_year(case: Case, citation: Citation) -> bool:
    """A year behind the title that was not read as the date: then nothing is said."""
    said = " ".join(case.reading.document.text[citation.start : citation.end].split())
    return citation.date_text is None and _YEAR.search(said.partition(citation.title or "")[2]) is not None


_UNDATED = "no date of publication or of reading"
