"""Rate ties: a count and a rate per 100,000 against the population they imply, where the text states one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from tieout.evidence.figure import Figure
from tieout.language.edtf import bounds, is_date
from tieout.ties.cues import cue
from tieout.ties.interval import Interval
from tieout.ties.judge import judge
from tieout.ties.plain import bare, number, words
from tieout.ties.scene import Scene, Seat, Sentence
from tieout.ties.share import is_amount
from tieout.ties.stated import Look
from tieout.ties.tie import Tie

BASES = {"per_100k": 100_000, "per_million": 1_000_000, "per_1000": 1_000, "per_1k": 1_000, "per_10k": 10_000}
_PER = re.compile(r"per_(\d{2,})")
_FACTOR = 12
_YEARS = 8
"""A population printed for a year further away than this says nothing."""
_DRIFT = Fraction(12, 100)
"""How far a population may have moved between two years."""


def propose(scene: Scene) -> Iterator[Tie]:
    """A tie for each rate with its count in the same sentence and a population of the same place in the document."""
    people = [(sentence, seat) for sentence, seat in scene.seats() if _is_population(sentence, seat, scene.language)]
    for sentence in scene.sentences:
        counts = [s for s in sentence.seats if is_amount(s) and s.figure.unit == "count" and s.figure.kind == "level"]
        for seat in sentence.seats:
            if not _is_rate(seat.figure) or _is_measure_of_others(sentence, seat, scene.language):
                continue
            near = [c for c in counts if not _is_population(sentence, c, scene.language)]
            if len(near) != 1 or abs(near[0].start - seat.start) > 160:
                continue
            yield from _ties(sentence, _turned(seat.figure), near[0].figure, people)


def _is_measure_of_others(sentence: Sentence, seat: Seat, language: str) -> bool:
    """`1.07 per 1,000, below the recommended 2.2`: the rate that the first is held against is not worked out here."""
    return any(cue(language, name).within(sentence.ahead(seat, 50)) for name in ("below", "above", "compared"))


def _ties(sentence: Sentence, rate: Figure, count: Figure, people: list[tuple[Sentence, Seat]]) -> Iterator[Tie]:
    for home, seat in people:
        population = seat.figure
        if population.place != count.place and population.place and count.place:
            continue
        here = home is sentence and _same_people(rate, count, population)
        tie = _tie(rate, count, population, explicit=here, drift=not here)
        if tie:
            yield tie
            return


def _same_people(rate: Figure, count: Figure, population: Figure) -> bool:
    """A rate that is out by more than a small factor is one of other people (a city beside its country)."""
    result = _worked_out(rate, count, population)
    stated = rate.value or Fraction(1)
    return stated / _FACTOR <= result <= stated * _FACTOR


def _tie(rate: Figure, count: Figure, population: Figure, *, explicit: bool, drift: bool) -> Tie | None:
    if not explicit and not _near_in_time(count, population):
        return None
    per = BASES.get(rate.unit, 1)
    slack = Interval(1 - _DRIFT, 1 + _DRIFT) if drift else Interval(Fraction(1), Fraction(1))

    def relation(look: Look) -> tuple[Interval | None, Interval | None]:
        cases, people = look.rounded(count), look.rounded(population)
        if cases is None or people is None:
            return None, None
        if rate.unit not in BASES:
            return look.worked_out(rate), people * slack / cases
        return look.worked_out(rate), (cases / (people * slack)).scaled(per)

    result = _worked_out(rate, count, population)
    line = (
        f"{bare(count)} / {bare(population)} × {per:,}" if rate.unit in BASES else f"{bare(population)} / {bare(count)}"
    )
    return judge(
        "rate", (rate, count, population), relation,
        stated=f"{words(count)}, {words(rate)} of {words(population)}",
        computed=f"{line} = {number(result, 2)}",
        explicit=explicit,
    )  # fmt: skip


def _is_rate(figure: Figure) -> bool:
    """A rate per so many people, or so many people for one (`one officer for every 673 inhabitants`)."""
    if figure.value is None or figure.value <= 0:
        return False
    return figure.unit in BASES or "_per_" in figure.unit or _turned(figure) is not figure


def _turned(figure: Figure) -> Figure:
    """`one per 994`: read as 994 people for one, because that is the number that was worked out."""
    base = _PER.fullmatch(figure.unit)
    if base is None or figure.unit in BASES or figure.value != 1:
        return figure
    return replace(figure, value=Fraction(base[1]), unit="people_per_one", decimals=0)


def _worked_out(rate: Figure, count: Figure, population: Figure) -> Fraction:
    cases, people = count.value or Fraction(1), population.value or Fraction(1)
    return cases / people * BASES[rate.unit] if rate.unit in BASES else people / cases


def _is_population(sentence: Sentence, seat: Seat, language: str) -> bool:
    figure = seat.figure
    if figure.unit != "count" or figure.kind != "level" or (figure.value or 0) < 10_000:
        return False
    if cue(language, "population").pattern.match(figure.measure or ""):
        return True
    following = sentence.following(seat)
    after = sentence.between(seat, following) if following else sentence.after(seat)
    return cue(language, "population_of").within(sentence.ahead(seat)) or cue(language, "people").within(after)


def _near_in_time(count: Figure, population: Figure) -> bool:
    if not count.period or not population.period or not is_date(count.period) or not is_date(population.period):
        return True
    one, other = bounds(count.period)[1], bounds(population.period)[1]
    return one is None or other is None or abs(one.year - other.year) <= _YEARS
