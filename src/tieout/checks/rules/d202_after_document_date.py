"""A figure is given for a time after the document's own date.

A count of what has not happened yet is a misprinted year, or a forecast given as a fact. Plans, forecasts and
deadlines are left alone. Without a date of the document nothing is said. More than four such figures are one finding.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.checks.words import ahead_of, pattern
from tieout.evidence.figure import Figure
from tieout.language.edtf import before, is_date, overlaps
from tieout.language.periods import DateMention
from tieout.ties.judge import member_of
from tieout.ties.plain import words

_YEAR = 4
_SOON = 3
_MANY = 4
"""More late figures than this have one cause, most often a wrong date of the document: they are one finding."""
_LEADS = (None, "at", "of", "from", "as_of")


@rule(
    code="D202",
    name="after-document-date",
    severity="warning",
    summary="a figure for a time after the document's date",
    clause="R21 Figures and units copied right; R26 Arithmetic holds (dates)",
    bad="Police registered 4,310 complaints in March 2026.",
    good="Police expected to register 4,310 complaints in March 2026.",
)
def check(case: Case) -> Iterator[Finding]:
    """Counted figures whose printed period begins after the document's date."""
    own = case.reading.document.date
    if own is None or not is_date(own):
        return
    printed = _printed(case)
    late: list[Figure] = []
    for figure in case.reading.figures:
        if figure.where != "body" or figure.kind not in ("level", "change", "share", "rate") or not figure.period:
            continue
        if figure.basis.get("period") != "printed" or not is_date(figure.period) or not before(own, figure.period):
            continue
        if _far_ahead(figure.period, own):
            continue
        sentence = case.reading.document.text[figure.sentence_start : figure.sentence_end]
        if _named(figure, printed) and not _to_come(sentence, case.reading.language):
            late.append(figure)
    for group in [late] if len(late) > _MANY else [[figure] for figure in late]:
        at, *rest = map(member_of, group)
        more = f" (and {len(rest)} more figures)" if rest else ""
        stated = f"{words(group[0])} for {group[0].period}{more}"
        yield case.finding("D202", "after-document-date", "warning", at, rest, stated=stated, computed=own)


def _printed(case: Case) -> dict[int, list[DateMention]]:
    """The dates of each sentence by where it starts in the document."""
    found: dict[int, list[DateMention]] = defaultdict(list)
    for passage, date in case.dates():
        start, _ = passage.sentences[passage.sentence_at(date.start)]
        found[passage.view.offsets[start]].append(date)
    return found


def _named(figure: Figure, printed: dict[int, list[DateMention]]) -> bool:
    """Its own sentence names the time, as the time of what was counted and not as a term (`until 2030`)."""
    mine = [d for d in printed.get(figure.sentence_start, ()) if d.edtf and is_date(d.edtf) and figure.period]
    own = [d for d in mine if overlaps(d.edtf or "", figure.period or "")]
    return bool(own) and all(d.lead in _LEADS for d in own)


def _to_come(sentence: str, language: str) -> bool:
    """A plan, a forecast, a deadline, or a validity that ends later."""
    return ahead_of(sentence, language) or pattern(language, "settled_before").search(sentence) is not None


def _far_ahead(period: str, own: str) -> bool:
    """A bare year well after the document is more often a count printed like a year (`of whom 2051 were men`)."""
    return len(period) == _YEAR and int(period) > int(own[:_YEAR]) + _SOON
