"""Groups: pairs made into comparisons. Equal numbers become one comparison, however many documents give them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tieout.compare.comparison import Comparison, Relation, Subject, comparison_id
from tieout.compare.originals import Origins
from tieout.compare.point import Point, topic_of
from tieout.compare.relate import Pair, Related
from tieout.ties.judge import member_of

_KEPT = 2
"""Comparisons with other times and with things that look alike that are kept for one figure: the nearest."""
_AGREEING = frozenset({"agrees", "same_original"})
_BESIDE = frozenset({"other_period", "other_definition"})


def groups(found: Sequence[Pair], origins: Origins) -> Iterator[Comparison]:
    """The comparisons of all pairs."""
    yield from _together(found, origins)
    chosen = _nearest(found)
    told: set[tuple[object, ...]] = set()
    for at, (one, other, what) in enumerate(found):
        if _is_equal(one, other, what) or (what.relation in _BESIDE and at not in chosen):
            continue
        said = (what.relation, one.topic.concept, one.place, frozenset({_number(one), _number(other)}))
        if said not in told:
            told.add(said)
            yield _comparison([one, other], what.relation, what, origins)


def _number(one: Point) -> tuple[object, ...]:
    """What a document and its copies say alike: two numbers are set beside each other once."""
    figure = one.figure
    return one.family, figure.value, figure.bound, figure.period, figure.counting, one.topic.scopes


def _is_equal(one: Point, other: Point, what: Related) -> bool:
    return what.relation in _AGREEING and one.figure.value == other.figure.value


def _together(found: Sequence[Pair], origins: Origins) -> Iterator[Comparison]:
    """Equal numbers for one thing: the more documents, the better corroborated."""
    home: dict[int, list[Point]] = {}
    first: dict[int, Related] = {}
    for one, other, what in found:
        if not _is_equal(one, other, what):
            continue
        group, rest = home.setdefault(id(one), [one]), home.setdefault(id(other), [other])
        first.setdefault(id(one), what)
        if group is not rest:
            group.extend(rest)
            home.update((id(point), group) for point in rest)
    for group in {id(group): group for group in home.values()}.values():
        members = sorted(group, key=lambda p: (p.order, p.figure.start))
        what = next(first[id(p)] for p in members if id(p) in first)
        single = origins.count([p.figure for p in members]) == 1
        yield _comparison(members, "same_original" if single else "agrees", what, origins)


def _nearest(found: Sequence[Pair]) -> set[int]:
    """The pairs beside each other in time or meaning that are among the nearest of one of their two points.

    What a document says of the very time of a figure is nearer than what it says of another.
    """
    ranked: dict[int, list[tuple[tuple[int, ...], int]]] = defaultdict(list)
    met = {(id(p), q.order) for one, other, w in found if w.relation not in _BESIDE for p, q in _both(one, other)}
    for at, (one, other, what) in enumerate(found):
        if what.relation == "other_period" and any((id(p), q.order) in met for p, q in _both(one, other)):
            continue
        if what.relation in _BESIDE:
            ranked[id(one)].append((what.rank, at))
            ranked[id(other)].append((what.rank, at))
    return {at for beside in ranked.values() for _, at in sorted(beside)[:_KEPT]}


def _both(one: Point, other: Point) -> tuple[tuple[Point, Point], tuple[Point, Point]]:
    return (one, other), (other, one)


def _comparison(members: Sequence[Point], relation: Relation, what: Related, origins: Origins) -> Comparison:
    figures = [point.figure for point in members]
    ends = tuple(member_of(figure) for figure in figures)
    count = origins.count(figures)
    line = what.computed(members[0], next(p for p in members if p.order != members[0].order))
    relayed = count == 1 and relation in _AGREEING
    reason = f"one original: {origins.called(figures[0])}" if relayed else what.reason
    return Comparison(
        comparison_id(relation, ends), subject_of(members), relation, ends, reason, line, count
    )  # fmt: skip


def subject_of(members: Sequence[Point]) -> Subject:
    """The heading of some points."""
    first = members[0]
    return Subject(topic_of(members), first.figure.place, first.figure.place_code, first.family)
