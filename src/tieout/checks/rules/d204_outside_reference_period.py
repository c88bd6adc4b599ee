"""A figure lies outside the period that the report itself says it covers, by a slip of the year.

Figures for earlier times are background, and most reports allow them. An error is raised only where one digit of the
year is wrong beyond doubt: the sources are of one date inside the period, and the same months of their own year had
just ended. Where the report does not speak of background, other figures for months outside the period are an info;
one for an earlier time is a warning where the paragraph that sets the period gives it, or a sentence that says it is of
that period.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.citing import Dated, dated_sentences
from tieout.checks.finding import Finding, Severity
from tieout.checks.reference import ReferencePeriod, reference_period
from tieout.checks.rule import rule
from tieout.checks.words import pattern
from tieout.evidence.figure import Figure
from tieout.language.edtf import before, bounds, is_date, overlaps, shift_years
from tieout.ties.judge import member_of
from tieout.ties.plain import words

_JUST_ENDED = 75
"""Days after its end in which a count of some months is news."""
_YEAR = 4


@rule(
    code="D204",
    name="outside-reference-period",
    severity="error",
    summary="a figure for a time outside the report's own period, by a slip of the year",
    clause="R02 Reference period and currency; R04 Impossible or slipped dates",
    bad=(
        "The reference period of this report is from January 2021 to September 2023. Between January and May 2012, 88 "
        "boats were stolen.[^1]\n\n[^1]: Port Gazette, Thefts on the rise, 3 June 2022."
    ),
    good=(
        "The reference period of this report is from January 2021 to September 2023. Between January and May 2022, 88 "
        "boats were stolen.[^1]\n\n[^1]: Port Gazette, Thefts on the rise, 3 June 2022."
    ),
)
def check(case: Case) -> Iterator[Finding]:
    """Figures for months outside the reference period."""
    period = reference_period(case)
    if period is None:
        return
    outside = [f for f in case.reading.figures if _is_outside(f, period)]
    slipped = {
        (dated.passage.view.offsets[dated.sentence[0]], dated.mention.edtf): dated
        for dated in dated_sentences(case)
        if outside and _slip(dated, period)
    }
    seen = set()
    for figure in outside:
        key = (figure.sentence_start, figure.period)
        dated = slipped.get(key)
        stated = f"{words(figure)} for {figure.period}"
        if dated is not None and key not in seen:
            seen.add(key)
            at = case.words(dated.passage, dated.mention.start, dated.mention.end)
            proof = [dated.sources[0].words, period.words]
            yield case.finding(
                "D204", "outside-reference-period", "error", at, proof, stated=stated, computed=period.edtf
            )
        elif dated is None and not period.background:
            at = member_of(figure)
            severity: Severity = "warning" if _against(case, figure, period) else "info"
            yield case.finding(
                "D204", "outside-reference-period", severity, at, [period.words], stated=stated, computed=period.edtf
            )


def _is_outside(figure: Figure, period: ReferencePeriod) -> bool:
    """Printed months, none of them in the period."""
    edtf = figure.period
    if figure.where != "body" or not edtf or figure.basis.get("period") != "printed" or not is_date(edtf):
        return False
    return all(len(end) > _YEAR for end in edtf.split("/")) and not overlaps(edtf, period.edtf)


def _against(case: Case, figure: Figure, period: ReferencePeriod) -> bool:
    """The paragraph that sets the period, or a sentence that speaks of it, gives a figure for an earlier time, and no
    word makes that background, a comparison or how the report was made."""
    home = case.passage_at(figure.start)
    if home is None or not before(figure.period or "", period.edtf):
        return False
    start, end = (home.view.find(offset) for offset in (figure.sentence_start, figure.sentence_end - 1))
    said, language = home.text[start : end + 1], case.reading.language
    if pattern(language, "background").search(said) or pattern(language, "other_time").search(said):
        return False
    return home is case.passage_at(period.words.start) or pattern(language, "in_period").search(said) is not None


def _slip(dated: Dated, period: ReferencePeriod) -> bool:
    """One digit of the year is wrong: in the sources' own year the same months had just ended when they appeared."""
    edtf = dated.mention.edtf
    if edtf is None or not dated.mention.valid or not is_date(edtf) or dated.mention.kind not in ("span", "month"):
        return False
    last = bounds(edtf)[1]
    published = {source.last.year for source in dated.sources}
    if last is None or len(published) != 1 or not all(source.to_the_day for source in dated.sources):
        return False
    year = published.pop()
    moved = shift_years(edtf, year - last.year)
    ended = bounds(moved)[1]
    one_digit = sum(a != b for a, b in zip(str(year), str(last.year), strict=True)) == 1
    news = ended is not None and all(0 <= (s.last - ended).days <= _JUST_ENDED for s in dated.sources)
    return one_digit and news and overlaps(moved, period.edtf)
