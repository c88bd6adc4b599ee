"""A conversion into another currency does not use the rate of the document's other conversions.

No rate is brought in from outside: at least three conversions of the document must agree on one, and be the greater
part of all. The sum given is taken as exact, the converted one as rounded. A slip in the last digit (less than two
percent) is an info.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.ties.conversion import deviation

_SLIP = Fraction(2, 100)
"""Off by less than this, the conversion is a slip of the last digit."""


@rule(
    code="A108",
    name="conversion-outlier",
    severity="warning",
    summary="a conversion does not use the document's own rate",
    clause="R30 Currency conversions: rate, date, same rate",
    bad=(
        "They paid 150 soles (37 EUR), then 900 soles (222 EUR), then 300 soles (74 EUR), and at last "
        "50 soles (16 EUR)."
    ),
    good=(
        "They paid 150 soles (37 EUR), then 900 soles (222 EUR), then 300 soles (74 EUR), and at last "
        "50 soles (12 EUR)."
    ),
)
def check(case: Case) -> Iterator[Finding]:
    """The broken conversion ties of the document."""
    for tie in case.ties_of("conversion", "breaks"):
        if len(tie.members) == 2:
            slip = (deviation(tie) or _SLIP) < _SLIP
            yield case.from_tie("A108", "conversion-outlier", "info" if slip else "warning", tie)
