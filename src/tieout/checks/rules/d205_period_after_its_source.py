"""A figure or an event is of a time that its sources cannot know: all of them were published before.

A count for all of May cannot come from an article of 9 May, and an event of May not from one of March. Either the time
is wrong or the source is another one; that a source covers part of the time is a warning, never an error. Plans, laws
that take effect later and bare years are left alone, and so is every statement with a source that has no date.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from tieout.checks.case import Case
from tieout.checks.citing import Dated, Source, dated_sentences
from tieout.checks.finding import Finding, Severity
from tieout.checks.rule import rule
from tieout.checks.words import ahead_of, pattern
from tieout.evidence.figure import Figure
from tieout.language.edtf import bounds, is_date
from tieout.ties.alike import EVENTS

_SLACK = timedelta(days=3)
"""A count of a whole month may be known a little before it ends, and clocks differ between continents."""
_YEAR = 4
_MANY = 20
_NEWS = timedelta(days=75)
"""News this much older than the event it is cited for are of something else."""
_LEADS = (None, "at", "of", "from", "as_of")


@rule(
    code="D205",
    name="period-after-its-source",
    severity="error",
    summary="a period or event that ends after every source cited for it",
    clause="R03 Event must precede its source",
    bad="In June 2023, police made 412 arrests at sea.[^1]\n\n[^1]: Port Gazette, Arrests so far, 8 May 2023.",
    good="In June 2023, police made 412 arrests at sea.[^1]\n\n[^1]: Port Gazette, Arrests so far, 8 July 2023.",
)
def check(case: Case) -> Iterator[Finding]:
    """Dated statements whose sources were all published before the time was over."""
    language = case.reading.language
    counted = {(f.sentence_start, f.period) for f in case.reading.figures if _summed_over(f, language)}
    for dated in dated_sentences(case):
        edtf = dated.mention.edtf
        if edtf is None or not dated.mention.valid or not is_date(edtf) or dated.mention.lead not in _LEADS:
            continue
        if dated.mention.kind not in ("day", "month", "span") or not _fine(edtf) or _told_before(case, dated):
            continue
        printed = dated.passage.text[dated.mention.start : dated.mention.end]
        if pattern(case.reading.language, "part_of_month").match(printed):
            continue
        start = dated.passage.view.offsets[dated.sentence[0]]
        found = _verdict(dated, edtf, counted=(start, edtf) in counted)
        if found:
            severity, source, how = found
            at = case.words(dated.passage, dated.mention.start, dated.mention.end)
            yield case.finding(
                "D205", "period-after-its-source", severity, at, [source.words],
                stated=" ".join(at.text.split()), computed=f"{how} {' '.join(source.words.text.split())}",
            )  # fmt: skip


def _summed_over(figure: Figure, language: str) -> bool:
    """A figure that sums up its whole time: one printed with two ends, or many events; a dozen may be one event."""
    if figure.period is None or figure.kind not in ("level", "change", "share", "rate", "money"):
        return False
    events = figure.counting in EVENTS or pattern(language, "events").search(figure.measure or "") is not None
    return "/" in figure.period or (events and (figure.value or 0) >= _MANY)


def _fine(edtf: str) -> bool:
    """Printed with its months: a bare year is a loose word for what is known of it."""
    return all(len(end) > _YEAR for end in edtf.split("/"))


def _told_before(case: Case, dated: Dated) -> bool:
    language = case.reading.language
    return ahead_of(dated.text, language) or pattern(language, "settled_before").search(dated.text) is not None


def _verdict(dated: Dated, edtf: str, *, counted: bool) -> tuple[Severity, Source, str] | None:
    """How bad it is, the source that shows it, and how; None when the sources can know."""
    first, last = bounds(edtf)
    latest = max(dated.sources, key=lambda source: source.last)
    if first is None or last is None:
        return None
    if latest.last + _SLACK < first:
        return "error", latest, "every source is older, the latest is of"
    if latest.last + _SLACK < last and counted:
        return "warning", latest, "no source can cover all of it, the latest is of"
    early = [source for source in dated.sources if source.to_the_day]
    if (
        early
        and all(first - _NEWS <= s.last and s.last + _SLACK < first for s in early)
        and not _explained(dated, early)
    ):
        return "warning", early[0], "the sources dated to the day are older, of"
    return None


def _explained(dated: Dated, early: Sequence[Source]) -> bool:
    """True when the early sources may be those of another date of the sentence, printed with its month."""
    fine = [d.edtf for d in dated.others if d.edtf and is_date(d.edtf) and _fine(d.edtf)]
    starts = [start for edtf in fine if (start := bounds(edtf)[0]) is not None]
    return any(start <= source.last for start in starts for source in early)
