"""One address is cited under two titles.

A link leads to one text. When two notes name it differently, one has the wrong link or a slip in the title, and a
reader who looks for the second source finds the first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.checks.sourcing.citing import part, plain
from tieout.checks.sourcing.noted import citations, noted
from tieout.sources.citation import Citation
from tieout.sources.words import fold


@rule(
    code="C307",
    name="two-titles",
    severity="info",
    summary="one address under two titles",
    clause="R37 Same item cited the same way",
    bad=(
        "Raids rose.[^1] Ferries stopped.[^2]\n\n"
        "[^1]: Port Gazette, Raids on the rise, 8 July 2023, https://gazette.example.org/raids\n\n"
        "[^2]: Port Gazette, Ferries at the pier, 8 July 2023, https://gazette.example.org/raids"
    ),
    good=(
        "Raids rose.[^1] Ferries stopped.[^2]\n\n"
        "[^1]: Port Gazette, Raids on the rise, 8 July 2023, https://gazette.example.org/raids\n\n"
        "[^2]: Port Gazette, Ferries at the pier, 8 July 2023, https://gazette.example.org/ferries"
    ),
)
def check(case: Case) -> Iterator[Finding]:
    """Each further title of an address, at its first use."""
    if not noted(case):
        return
    from tieout.sources.register import bare_address, is_site

    by_link: dict[str, list[Citation]] = defaultdict(list)
    for citation in citations(case):
        if citation.url and citation.title and not citation.refers and not is_site(citation.url):
            by_link[bare_address(citation.url)].append(citation)
    for group in by_link.values():
        first = group[0]
        told = {_bare(first)}
        for citation in group[1:]:
            bare = _bare(citation)
            if any(bare.startswith(known) or known.startswith(bare) for known in told):
                continue
            told.add(bare)
            at, other = part(case, citation, citation.title), part(case, first, first.title)
            yield case.finding(
                "C307", "two-titles", "info", at, [other],
                stated=f"“{plain(at)}”", computed=f"another note calls the same address “{plain(other)}”",
            )  # fmt: skip


def _bare(citation: Citation) -> str:
    return fold(citation.title or "")
