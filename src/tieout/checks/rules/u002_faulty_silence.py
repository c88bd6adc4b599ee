"""A silence in the draft gives no reason, or names a rule that there is not, and so silences nothing.

Whoever reads the draft next must see why a finding was set aside, and a misspelt code must not pass for a silence.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule


@rule(
    code="U002",
    name="faulty-silence",
    severity="warning",
    summary="a silence without a reason, or of a rule that there is not",
    clause="Use of Tieout",
    bad="<!-- tieout: ignore A101 -->\n\nPolice counted 95 raids in 2023.\n",
    good=(
        "<!-- tieout: ignore A101 because the base is another -->\n\nKillings rose from 469 in 2023 to 562 in 2024, an "
        "increase of 35 percent.\n"
    ),
)
def check(case: Case) -> Iterator[Finding]:
    """The silences of the document that cannot be followed."""
    for silence in case.silences:
        if silence.fault and silence.at is not None:
            yield case.finding("U002", "faulty-silence", "warning", silence.at, stated=silence.fault)
