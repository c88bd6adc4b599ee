"""Between quotation marks stand other words than in the source.

A quotation is the source's words letter for letter; what is left out is marked by an ellipsis, what is put in by
brackets. A reader who finds one quotation altered believes none. Kinds of quotation marks, dashes and blanks do not
count, nor does the case of letters.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.claims import differing
from tieout.checks.finding import Finding
from tieout.checks.rule import rule


@rule(
    code="C352",
    name="quotation-altered",
    severity="error",
    summary="words between quotation marks are not those of the source",
    clause="R22 Quotes are verbatim",
    bad="The chronicle adds that “the port police are often slow and rarely honest”.",
    good="The chronicle adds that “the port police are often slow and rarely rude”.",
    needs="library",
)
def check(case: Case) -> Iterator[Finding]:
    """Each quotation that no cited text has."""
    yield from differing(case, "C352", "quotation-altered", "error", "quotation_altered")
