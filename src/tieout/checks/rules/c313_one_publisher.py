"""One publisher carries a chapter: most of its citations are of one voice.

A report that hears one newspaper on a subject repeats what that newspaper takes for true. The chapter's own heading is
named with the share; whether others could be had is for the author to say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.checks.sourcing.backed import by_passage
from tieout.checks.sourcing.citing import plain
from tieout.checks.sourcing.noted import register
from tieout.checks.sourcing.sections import sections

_LEAST = 10
"""Citations from which on a share says something."""
_MOST = 0.6


@rule(
    code="C313",
    name="one-publisher",
    severity="info",
    summary="a section of which one publisher has most citations",
    clause="R15 Balance and variety of sources",
    bad="# Report\n\n## Ports\n\n"
    + "Raids rose in some ports of the north.[^1] " * 12
    + "\n\n[^1]: Infobae, Raids, 8 July 2023.",
    good="# Report\n\n## Ports\n\n"
    + "Raids rose in some ports of the north.[^1] " * 4
    + "\n\n[^1]: Infobae, Raids, 8 July 2023.",
)
def check(case: Case) -> Iterator[Finding]:
    """Each section with ten citations or more, of which one publisher has six in ten."""
    marked = by_passage(case)
    names = {s.publisher_key: s.publisher for s in register(case).values()} if marked else {}
    for section in sections(case) if marked else ():
        cited = [c for p in section.body for one in marked.get(p.index, ()) for c in one.citations]
        if len(cited) < _LEAST:
            continue
        key, count = Counter(c.publisher for c in cited).most_common(1)[0]
        if key is not None and count >= _MOST * len(cited):
            at = case.words(section.heading, 0, len(section.heading.text))
            share = f"{count} of {len(cited)} citations are of one publisher: “{names.get(key) or key}”"
            yield case.finding("C313", "one-publisher", "info", at, stated=f"“{plain(at)}”", computed=share)
