"""An item of the terms of reference is answered nowhere: no heading, passage or gap statement has its words.

What was asked must be answered, or the report must say that nothing was found. Words are compared, not meaning: an item
that is answered in other words may be named here, which is why this is an info.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.checks.sourcing.citing import plain

_BODY = (
    "# Ports\n\nRaids on the piers rose in the north, and the fees of the ferries rose too.[^1]\n\n"
    "# Annex 1: Terms of Reference\n\n"
)
_NOTE = "\n\n[^1]: Port Gazette, Raids, 8 July 2023."


@rule(
    code="S501",
    name="unanswered-terms",
    severity="info",
    summary="an item of the terms of reference that the report does not answer",
    clause="R01 Relevance to the terms of reference",
    bad=_BODY + "- Raids on piers\n- Fees of ferries\n- Residence registration of sailors" + _NOTE,
    good=_BODY + "- Raids on piers\n- Fees of ferries" + _NOTE,
)
def check(case: Case) -> Iterator[Finding]:
    """Each item whose words the best passage has not by half."""
    if not any(p.block.kind == "list_item" for p in case.reading.passages):
        return
    from tieout.checks.sourcing.terms import unanswered

    for passage in unanswered(case):
        at = case.words(passage, 0, len(passage.text))
        yield case.finding("S501", "unanswered-terms", "info", at, stated=f"“{plain(at)}”", computed=_NONE)


_NONE = "no heading, passage or gap statement has its words"
