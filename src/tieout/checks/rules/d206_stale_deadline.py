"""A deadline that the text calls current had passed when the text was published.

Reports are written over months: what was to come at the first draft is past at the last. Up to three months are a
remark; a deadline that passed earlier is a warning. Without a date of the document nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding, Severity
from tieout.checks.rule import rule
from tieout.checks.words import pattern
from tieout.language.edtf import bounds, is_date

_DRAFTING = 92
"""Days that may lie between writing and publishing."""
_NEAR = 60
_YEAR = 4


@rule(
    code="D206",
    name="stale-deadline",
    severity="warning",
    summary="a deadline called current that has passed",
    clause="R02 Reference period and currency",
    bad="Miners are waiting for papers. The current deadline for their papers is 30 June 2023.",
    good="Miners are waiting for papers. The current deadline for their papers is 30 June 2027.",
)
def check(case: Case) -> Iterator[Finding]:
    """Current deadlines before the document's date."""
    own = case.reading.document.date
    if own is None or not is_date(own):
        return
    today = bounds(own)[0]
    for passage, date in case.dates():
        if not date.edtf or not date.valid or "/" in date.edtf or not is_date(date.edtf) or len(date.edtf) <= _YEAR:
            continue
        due = bounds(date.edtf)[1]
        if today is None or due is None or due >= today or passage.block.kind == "note":
            continue
        start, _ = passage.sentences[passage.sentence_at(date.start)]
        said = list(pattern(case.reading.language, "current_deadline").finditer(passage.text, start, date.start))
        if said and date.start - said[-1].end() <= _NEAR:
            at = case.words(passage, date.start, date.end)
            severity: Severity = "warning" if (today - due).days > _DRAFTING else "info"
            yield case.finding(
                "D206", "stale-deadline", severity, at, [case.words(passage, said[-1].start(), said[-1].end())],
                stated=" ".join(at.text.split()), computed=f"the text is of {own}",
            )  # fmt: skip
