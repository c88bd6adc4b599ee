"""Duration ties: a stated span of time against the two dates it lies between (`five-year term`, `2021-2026`)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from tieout.language.edtf import bounds, is_date
from tieout.language.periods import DateMention, find_dates
from tieout.ties.cues import cue
from tieout.ties.interval import Interval
from tieout.ties.judge import judge, member_of
from tieout.ties.plain import number, words
from tieout.ties.scene import Scene, Seat, Sentence
from tieout.ties.stated import Look
from tieout.ties.tie import Member, Tie

_DAYS = {"years": Fraction(36525, 100), "months": Fraction(36525, 1200), "weeks": Fraction(7), "days": Fraction(1)}
_NEAR = 45


def propose(scene: Scene) -> Iterator[Tie]:
    """A tie for each duration that stands right beside one closed stretch of dates and calls it a term or the like."""
    for sentence in scene.sentences:
        spans = [s for s in sentence.seats if s.figure.kind == "duration" and s.figure.unit in _DAYS and s.figure.value]
        if len(spans) != 1 or spans[0].figure.high is not None:
            continue
        dates = [d for d in find_dates(sentence.text, scene.language) if d.valid and d.edtf and "/" in d.edtf]
        if len(dates) == 1:
            yield from _ties(sentence, spans[0], dates[0], scene.language)


def _ties(sentence: Sentence, seat: Seat, date: DateMention, language: str) -> Iterator[Tie]:
    if not is_date(date.edtf or ""):
        return
    first, last = bounds(date.edtf or "")
    start, end = sentence.start + date.start, sentence.start + date.end
    gap = sentence.line[seat.end : start] if start >= seat.end else sentence.line[end : seat.start]
    if first is None or last is None or len(gap) > _NEAR:
        return
    near, far = sentence.passage.view.span(start, end)
    printed = Member(seat.figure.doc, near, far, sentence.passage.view.document[near:far])
    unit = _DAYS[seat.figure.unit]
    days = (last - first).days + 1
    whole_years = len(date.edtf or "") == 9
    low = Fraction(days, 1) - (366 if whole_years else 2)

    def relation(look: Look) -> tuple[Interval | None, Interval | None]:
        stated = look.worked_out(seat.figure)
        return stated, Interval(low / unit - Fraction(1, 50), Fraction(days) / unit + Fraction(1, 50))

    said = cue(language, "term").within(f"{sentence.ahead(seat, 20)}{gap}{sentence.line[end : end + 20]}")
    tie = judge(
        "duration", (member_of(seat.figure), printed), relation,
        stated=f"{words(seat.figure)}, {' '.join(printed.text.split())}",
        computed=f"{number(low / unit)} to {number(Fraction(days) / unit)} {seat.figure.unit}",
        explicit=said and whole_years == (seat.figure.unit == "years"),
    )  # fmt: skip
    if tie:
        yield tie
