"""Duration ties: stated spans of time and ages against the dates they lie between.

`a five-year term (2021-2026)`, `nearly eight years after …`, `born on …, died on …, aged 45`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from fractions import Fraction

from tieout.language.edtf import bounds, is_date
from tieout.language.periods import DateMention, find_dates
from tieout.ties.cues import cue
from tieout.ties.interval import Interval
from tieout.ties.judge import judge, member_of, tie_of
from tieout.ties.plain import number, words
from tieout.ties.scene import Scene, Seat, Sentence
from tieout.ties.stated import Look
from tieout.ties.tie import Member, Tie

_DAYS = {"years": Fraction(36525, 100), "months": Fraction(36525, 1200), "weeks": Fraction(7), "days": Fraction(1)}
_NEAR = 60
_TIGHT = 4
"""Words that may stand between a duration and its own dates."""
_YEAR = 4
_SOON = 4
"""Sentences within which a term is taken up again with its years."""
_TOUCHING = 20
_PARTS_OF_YEAR = Fraction(3, 4)
"""Years may be counted by the calendar or by their days."""

Stretch = tuple[Sentence, DateMention]


def propose(scene: Scene) -> Iterator[Tie]:
    """A tie for each duration beside one closed stretch of dates or between two dates, and for each age at a date."""
    for index, sentence in enumerate(scene.sentences):
        spans = [s for s in sentence.seats if s.figure.kind == "duration" and s.figure.unit in _DAYS and s.figure.value]
        ages = [s for s in sentence.seats if _is_age(sentence, s, scene.language)]
        if not spans and not ages:
            continue
        if any(s.figure.kind == "age" and " " in s.figure.text.strip() for s in sentence.seats if s not in spans):
            spans = []  # two stretches of years, one of them told like an age: whose dates these are is not said
        dates = [d for d in find_dates(sentence.text, scene.language) if d.valid and d.edtf and is_date(d.edtf)]
        if len(spans) == 1 and spans[0].figure.high is None:
            closed = [d for d in dates if "/" in (d.edtf or "")]
            if len(closed) == 1:
                yield from _ties(sentence, spans[0], closed[0], scene.language)
            else:
                yield from _after(sentence, spans[0], dates, scene.language)
                yield from _begun(sentence, spans[0], dates, scene.language)
        if spans:
            following = scene.sentences[index + 1 : index + 1 + _SOON]
            yield from _later_told(sentence, spans[0], following, scene.language)
        if len(ages) == 1:
            yield from _aged(sentence, ages[0], dates, scene.language)


def _later_told(sentence: Sentence, seat: Seat, following: Sequence[Sentence], language: str) -> Iterator[Tie]:
    """`a five-year term`, and soon after `president for the period 2021-2026`: kept when the years agree."""
    if seat.figure.unit != "years" or not cue(language, "term").within(sentence.after(seat, 12)):
        return
    for home in following:
        for date in find_dates(home.text, language):
            lead = home.line[home.start : home.start + date.start][-25:]
            years = (date.edtf or "").split("/")
            if len(date.edtf or "") != 2 * _YEAR + 1 or not cue(language, "term").within(lead):
                continue
            if int(years[1]) - int(years[0]) == seat.figure.value:
                yield tie_of(
                    "duration", "holds", (member_of(seat.figure), _printed(seat, home, date)),
                    stated=f"{words(seat.figure)}, {date.edtf}", computed=f"{words(seat.figure)} = {date.edtf}",
                )  # fmt: skip
                return


def _is_age(sentence: Sentence, seat: Seat, language: str) -> bool:
    """An age, or years that stand where an age stands (`nacida el …, de 51 años`)."""
    figure = seat.figure
    if not figure.value or figure.bound != "exact" or figure.high is not None:
        return False
    led = figure.kind == "duration" and figure.unit == "years" and cue(language, "aged").within(sentence.ahead(seat))
    return figure.kind == "age" or (led and cue(language, "birth").within(sentence.text))


def _begun(sentence: Sentence, seat: Seat, dates: Sequence[DateMention], language: str) -> Iterator[Tie]:
    """`The mandate of five years began in 2011 and ended in 2014`: whole years, counted by the calendar."""
    if len(dates) != 2 or seat.figure.unit != "years" or any(len(d.edtf or "") != _YEAR for d in dates):
        return
    leads = [sentence.line[sentence.start : sentence.start + d.start] for d in dates]
    term = cue(language, "term").within(f"{sentence.ahead(seat, 20)}{sentence.after(seat, 20)}")
    if not term or not cue(language, "began").within(leads[0]) or not cue(language, "ended").within(leads[1]):
        return
    years = int(dates[1].edtf or "0") - int(dates[0].edtf or "0")

    def relation(look: Look) -> tuple[Interval | None, Interval | None]:
        return look.worked_out(seat.figure), Interval(Fraction(years - 1), Fraction(years + 1))

    tie = judge(
        "duration", (member_of(seat.figure), *(_printed(seat, sentence, d) for d in dates)), relation,
        stated=f"{words(seat.figure)}, {dates[0].edtf}–{dates[1].edtf}", computed=f"{years} years", explicit=True,
    )  # fmt: skip
    if tie:
        yield tie


def _pair(sentence: Sentence, dates: Sequence[DateMention], language: str) -> list[Stretch]:
    """The two dates of the sentence, or its one date and that of the sentence before."""
    found = [(sentence, d) for d in dates]
    if len(found) == 1 and sentence.before:
        earlier = [
            (sentence.before, d)
            for d in find_dates(sentence.before.text, language)
            if d.valid and d.edtf and is_date(d.edtf)
        ]
        found = [*earlier, *found] if len(earlier) == 1 else found
    return found if len(found) == 2 else []


def _after(sentence: Sentence, seat: Seat, dates: Sequence[DateMention], language: str) -> Iterator[Tie]:
    """`On 5 May 2019, nearly eight years after the law of 7 July 2011, …`: the text gives both dates."""
    pair = _pair(sentence, dates, language)
    if not pair or seat.figure.unit != "years":
        return
    (_, one), (_, other) = pair
    fine = all(len(d.edtf or "") > _YEAR and "/" not in (d.edtf or "") for d in (one, other))
    later = _tied(sentence, seat, dates, language)
    first, last = _ordered(one, other)
    if not fine or not later or first is None or last is None:
        return
    years = Fraction((last - first).days * 100, 36525)

    def relation(look: Look) -> tuple[Interval | None, Interval | None]:
        return look.worked_out(seat.figure), Interval(years - _PARTS_OF_YEAR, years + _PARTS_OF_YEAR)

    tie = judge(
        "duration", (member_of(seat.figure), *(_printed(seat, s, d) for s, d in pair)), relation,
        stated=f"{words(seat.figure)} between {first} and {last}",
        computed=f"{number(years)} years", explicit=True,
    )  # fmt: skip
    if tie:
        yield tie


def _tied(sentence: Sentence, seat: Seat, dates: Sequence[DateMention], language: str) -> bool:
    """The words after the duration lead to one of the dates: `eight years after the law of …`, `eight years later, on
    …`; what stands behind a comma is another matter.
    """
    spots = [(sentence.start + d.start, sentence.start + d.end) for d in dates]
    gaps = [sentence.line[seat.end : start] for start, _ in spots if start >= seat.end]
    ahead = [sentence.line[end : seat.start] for _, end in spots if end <= seat.start]
    behind = sentence.after(seat, 12)
    if cue(language, "since_then").within(behind) or cue(language, "until_then").within(behind):
        return any("," not in gap and ";" not in gap for gap in gaps)
    return cue(language, "later").within(behind) and any(len(gap) <= _TOUCHING for gap in (*gaps, *ahead))


def _aged(sentence: Sentence, seat: Seat, dates: Sequence[DateMention], language: str) -> Iterator[Tie]:
    """`born on 16 July 1977, died on 4 January 2023, aged 45`; a year more or less breaks nothing."""
    pair = _pair(sentence, dates, language)
    if not pair or any("/" in (d.edtf or "") for _, d in pair):
        return
    born = [cue(language, "born").within(home.line[home.start : home.start + d.start]) for home, d in pair]
    if sum(born) != 1:
        return
    (_, one), (_, other) = pair if born[0] else (pair[1], pair[0])
    start, then = bounds(one.edtf or "")[0], bounds(other.edtf or "")[1]
    if start is None or then is None or start >= then:
        return
    age = then.year - start.year - ((then.month, then.day) < (start.month, start.day))

    def relation(look: Look) -> tuple[Interval | None, Interval | None]:
        return look.plain(seat.figure), Interval(Fraction(age - 1), Fraction(age + 1))

    tie = judge(
        "duration", (member_of(seat.figure), *(_printed(seat, s, d) for s, d in pair)), relation,
        stated=f"{words(seat.figure)}, born {start}, at {then}",
        computed=f"{age} years old", explicit=True,
    )  # fmt: skip
    if tie:
        yield tie


def _ordered(one: DateMention, other: DateMention) -> tuple[datetime.date | None, datetime.date | None]:
    days = sorted(d for d in (bounds(one.edtf or "")[0], bounds(other.edtf or "")[0]) if d is not None)
    return (days[0], days[1]) if len(days) == 2 else (None, None)


def _printed(seat: Seat, home: Sentence, date: DateMention) -> Member:
    near, far = home.passage.view.span(home.start + date.start, home.start + date.end)
    return Member(seat.figure.doc, near, far, home.passage.view.document[near:far])


def _ties(sentence: Sentence, seat: Seat, date: DateMention, language: str) -> Iterator[Tie]:
    first, last = bounds(date.edtf or "")
    start, end = sentence.start + date.start, sentence.start + date.end
    gap = sentence.line[seat.end : start] if start >= seat.end else sentence.line[end : seat.start]
    if first is None or last is None or len(gap) > _NEAR:
        return
    printed = _printed(seat, sentence, date)
    unit = _DAYS[seat.figure.unit]
    days = (last - first).days + 1
    whole_years = len(date.edtf or "") == 9
    low = Fraction(days, 1) - (366 if whole_years else 2)

    def relation(look: Look) -> tuple[Interval | None, Interval | None]:
        stated = look.worked_out(seat.figure)
        return stated, Interval(low / unit - Fraction(1, 50), Fraction(days) / unit + Fraction(1, 50))

    tight = len(gap.split()) <= _TIGHT and not any(mark in gap for mark in ".;")
    bracket = gap.strip() == "("
    said = ((tight and seat.figure.unit == "days") or bracket) and seat.figure.bound == "exact"
    if date.kind != "span":
        return
    around = f"{sentence.ahead(seat, 20)}{gap}{sentence.line[end : end + 20]}"
    said = said or cue(language, "term").within(around) or cue(language, "in_force").within(gap)
    tie = judge(
        "duration", (member_of(seat.figure), printed), relation,
        stated=f"{words(seat.figure)}, {' '.join(printed.text.split())}",
        computed=f"{number(low / unit)} to {number(Fraction(days) / unit)} {seat.figure.unit}",
        explicit=said and whole_years == (seat.figure.unit == "years"),
    )  # fmt: skip
    if tie:
        yield tie
