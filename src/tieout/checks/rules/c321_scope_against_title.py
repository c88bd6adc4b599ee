"""A share is given of more people than the title of the cited source gives it of.

`85 percent of victims` where the headline has `85 % of foreign victims`: the number is right and the statement false.
A word that narrows what the title's number counts must stand in the text too.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding, Severity
from tieout.checks.rule import rule
from tieout.checks.sourcing.citing import plain
from tieout.checks.sourcing.noted import noted
from tieout.ties.tie import Member


@rule(
    code="C321",
    name="scope-against-title",
    severity="error",
    summary="a number of a part, in the title of the cited source, given for the whole",
    clause="R20 Hedges survive the paraphrase",
    bad=(
        "In 2022, 85 percent of victims of piracy came from the islands.[^1]\n\n"
        "[^1]: Expreso, El 85% de víctimas extranjeras de piratería viene de las islas, 8 July 2023."
    ),
    good=(
        "In 2022, 85 percent of foreign victims of piracy came from the islands.[^1]\n\n"
        "[^1]: Expreso, El 85% de víctimas extranjeras de piratería viene de las islas, 8 July 2023."
    ),
)
def check(case: Case) -> Iterator[Finding]:
    """Each number that the title narrows and the text does not."""
    if not noted(case):
        return
    from tieout.checks.sourcing.scope import narrowings
    from tieout.checks.sourcing.titled import titled

    for one in titled(case):
        for found in narrowings(one):
            at, proof = one.line.place(*found.at), found.title.line.place(*found.words)
            member, source = (Member(p.doc, p.start, p.end, p.text) for p in (at, proof))
            severity: Severity = "error" if found.share else "info"
            yield case.finding(
                "C321", "scope-against-title", severity, member, [source],
                stated=f"“{plain(member)}”", computed=f"the title of the cited source says “{plain(source)}”",
            )  # fmt: skip
