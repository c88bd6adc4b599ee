"""The titles of the cited sources say that something is alleged, and the text states it as fact.

A headline with `presunto`, `le atribuyen` or `alleged` reports what somebody claims. The reader of the report must
learn that too. It is a warning when all cited titles of the act have such a word, an info when some have.
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
    code="C323",
    name="hedge-against-title",
    severity="warning",
    summary="a fact in the text that the titles of the cited sources call alleged",
    clause="R20 Hedges survive the paraphrase",
    bad=(
        "In July, the Shark Gang killed 16 people.[^1]\n\n"
        "[^1]: Expreso, La banda de los tiburones, presunta autora de la matanza de 16 personas, 8 July "
        "2023; Infobae, Atribuyen la matanza de 16 personas a los tiburones, 15 July 2023."
    ),
    good=(
        "In July, the Shark Gang allegedly killed 16 people.[^1]\n\n"
        "[^1]: Expreso, La banda de los tiburones, presunta autora de la matanza de 16 personas, 8 July "
        "2023; Infobae, Atribuyen la matanza de 16 personas a los tiburones, 15 July 2023."
    ),
)
def check(case: Case) -> Iterator[Finding]:
    """Each statement of an act without a hedge or a speaker, with the hedged titles."""
    if not noted(case):
        return
    from tieout.checks.sourcing.doubts import doubts
    from tieout.checks.sourcing.titled import titled

    for one in titled(case):
        found = doubts(one)
        if found is None:
            continue
        at = one.line.place(*found.at)
        member = Member(at.doc, at.start, at.end, at.text)
        proof = [title.line.place(*span) for title, span in found.proof]
        evidence = [Member(p.doc, p.start, p.end, p.text) for p in proof]
        yield case.finding(
            "C323", "hedge-against-title", "warning" if found.all else "info", member, evidence,
            stated=f"“{plain(member)}”", computed=f"the title of the cited source has “{plain(evidence[0])}”",
        )  # fmt: skip
