"""The words are looser than a reader of the numbers expects.

Roughly half for 43.9 percent and almost double for 1.71 are allowed by the words, and still leave a wrong picture.
This is a remark: the tie stays open.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule


@rule(
    code="A120",
    name="loose-words",
    severity="info",
    summary="roughly, almost, doubled are stretched",
    clause="R31 Ranges, rounding, over and around",
    bad="In 2024, roughly half of the mines (439 of 1,012) had no licence.",
    good="In 2024, roughly half of the mines (489 of 1,012) had no licence.",
)
def check(case: Case) -> Iterator[Finding]:
    """The open ties that only the soft intervals speak against."""
    for tie in case.ties:
        if tie.verdict == "open" and tie.reason == "soft_only":
            yield case.from_tie("A120", "loose-words", "info", tie)
