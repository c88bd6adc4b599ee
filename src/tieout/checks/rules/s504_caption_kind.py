"""The text announces a table, and what follows is called a figure, or the other way round.

A small thing that readers stumble over, and a trace of a table that was exchanged.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.checks.sourcing.captions import caption_behind
from tieout.checks.sourcing.citing import plain
from tieout.checks.sourcing.numbered import same_kind
from tieout.checks.sourcing.words import spots


@rule(
    code="S504",
    name="caption-kind",
    severity="info",
    summary="a table announced and a figure shown",
    clause="R43 Cross-references and numbering",
    bad=(
        "The following table shows the raids by port:[^1]\n\n"
        "**Figure 1. Raids by port**\n\n"
        "[^1]: Port Gazette, Raids, 8 July 2023."
    ),
    good=(
        "The following figure shows the raids by port:[^1]\n\n"
        "**Figure 1. Raids by port**\n\n"
        "[^1]: Port Gazette, Raids, 8 July 2023."
    ),
)
def check(case: Case) -> Iterator[Finding]:
    """Each announced thing whose caption is called otherwise."""
    for passage, found in spots(case, "announced"):
        kind = next(v for v in found.groupdict().values() if v)
        shown = caption_behind(case, passage)
        if shown is None or shown.kind is None:
            continue
        if {same_kind(kind), same_kind(shown.kind)} == {"table", "figure"}:
            at = case.words(passage, *found.span())
            yield case.finding(
                "S504", "caption-kind", "info", at, [shown.words],
                stated=f"“{plain(at)}”", computed=f"what follows is called “{shown.kind}”",
            )  # fmt: skip
