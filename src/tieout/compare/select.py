"""Choosing comparisons: those of some figures, those a user asks for, those in which sources differ. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from tieout.compare.asking import Ask
from tieout.compare.comparison import DISAGREEING, Comparison
from tieout.compare.point import Point, points
from tieout.evidence.corpus import Reading


def about(found: Iterable[Comparison], figure_ids: Collection[str]) -> tuple[Comparison, ...]:
    """The comparisons with a member among some figures, in their order."""
    ids = frozenset(figure_ids)
    return tuple(c for c in found if any(figure.id in ids for figure in c.figures))


def disagreements(found: Iterable[Comparison]) -> tuple[Comparison, ...]:
    """The comparisons in which sources give different numbers for one thing and one time."""
    return tuple(c for c in found if c.relation in DISAGREEING)


def beside(readings: Iterable[Reading], ask: Ask) -> list[Point]:
    """The figures that a user asks for, of all documents: by topic and place, then by time."""
    found = (one for order, reading in enumerate(readings) for one in points(reading, order) if ask.meets(one))
    return sorted(found, key=_in_list)


def asked(found: Iterable[Comparison], figures: Sequence[Point]) -> tuple[Comparison, ...]:
    """The comparisons with a member among the figures that a user asked for (see `beside`)."""
    return about(found, [one.figure.id for one in figures])


def _in_list(one: Point) -> tuple[str, str, str, int, int]:
    return one.topic.title, one.place, one.figure.period or "~", one.order, one.figure.start
