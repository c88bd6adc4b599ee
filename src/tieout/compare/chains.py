"""Chains: levels of one source with the changes of another over the same years.

`over 8,000 in 2022, an increase of 62 percent from 2021` leads back to 4,938 in 2021; another source's `just under
5,000 in 2021` fits it, and what a third says of the change from 2021 to 2023 leads on from there. Sources that count
otherwise may still fit, which is worth showing; where they do not, nothing is said, since they may count otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tieout.compare.comparison import Comparison
from tieout.compare.fit import fit, news, told
from tieout.compare.originals import Origins
from tieout.compare.point import Days, Point, days_of
from tieout.evidence.figure import Direction, Figure
from tieout.ties.alike import EVENTS
from tieout.ties.interval import Interval, point
from tieout.ties.plain import words
from tieout.ties.stated import HARD

_MOST = 6
"""Levels of one topic and one time that a change is held against."""
_CLOSE = Fraction(5, 4)
"""Numbers of different sources that fit are no further apart than this, whatever their words would allow."""
_YEARS = 3
"""A level between two others says something when they are no further apart."""
_LONG_YEAR = 366
_ARTICLE: dict[Direction, str] = {"increase": "an increase", "decrease": "a decrease"}
_COUNTS = frozenset({"count", "share", "per_100k"})


@dataclass(frozen=True, slots=True)
class Level:
    """How much there was at a time: as a source says, or as a level and a change of one source lead to."""

    days: Days
    value: Interval
    """What the words allow."""
    printed: Fraction
    """What the numbers as printed lead to."""
    members: tuple[Point, ...]

    @property
    def orders(self) -> frozenset[int]:
        return frozenset(member.order for member in self.members)


@dataclass(frozen=True, slots=True)
class Change:
    """By which factor something changed between two times."""

    base: Days
    end: Days
    factor: Interval
    point: Point


def chains(found: Iterable[Point], origins: Origins) -> Iterator[Comparison]:
    """Levels and changes of two or more documents that lead to each other."""
    for group in _groups(found).values():
        if len({p.order for p in group}) > 1:
            yield from news(_chains(group, origins), group)


def _chains(group: Sequence[Point], origins: Origins) -> Iterator[Comparison]:
    changes = [c for c in map(_change, group) if c is not None]
    levels = list(_levels(group))
    at: dict[Days, list[Level]] = defaultdict(list)
    for level in levels:
        at[level.days].append(level)
    derived = list(_derived(changes, at))
    for level in derived:
        yield from _met(level, at, origins)
    for change in changes:
        yield from _spanned(change, at, derived, origins)
    yield from _between(levels, at, origins)


def _groups(found: Iterable[Point]) -> Mapping[tuple[str, ...], list[Point]]:
    """Points of one concept and place that count events alike, or are shares or rates of one thing."""
    groups: dict[tuple[str, ...], list[Point]] = defaultdict(list)
    for one in found:
        if one.topic.concept is None or one.topic.scopes:
            continue
        if one.level:
            if one.family in _COUNTS and one.figure.kind in ("level", "rate", "share"):
                groups[(one.topic.concept, one.place, one.family)].append(one)
        else:
            for family in _COUNTS:
                groups[(one.topic.concept, one.place, family)].append(one)
    return groups


def _change(one: Point) -> Change | None:
    figure = one.figure
    base, end = days_of(figure.base_period), one.days
    if one.level or base is None or end is None or base == end or figure.direction is None:
        return None
    factor = _factor(figure)
    return Change(base, end, factor, one) if factor is not None else None


def _factor(figure: Figure) -> Interval | None:
    stated = HARD.worked_out(figure)
    if stated is None:
        return None
    if figure.unit in ("fold", "times"):
        return stated if figure.direction == "increase" else stated.reciprocal()
    if figure.unit == "share":
        stated = stated.scaled(100)
    elif figure.unit != "percent":
        return None
    part = stated.scaled(Fraction(1, 100))
    grown = point(1) + part if figure.direction == "increase" else point(1) - part
    return grown if grown.low is not None and grown.low > 0 else None


def _printed(one: Point) -> Fraction:
    """The factor of a change as its number says."""
    value, unit = one.figure.value or Fraction(0), one.figure.unit
    rise = one.figure.direction == "increase"
    if unit in ("fold", "times"):
        return value if rise else 1 / value
    part = value if unit == "share" else value / 100
    return 1 + part if rise else 1 - part


def _fitting(one: Level, other: Level) -> bool:
    """The words of both allow one number, and their numbers are near each other: `over 8,000` alone allows anything."""
    x, y = sorted((one.printed, other.printed))
    return one.value.meets(other.value) and x > 0 and y <= _CLOSE * x


def _levels(group: Sequence[Point]) -> Iterator[Level]:
    for one in group:
        value = HARD.rounded(one.figure) if one.level else None
        if value is not None and one.days is not None and value.low != 0:
            yield Level(one.days, _positive(value), one.figure.value or Fraction(0), (one,))


def _positive(value: Interval) -> Interval:
    return value if value.low is not None else Interval(Fraction(0), value.high, True, value.high_open)


def _derived(changes: Sequence[Change], at: Mapping[Days, Sequence[Level]]) -> Iterator[Level]:
    """The level at the base of a change, from the level at its end in the same sentence."""
    for change in changes:
        stated = {level.members[0].order for level in at.get(change.base, ())}
        if change.point.order in stated:  # the source says itself how much there was before
            continue
        for level in at.get(change.end, ())[:_MOST]:
            (one,) = level.members
            if _one_sentence(one.figure, change.point.figure) and _one_series(one, change.point):
                before = level.printed / _printed(change.point)
                yield Level(change.base, level.value / change.factor, before, (one, change.point))


def _one_sentence(a: Figure, b: Figure) -> bool:
    return a.doc == b.doc and a.sentence_start == b.sentence_start


def _one_series(one: Point, other: Point) -> bool:
    """Nothing says that the two count different things."""
    a, b = one.figure.counting, other.figure.counting
    return a is None or b is None or a == b or {a, b} <= EVENTS


def _met(derived: Level, at: Mapping[Days, Sequence[Level]], origins: Origins) -> Iterator[Comparison]:
    """A level that one source leads to, and the one that another states."""
    for level in at.get(derived.days, ())[:_MOST]:
        (one,) = level.members
        if one.order in derived.orders or not _one_series(one, derived.members[0]):
            continue
        if _fitting(derived, level):
            start, change = derived.members
            way = f"{words(start.figure)} after {_moved(change)}: {told(derived.value)} before"
            yield fit("change", (start, change, one), f"{way}, and {words(one.figure)}", origins)


def _moved(change: Point) -> str:
    """`an increase of 62 percent`; multiples speak for themselves (`quadrupled`)."""
    figure = change.figure
    return (
        words(figure)
        if figure.unit in ("fold", "times")
        else f"{_ARTICLE[figure.direction or 'increase']} of {words(figure)}"
    )


def _spanned(
    change: Change, at: Mapping[Days, Sequence[Level]], derived: Sequence[Level], origins: Origins
) -> Iterator[Comparison]:
    """A change between two levels of other sources; the base may be one that a source leads to."""
    bases = at.get(change.base, ())[:_MOST]
    if all(change.point.order not in base.orders for base in bases):
        bases = [*bases, *[d for d in derived if d.days == change.base][:_MOST]]
    for base in bases:
        if change.point in base.members:
            continue
        for end in at.get(change.end, ())[:_MOST]:
            (last,) = end.members
            members = (*base.members, change.point, last)
            series = all(_one_series(p, change.point) for p in members)
            if last in base.members or not series or not _across(base, change, last):
                continue
            reached = Level(change.end, base.value * change.factor, base.printed * _printed(change.point), base.members)
            if _fitting(reached, end):
                start = " and ".join(words(p.figure) for p in base.members)
                computed = f"{start}, then {_moved(change.point)}: {told(reached.value)}, and {words(last.figure)}"
                yield fit("change", members, computed, origins)


def _across(base: Level, change: Change, last: Point) -> bool:
    """The change is told by a document that does not itself tell both levels."""
    orders = base.orders | {last.order}
    return len(orders | {change.point.order}) > 1 and orders != {change.point.order}


def _between(levels: Sequence[Level], at: Mapping[Days, Sequence[Level]], origins: Origins) -> Iterator[Comparison]:
    """A year of one source between two years of another that tells them in one sentence."""
    pairs: dict[tuple[str, int], list[Level]] = defaultdict(list)
    for level in levels:
        figure = level.members[0].figure
        pairs[(figure.doc, figure.sentence_start)].append(level)
    years = sorted((days for days in at if _year(days)), key=lambda days: days[0])
    for ends in pairs.values():
        if len(ends) != 2 or not all(_year(end.days) for end in ends):
            continue
        first, last = sorted(ends, key=lambda end: end.days)
        if not 2 <= last.days[0].year - first.days[0].year <= _YEARS:
            continue
        for days in years:
            if not first.days[1] < days[0] <= days[1] < last.days[0]:
                continue
            for level in at[days][:_MOST]:
                (one,) = level.members
                lies = one.order not in first.orders and _lies(first.value, level.value, last.value)
                if lies and _one_series(one, first.members[0]):
                    path = (*first.members, one, *last.members)
                    line = f"one path: {', '.join(f'{words(p.figure)} ({p.figure.period})' for p in path)}"
                    yield fit("change", (one, *first.members, *last.members), line, origins)


def _year(days: Days) -> bool:
    return days[0].year == days[1].year and 364 <= (days[1] - days[0]).days <= _LONG_YEAR


def _lies(first: Interval, middle: Interval, last: Interval) -> bool:
    """The middle can lie between the two others, and these are surely apart."""
    rising, falling = _below(first, last), _below(last, first)
    low, high = (first, last) if rising else (last, first)
    return (rising or falling) and middle.meets(low.at_least()) and middle.meets(high.at_most())


def _below(one: Interval, other: Interval) -> bool:
    return one.high is not None and other.low is not None and one.high < other.low
