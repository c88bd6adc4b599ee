"""A silence in the draft or in the settings silences nothing any more.

The finding that it was for is gone, or stands elsewhere now. Left in place, it would hide the next one unread.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule


@rule(
    code="U001",
    name="unused-silence",
    severity="info",
    summary="a silence that silences nothing",
    clause="Use of Tieout",
    bad="<!-- tieout: ignore A101 because the base is another -->\n\nPolice counted 95 raids in 2023.\n",
    good=(
        "<!-- tieout: ignore A101 because the base is another -->\n\nKillings rose from 469 in 2023 to 562 in 2024, an "
        "increase of 35 percent.\n"
    ),
)
def check(case: Case) -> Iterator[Finding]:
    """The silences that no finding of the document met."""
    for silence in case.idle:
        if silence.named and not silence.fault:
            at = silence.at or case.top
            codes = ", ".join(sorted(silence.codes)) + (f" ({silence.origin})" if silence.origin else "")
            yield case.finding("U001", "unused-silence", "info", at, stated=codes)
