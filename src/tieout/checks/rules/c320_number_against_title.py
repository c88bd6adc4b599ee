"""A number is not the one that the title of the cited source gives for the same thing.

Six officers in the text, seven policemen in the headline below: slips of copying show without the source at hand. Only
numbers of one thing are compared, in the same or in two languages; `241` agrees with `more than 240`, and a number of
which the title says nothing is left alone. It is an error when two
titles or more say the same, a warning when the one item cited says it, else an info.
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
    code="C320",
    name="number-against-title",
    severity="error",
    summary="a number that is not the one in the title of the cited source",
    clause="R21 Figures and units copied right",
    bad=(
        "In July, pirates killed six officers near the port.[^1]\n\n"
        "[^1]: Expreso, Piratas matan a siete policías en el puerto, 8 July 2023; Infobae, Siete policías "
        "mueren en un ataque de piratas, 15 July 2023."
    ),
    good=(
        "In July, pirates killed seven officers near the port.[^1]\n\n"
        "[^1]: Expreso, Piratas matan a siete policías en el puerto, 8 July 2023; Infobae, Siete policías "
        "mueren en un ataque de piratas, 15 July 2023."
    ),
)
def check(case: Case) -> Iterator[Finding]:
    """Each number that the cited titles contradict."""
    if not noted(case):
        return
    from tieout.checks.sourcing.numbers import conflicts
    from tieout.checks.sourcing.titled import titled

    for one in titled(case):
        for conflict in conflicts(one):
            at = one.line.place(*conflict.at)
            proof = [title.line.place(*span) for title, span in conflict.proof]
            evidence = [Member(p.doc, p.start, p.end, p.text) for p in proof]
            severity: Severity = "error" if conflict.sure else "warning" if conflict.alone else "info"
            member = Member(at.doc, at.start, at.end, at.text)
            yield case.finding(
                "C320", "number-against-title", severity, member, evidence,
                stated=f"“{plain(member)}”", computed=f"the title of the cited source says “{plain(evidence[0])}”",
            )  # fmt: skip
