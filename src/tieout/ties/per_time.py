"""Per-time ties: a count over a known stretch of time against what that is per day, week or month."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from tieout.evidence.figure import Figure
from tieout.language.edtf import days_in, is_date
from tieout.ties.alike import shared_words
from tieout.ties.cues import cue
from tieout.ties.interval import Interval, point
from tieout.ties.judge import Relation, judge
from tieout.ties.plain import bare, number, words
from tieout.ties.scene import Scene, Seat, Sentence
from tieout.ties.share import is_amount
from tieout.ties.stated import HARD, Look
from tieout.ties.tie import Tie

_DAYS = {
    "per_day": Interval(Fraction(1), Fraction(1)),
    "per_week": Interval(Fraction(7), Fraction(7)),
    "per_month": Interval(Fraction(28), Fraction(31)),
}
"""Days in one unit of time; a month has 28 to 31."""


_LENGTHS = (7, 28, 29, 30, 31, 90, 91, 92, 181, 182, 183, 184, 365, 366)
"""A rate that fits another usual length was worked out over that: the count's period may be read too wide."""
_YEARS = (365, 366)
"""A leap year is often counted like any other."""


def propose(scene: Scene) -> Iterator[Tie]:
    """A tie for each `per day` whose count and stretch of time stand in its sentence or the one before."""
    for sentence in scene.sentences:
        for seat in sentence.seats:
            seat = _told_rate(sentence, seat, scene.language)
            if seat.figure.unit not in _DAYS or seat.figure.value is None:
                continue
            counts = [s for s in _counts(sentence) if s.start != seat.start]
            before = [s for s in counts if s.end <= seat.start]
            beside = counts if len(counts) == 1 else before if len(before) == 1 else []
            said = bool(beside) and _said(sentence, beside[0], seat, scene.language)
            near = (
                beside
                if said
                else [*reversed(counts), *(reversed(_counts(sentence.before)) if sentence.before else ())]
            )
            ties = (_tie(seat.figure, c.figure, explicit=said) for c in near)
            yield from [tie for tie in ties if tie][:1]


def _told_rate(sentence: Sentence, seat: Seat, language: str) -> Seat:
    """`an average of 77 attacks on journalists per day`: the unit may stand behind what is counted."""
    figure, before = seat.figure, sentence.line[sentence.start : seat.start]
    if figure.unit != "count" or not any(cue(language, name).within(before) for name in ("mean_of", "that_is")):
        return seat
    for unit in ("per_day", "per_month"):
        if cue(language, f"{unit}_after").within(sentence.after(seat)):
            return replace(seat, figure=replace(figure, unit=unit, kind="rate"))
    return seat


def _counts(sentence: Sentence) -> list[Seat]:
    return [s for s in sentence.seats if is_amount(s) and s.figure.unit == "count" and _length(s.figure)]


def _length(count: Figure) -> int | None:
    """Days of the count's own period; a single day is none to divide by."""
    if not count.period or not is_date(count.period):
        return None
    days = days_in(count.period)
    return days if days and days > 6 else None


def _fits_only_others(over: Callable[[int], Relation], days: int, lengths: Sequence[int]) -> bool:
    return not _fits(over(days)) and any(_fits(over(length)) for length in lengths)


def _fits(relation: Relation) -> bool:
    stated, computed = relation(HARD)
    return stated is not None and computed is not None and stated.meets(computed)


def _said(sentence: Sentence, count: Seat, rate: Seat, language: str) -> bool:
    """`1,398 in January, or 45 per day`: the text itself says that the one is the other."""
    if sentence.following(rate) is count:
        mean = cue(language, "mean_of").within(sentence.line[sentence.start : rate.start])
        return mean and cue(language, "in_total").within(sentence.between(rate, count))
    if sentence.following(count) is not rate:
        return False
    gap = sentence.between(count, rate)
    return len(gap) < 90 and cue(language, "that_is").within(gap)


def _tie(rate: Figure, count: Figure, *, explicit: bool) -> Tie | None:
    days = _length(count)
    if days is None or (not explicit and not shared_words(rate, count)):
        return None
    unit = _DAYS[rate.unit]
    printed = explicit and count.basis.get("period") == "printed"
    lengths = (_YEARS if days in _YEARS else ()) if printed else _LENGTHS

    def over(length: int) -> Relation:
        def relation(look: Look) -> tuple[Interval | None, Interval | None]:
            cases = look.rounded(count)
            return look.worked_out(rate), None if cases is None else cases / point(length) * unit

        return relation

    middle = ((unit.low or Fraction(1)) + (unit.high or Fraction(1))) / 2
    result = (count.value or Fraction(0)) / days * middle
    return judge(
        "per_time", (rate, count), over(days),
        stated=f"{words(count)} in {days} days as {words(rate)}",
        computed=f"{bare(count)} / {days} days = {number(result)} {rate.unit.replace('_', ' ')}",
        explicit=explicit,
        reason="other_period" if rate.unit == "per_day" and _fits_only_others(over, days, lengths) else None,
    )  # fmt: skip
