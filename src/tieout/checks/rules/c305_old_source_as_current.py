"""A statement about the present rests only on sources from before the period that the report covers.

What was growing in 2020 need not grow in 2023. Older sources are fine as background and when the text gives their
year; the word `currently` on an old source tells the reader something that nobody said of today.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.reference import reference_period
from tieout.checks.rule import rule
from tieout.checks.sourcing.backed import Backed, backed
from tieout.checks.sourcing.citing import date_words, plain
from tieout.checks.sourcing.noted import citations, notes
from tieout.checks.sourcing.words import pattern
from tieout.language.edtf import bounds, is_date
from tieout.language.periods import find_dates
from tieout.sources.citation import Citation

_OLD = timedelta(days=3 * 365)
"""Where the report states no period: so much older than itself, or than its newest source, is not the present."""
_STALE = timedelta(days=2 * 365)
"""A report on a few months may rest on what is known of the year before."""
_BEFORE = timedelta(days=120)
"""A source from shortly before the period is as good as one of its first day."""


@rule(
    code="C305",
    name="old-source-as-current",
    severity="warning",
    summary="a statement about the present that rests on sources from before the period covered",
    clause="R02 Reference period and currency",
    bad=(
        "Piracy is currently on the rise in all northern ports.[^1]\n\n"
        "[^1]: Port Gazette, Piracy in the north, 8 July 2017."
    ),
    good=(
        "Piracy is currently on the rise in all northern ports.[^1]\n\n"
        "[^1]: Port Gazette, Piracy in the north, 8 July 2023."
    ),
)
def check(case: Case) -> Iterator[Finding]:
    """Each sentence with a word of the present whose sources are all old."""
    limit = _limit(case) if notes(case) else None
    if limit is None:
        return
    language = case.reading.language
    for one in backed(case):
        now = pattern(language, "present").search(one.text)
        if now is None or find_dates(one.said, language) or pattern(language, "background").search(one.said):
            continue
        newest = _newest(one)
        if newest is None or newest[0] >= limit:
            continue
        at = case.words(one.passage, one.start + now.start(), one.start + now.end())
        source = date_words(case, newest[1])
        yield case.finding(
            "C305", "old-source-as-current", "warning", at, [source],
            stated=f"“{plain(at)}”", computed=f"the newest source of it is of “{plain(source)}”",
        )  # fmt: skip


def _limit(case: Case) -> date | None:
    """The day before which a source is old."""
    period = reference_period(case)
    start, end = bounds(period.edtf) if period else (None, None)
    if start is not None and end is not None:
        return min(start - _BEFORE, end - _STALE)
    own = case.reading.document.date
    days = [own] if own else [citation.date for citation in citations(case)]
    known = [last for day in days if day and is_date(day) and (last := bounds(day)[1]) is not None]
    return max(known) - _OLD if known else None


def _newest(one: Backed) -> tuple[date, Citation] | None:
    """The last day on which the newest source can have come out; None when one is undated, lost, or no such item."""
    found: list[tuple[date, Citation]] = []
    for citation in [c for note in one.notes for c in note.citations]:
        last = bounds(citation.date)[1] if citation.date and is_date(citation.date) else None
        if last is None or citation.kind in _LASTING:
            return None
        found.append((last, citation))
    return max(found, key=lambda pair: pair[0]) if found and one.known else None


_LASTING = frozenset({"law", "book", "interview"})
"""A law of 1991 may be in force today."""
