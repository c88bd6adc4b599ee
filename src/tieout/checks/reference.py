"""The reference period: the stretch of time that a report says it covers, in its own words."""

from __future__ import annotations

from dataclasses import dataclass

from tieout.checks.case import Case
from tieout.checks.words import pattern
from tieout.language.edtf import bounds, is_date
from tieout.ties.tie import Member

_REACH = 130
"""The words that announce a period stand this near before its dates."""


@dataclass(frozen=True, slots=True)
class ReferencePeriod:
    """`edtf` with both ends; `background` when the report allows for what lies before."""

    edtf: str
    words: Member
    background: bool


def reference_period(case: Case) -> ReferencePeriod | None:
    """The period that the text states plainly; None when it states none, or two different ones."""
    language = case.reading.language
    found: dict[str, ReferencePeriod] = {}
    for passage, date in case.dates():
        if not date.edtf or not date.valid or "/" not in date.edtf or not is_date(date.edtf):
            continue
        if None in bounds(date.edtf):
            continue
        start, end = passage.sentences[passage.sentence_at(date.start)]
        lead = passage.text[max(start, date.start - _REACH) : date.start]
        if pattern(language, "reference_period").search(lead):
            allowed = pattern(language, "background").search(passage.text, start, end) is not None
            at = case.words(passage, date.start, date.end)
            found.setdefault(date.edtf, ReferencePeriod(date.edtf, at, allowed))
    return next(iter(found.values())) if len(found) == 1 else None
