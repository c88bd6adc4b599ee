"""Periods: a year, month or day of the claim that its passage does not have, and another one in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from tieout.evidence.mention import Mention
from tieout.language.periods import DateMention
from tieout.sources.claims.claim import Difference
from tieout.sources.claims.evidence import Evidence
from tieout.sources.claims.line import Line

_YEAR = re.compile(r"(?<!\d)\d{4}")
_MONTH = re.compile(r"(?:XXXX|\d{4})-(\d\d)(?!\d)")
_DAY = re.compile(r"(?:XXXX|\d{4})-(\d\d-\d\d)")


def compare(evidence: Evidence) -> Iterator[Difference]:
    """Dates of the claim against those of the evidence: years, then months, then days."""
    for look in (
        partial(_unmatched, read=_years),
        _at_its_number,
        partial(_unmatched, read=_months),
        partial(_unmatched, read=_days),
    ):
        found = list(look(evidence))
        yield from found
        if found:
            return


def _at_its_number(evidence: Evidence) -> Iterator[Difference]:
    """The one year of the claim against the one year beside the same number in the passage, whatever stands around."""
    claim = evidence.claim
    mine = [d for d in claim.dates if _years(d)]
    for pair in evidence.pairs:
        line = pair.line
        if pair.found is None or line is None or len(mine) != 1 or len(claim.mentions) != 1:
            continue
        theirs = [d for d in line.dates if _years(d)]
        beside = [d for d in theirs if not _number_between(line, d, pair.found)]
        if len(theirs) == len(beside) == 1 and not _years(mine[0]) & _years(theirs[0]) and theirs[0].lead != "compared":
            if _relative(line) or _inside(_years(mine[0]), [line]):
                continue
            at, source = claim.place(mine[0].start, mine[0].end), line.place(theirs[0].start, theirs[0].end)
            yield Difference("differs", "period_differs", at, source)
            return


def _number_between(line: Line, date: DateMention, found: Mention) -> bool:
    low, high = min(date.end, found.end), max(date.start, found.start)
    return any(m is not found and low <= m.start < high for m in line.mentions)


def _unmatched(evidence: Evidence, read: Reader) -> Iterator[Difference]:
    claim, line = evidence.claim, evidence.line
    known = {part for other in evidence.lines for d in other.dates for part in read(d)} | _around(evidence, read)
    mine = {part for d in claim.dates for part in read(d)}
    others = [d for d in line.dates if read(d) - mine]
    for date in claim.dates:
        missing = read(date) - known
        rivals = others or _in_its_seat(evidence, date, read)
        if (
            not missing
            or not rivals
            or evidence.is_quoted(date.start)
            or (not date.ranged and _inside(missing, evidence.lines))
            or _relative(line)
        ):
            continue
        rival = rivals[0]
        at, source = claim.place(date.start, date.end), line.place(rival.start, rival.end)
        yield Difference("differs", "period_differs", at, source)
        return


def _in_its_seat(evidence: Evidence, date: DateMention, read: Reader) -> list[DateMention]:
    """Dates of the best sentence among the words that the claim's date stands among."""
    beside = evidence.claim.beside(date.start, date.end)
    seats = [(len(beside & evidence.line.beside(d.start, d.end)), d) for d in evidence.line.dates if read(d)]
    return [d for alike, d in seats if alike >= _SAME_SEAT]


_SAME_SEAT = 2
"""Words beside two dates that must be alike."""


class Reader:
    """What of a date is compared."""

    def __init__(self, form: re.Pattern[str]) -> None:
        self._form = form

    def __call__(self, date: DateMention) -> set[str]:
        """The parts of one size that a date names."""
        written = " ".join(filter(None, (date.edtf, date.template, *date.parts)))
        return {found[1] if self._form.groups else found[0] for found in self._form.finditer(written)}


_years, _months, _days = Reader(_YEAR), Reader(_MONTH), Reader(_DAY)


def _around(evidence: Evidence, read: Reader) -> set[str]:
    """For years: those of the text's title, date and headings too."""
    if read is not _years:
        return set()
    headings = (evidence.held.passages[at].text for at in evidence.line.passage.headings)
    return {str(year) for year in evidence.years} | {y for text in headings for y in _YEAR.findall(text)}


def _inside(missing: set[str], lines: Sequence[Line]) -> bool:
    """Whether a year lies in a span of the evidence: the claim may speak of a part of it."""
    spans = [sorted(_years(d)) for line in lines for d in line.dates if d.ranged or "/" in (d.edtf or "")]
    return all(len(y) == 4 and any(s and s[0] < y < s[-1] for s in spans) for y in missing)


def _relative(line: Line) -> bool:
    """Whether the passage leans on a date that it does not print (`last year`)."""
    return any(d.kind == "relative" for d in line.dates)
