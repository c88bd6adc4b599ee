"""Choosing comparisons: those of some figures, those about a measure, a place or a period. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from tieout.compare.comparison import DISAGREEING, Comparison


def about(found: Iterable[Comparison], figure_ids: Collection[str]) -> tuple[Comparison, ...]:
    """The comparisons with a member among some figures, in their order."""
    ids = frozenset(figure_ids)
    return tuple(c for c in found if any(figure.id in ids for figure in c.figures))


def disagreements(found: Iterable[Comparison]) -> tuple[Comparison, ...]:
    """The comparisons in which sources give different numbers for one thing and one time."""
    return tuple(c for c in found if c.relation in DISAGREEING)
