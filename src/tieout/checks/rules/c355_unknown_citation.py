"""A note cites a work that is none of the texts at hand, though these are said to be all there are.

Language models make up citations that look right. Of notes it is raised only by `tieout verify`, or with `--complete`:
a report may well cite what is not at hand. A key (`[@hrw-2025]`) that no text at hand has is always a fault.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.claims import claims_of, member
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.sources.claims.claim import Place


@rule(
    code="C355",
    name="unknown-citation",
    severity="warning",
    summary="the note cites a work that is none of the texts at hand",
    clause="R08 Every statement has a source",
    bad="In 2023 the port police recorded at least 412 complaints of theft in Callao.[^1]\n\n"
    "[^1]: Coastal Review, Shadows over the quay, 2021.",
    good="In 2023 the port police recorded at least 412 complaints of theft in Callao.[^1]\n\n"
    "[^1]: Port Gazette, Harbour chronicle 2023.",
    needs="library",
)
def check(case: Case) -> Iterator[Finding]:
    """Each sentence whose notes cite nothing that is at hand."""
    for claim in claims_of(case):
        if claim.reason == "citation_unknown":
            at = member(Place(claim.doc, claim.start, claim.end, claim.text))
            yield case.finding(
                "C355", "unknown-citation", "warning", at, stated="unknown source",
                computed="what the note cites is none of the texts at hand",
            )  # fmt: skip
