"""One name is spelt in two ways: another accent, a capital, a particle or one letter.

Readers who search for a name miss half of what the report says of it, and two spellings may be taken for two things.
The rarer form is named, with the commoner one beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.checks.sourcing.citing import plain
from tieout.checks.sourcing.spellings import authors, pairs

_MOST = 40
"""Findings of one document; a text in two habits is not named word by word."""


@rule(
    code="N401",
    name="spelt-two-ways",
    severity="info",
    summary="one name in two spellings",
    clause="R32 Place names; R33 Names of groups and persons",
    bad=(
        "The district of San Juan de Lurigancho is large. In San Juan de Lurigancho raids rose. Police of "
        "San Juan Lurigancho left."
    ),
    good=(
        "The district of San Juan de Lurigancho is large. In San Juan de Lurigancho raids rose. Police of "
        "San Juan de Lurigancho left."
    ),
)
def check(case: Case) -> Iterator[Finding]:
    """The first use of each rarer spelling."""
    for count, (rare, common) in enumerate(chain(pairs(case), authors(case))):
        if count == _MOST:
            return
        stated = f"“{plain(rare)}”"
        yield case.finding(
            "N401", "spelt-two-ways", "info", rare, [common], stated=stated, computed=f"elsewhere “{plain(common)}”"
        )
