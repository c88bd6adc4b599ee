"""The text says that sources, in the plural, report a number, and all the documents at hand have it from one original.

Several outlets that pass on one count are one source, however many there are: the number is told once, not confirmed.
Name the original, or say that nobody else counted.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.across.others import told_by
from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import BREAK, rule
from tieout.checks.sourcing.words import sentence_of, spots
from tieout.compare.comparison import Comparison
from tieout.compare.point import authority_of
from tieout.ties.tie import Member

_SEVERAL = 2


@rule(
    code="X803",
    name="one-original-behind-several",
    severity="info",
    summary="`sources report` a number that all documents at hand have from one original",
    clause="R12 Round-tripping / false corroboration",
    bad=(
        f"Sources reported that 3,398 kidnapping complaints were filed in Peru in 2022.{BREAK}"
        f"According to the National Police, 3,398 complaints of kidnapping reached it in Peru in 2022.{BREAK}"
        "The National Police registered 3,398 complaints of kidnapping in Peru in 2022."
    ),
    good=(
        f"Sources reported that 3,398 kidnapping complaints were filed in Peru in 2022.{BREAK}"
        f"According to the National Police, 3,398 complaints of kidnapping reached it in Peru in 2022.{BREAK}"
        "The Ministry of Justice registered 3,398 complaints of kidnapping in Peru in 2022."
    ),
    needs="others",
)
def check(case: Case) -> Iterator[Finding]:
    """Each number that plural sources are said to report, and that two or more other documents have from one body."""
    if not any(told_by(case, "agrees", "same_original")):
        return
    for passage, found in spots(case, "plural_sources"):
        start, end = sentence_of(passage, found.start())
        low, high = passage.view.span(start, end)
        for one in told_by(case, "agrees", "same_original"):
            mine = [m for m in one.members if m.doc == case.path and low <= m.start < high]
            original = _only_original(one, case.path)
            if mine and original is not None:
                at = case.words(passage, *found.span())
                relays = [member for member in one.members if member.doc != case.path]
                count = len({member.doc for member in relays})
                yield case.finding(
                    "X803", "one-original-behind-several", "info", at, [*mine, *relays],
                    stated=f"“{' '.join(at.text.split())}”",
                    computed=f"{count} documents have it from one original: “{original}”",
                )  # fmt: skip


def _only_original(one: Comparison, mine: str) -> str | None:
    """The body that every other document names; None when they are too few, or name none, or several."""
    relays: list[Member] = [member for member in one.members if member.doc != mine]
    names = [member.figure.authority if member.figure else None for member in relays]
    keys = {authority_of(name) for name in names}
    if len({member.doc for member in relays}) < _SEVERAL or len(keys) != 1 or None in keys:
        return None
    return names[0]
