"""A name in the text is nearly the one in the title of the cited source, and not it.

`La Cota 95` in the text, `La Cota 905` in a headline below: one of them is a slip, or the sources do not agree and the
text does not say so. Names with a number are compared by their number. One that differs by a letter is an info, because
names from other alphabets are written in many ways; accents do not count.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.checks.sourcing.citing import plain
from tieout.checks.sourcing.noted import noted
from tieout.ties.tie import Member


@rule(
    code="C322",
    name="name-against-title",
    severity="warning",
    summary="a name that the title of the cited source spells otherwise",
    clause="R33 Names of groups and persons consistent",
    bad="The gang La Cota 95 robs ferries.[^1]\n\n[^1]: Expreso, La banda La Cota 905 asalta los barcos, 8 July 2023.",
    good=(
        "The gang La Cota 905 robs ferries.[^1]\n\n[^1]: Expreso, La banda La Cota 905 asalta los barcos, 8 July 2023."
    ),
)
def check(case: Case) -> Iterator[Finding]:
    """Each name of the text that is nearly one of a cited title, once."""
    if not noted(case):
        return
    from tieout.checks.sourcing.likeness import near_names
    from tieout.checks.sourcing.titled import titled

    seen: set[tuple[str, str]] = set()
    for one in titled(case):
        for title in one.titles:
            for mine, theirs, sure in near_names(one.line, title.line):
                at, proof = one.line.place(*mine), title.line.place(*theirs)
                if (at.text, proof.text) in seen:
                    continue
                seen.add((at.text, proof.text))
                member, source = (Member(p.doc, p.start, p.end, p.text) for p in (at, proof))
                yield case.finding(
                    "C322", "name-against-title", "warning" if sure else "info", member, [source],
                    stated=f"“{plain(member)}”", computed=f"the title of the cited source has “{plain(source)}”",
                )  # fmt: skip
