"""Making a comparison of relation `fits`: figures of several sources that lead to each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tieout.compare.comparison import Comparison, Subject, comparison_id
from tieout.compare.originals import Origins
from tieout.compare.point import Point, topic_of
from tieout.evidence.figure import Figure
from tieout.ties.interval import Interval
from tieout.ties.judge import member_of
from tieout.ties.plain import span
from tieout.ties.tie import Member, TieKind

_LARGE = 100
"""From here on decimals are no matter."""


def fit(
    kind: TieKind,
    members: Sequence[Point],
    computed: str,
    origins: Origins,
    words: Sequence[Member] = (),
    topic: str = "",
) -> Comparison:
    """Points that fit, the first the one that the others lead to; `words` are members that are no figures."""
    figures = [p.figure for p in members]
    ends = (*words, *(member_of(figure) for figure in figures))
    who = list(dict.fromkeys(f.authority for f in figures if f.authority))
    reason = f"counted by {' and '.join(who)}" if who else "the sources lead to each other"
    first = members[0]
    subject = Subject(topic or topic_of(members), first.figure.place, first.figure.place_code, first.family)
    count = origins.count(figures) + len({w.doc for w in words} - {f.doc for f in figures})
    return Comparison(comparison_id("fits", ends), subject, "fits", ends, reason, computed, count, kind)


def news(found: Iterable[Comparison], points: Iterable[Point]) -> Iterator[Comparison]:
    """What no single document tells whole, each of it once, however many documents repeat its numbers."""
    telling: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for one in points:
        telling[_number(one.figure)].add(one.figure.doc)
    told: set[frozenset[tuple[object, ...]]] = set()
    for comparison in found:
        numbers = frozenset(_number(figure) for figure in comparison.figures)
        if numbers not in told and not set.intersection(*(telling[number] for number in numbers)):
            told.add(numbers)
            yield comparison


def _number(figure: Figure) -> tuple[object, ...]:
    return figure.value, figure.unit, figure.bound, figure.period, figure.base_period


def told(interval: Interval) -> str:
    """An interval of something that is never below zero, in words."""
    shown = interval.at_most() if interval.low == 0 else interval
    large = any(end is not None and end >= _LARGE for end in (shown.low, shown.high))
    return span(shown, 0 if large else 1)
