"""The text that a sentence cites is at hand, and no passage of it has what the sentence says.

It is a warning where everything that the sentence cites is at hand, and an info in a draft without notes, where the
passage may lie in a text that is not at hand. Words that a text says quite differently are not found, so look before
you strike.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.claims import claims_of, member
from tieout.checks.finding import Finding, Severity
from tieout.checks.rule import rule
from tieout.sources.claims.claim import Place


@rule(
    code="C354",
    name="not-in-source",
    severity="warning",
    summary="nothing in the cited text says this",
    clause="R08 Every statement has a source",
    bad="Pirates burnt thirty fishing boats near Paita after the feast.[^1]\n\n"
    "[^1]: Port Gazette, Harbour chronicle 2023.",
    good="In 2023 the port police recorded at least 412 complaints of theft in Callao.[^1]\n\n"
    "[^1]: Port Gazette, Harbour chronicle 2023.",
    needs="library",
)
def check(case: Case) -> Iterator[Finding]:
    """Each sentence without a passage."""
    for claim in claims_of(case):
        if claim.verdict == "not_found" and claim.reason == "no_passage":
            severity: Severity = "warning" if claim.items else "info"
            at = member(Place(claim.doc, claim.start, claim.end, claim.text))
            computed = "no passage of the texts cited says this" if claim.items else "no passage at hand says this"
            yield case.finding("C354", "not-in-source", severity, at, stated="not found", computed=computed)
