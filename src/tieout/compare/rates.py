"""Rates: a rate of one source with a count and a population of others (7.6 in 100,000, 856 dead, 11.2 million people).

Counts, rates and populations are each of one place; the population may be of another year near it. Where they do not
meet, nothing is said: the rate may be of another count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from tieout.compare.comparison import Comparison
from tieout.compare.fit import fit, news
from tieout.compare.originals import Origins
from tieout.compare.point import Point, days_of, place_of
from tieout.compare.topic import POPULATION, Topic, is_population
from tieout.evidence.corpus import Reading
from tieout.ties.interval import Interval
from tieout.ties.plain import number, words
from tieout.ties.stated import HARD

_PER = {"per_100k": 100_000, "per_1000": 1_000, "per_100": 100}
_POPULATION = Topic(POPULATION, True, frozenset())
_YEARS = 3
"""A population is taken for that of a year this near."""
_MOST = 4
"""Populations of one place that are tried, the nearest in time first."""


def people(readings: Iterable[Reading]) -> dict[str, list[Point]]:
    """The populations that documents state, by place."""
    out: dict[str, list[Point]] = defaultdict(list)
    for order, reading in enumerate(readings):
        for figure in reading.figures:
            place = place_of(figure)
            if place is None or not is_population(figure):
                continue
            out[place].append(Point(figure, order, _POPULATION, "count", place, days_of(figure.period), None))
    return out


def rates(found: Iterable[Point], people: Mapping[str, Sequence[Point]], origins: Origins) -> Iterator[Comparison]:
    """Rates that follow from a count and a population (`people`, by place) of two or more documents."""
    counts: dict[tuple[object, ...], list[Point]] = defaultdict(list)
    asked: list[Point] = []
    for one in found:
        if one.topic.concept is None or one.days is None:
            continue
        if one.family in _PER:
            asked.append(one)
        elif one.family == "count" and one.figure.kind == "level":
            counts[_key(one)].append(one)
    told = [*asked, *(p for same in counts.values() for p in same), *(p for same in people.values() for p in same)]
    yield from news(_rates(asked, counts, people, origins), told)


def _rates(
    asked: Sequence[Point],
    counts: Mapping[tuple[object, ...], Sequence[Point]],
    people: Mapping[str, Sequence[Point]],
    origins: Origins,
) -> Iterator[Comparison]:
    once = {
        place: list({(p.figure.value, p.figure.period): p for p in same}.values()) for place, same in people.items()
    }
    for rate in asked:
        for count in counts.get(_key(rate), ())[:_MOST]:
            for population in _nearest(rate, once.get(rate.place, ())):
                if len({rate.order, count.order, population.order}) > 1 and _follows(rate, count, population):
                    yield fit("rate", (rate, count, population), _line(rate, count, population), origins)


def _key(one: Point) -> tuple[object, ...]:
    return one.topic.concept, one.place, one.days, one.topic.scopes


def _nearest(rate: Point, people: Sequence[Point]) -> list[Point]:
    year = rate.days[1].year if rate.days else 0
    near = [(abs(p.days[1].year - year), p.order, p.figure.start, p) for p in people if p.days]
    return [row[-1] for row in sorted(near, key=lambda row: row[:3]) if row[0] <= _YEARS][:_MOST]


def _follows(rate: Point, count: Point, population: Point) -> bool:
    stated, computed = HARD.worked_out(rate.figure), _computed(rate, count, population)
    return stated is not None and computed is not None and stated.meets(computed)


def _computed(rate: Point, count: Point, population: Point) -> Interval | None:
    dead, people = HARD.rounded(count.figure), HARD.rounded(population.figure)
    if dead is None or people is None or people.low is None or people.low <= 0:
        return None
    return (dead / people).scaled(_PER[rate.family])


def _line(rate: Point, count: Point, population: Point) -> str:
    per = _PER[rate.family]
    value = (count.figure.value or Fraction(0)) * per / (population.figure.value or Fraction(1))
    return (
        f"{words(count.figure)} / {words(population.figure)} × {per:,} = {number(value, 2)}, and {words(rate.figure)}"
    )
