"""The list of abbreviations has one that the running text does not use.

What is listed and not used is a trace of what was cut; the reader looks for it in vain. One that only notes use is said
to be so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.checks.rules.n402_abbreviation_not_listed import _LIST
from tieout.checks.sourcing.glossary import glossary


@rule(
    code="N403",
    name="abbreviation-unused",
    severity="info",
    summary="a listed abbreviation that the text does not use",
    clause="R34 Abbreviations",
    bad=_LIST + "The APN, the COA and the IMO met.[^1]\n\n[^1]: Port Gazette, Raids, 8 July 2023.",
    good=_LIST + "The APN, the COA, the IMO and SAR crews met.[^1]\n\n[^1]: Port Gazette, Raids, 8 July 2023.",
)
def check(case: Case) -> Iterator[Finding]:
    """Each listed abbreviation that stands nowhere outside the list, or in notes only."""
    own = glossary(case)
    if own is None:
        return
    body = " \n".join(p.text for p in case.reading.passages if p.index not in own.passages and p.block.kind != "note")
    notes = " \n".join(p.text for p in case.reading.passages if p.block.kind == "note")
    for term, at in own.entries.items():
        used = re.compile(rf"(?<!\w){re.escape(term)}(?:s|es)?(?!\w)")
        if used.search(body):
            continue
        computed = _NOTES if used.search(notes) else _NOWHERE
        yield case.finding("N403", "abbreviation-unused", "info", at, stated=f"“{term}”", computed=computed)


_NOTES = "used in notes only"
_NOWHERE = "used nowhere else"
