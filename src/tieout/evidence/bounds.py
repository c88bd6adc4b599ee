"""What stands around a number and says how exact it is: hedges, words of difference, a printed minus sign."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from tieout.evidence.figure import Bound, Side
from tieout.evidence.quantity import PERCENTAGES, TIME_UNITS, Quantity
from tieout.language.hedges import Hedge, hedge_after, hedge_before
from tieout.language.units import difference_after

_MINUS = re.compile(r"(?<![\w.,)])[-−–]\Z")
_NEVER_A_DIFFERENCE = frozenset({"rank", "rate", "money", "age"})


def bounded(text: str, q: Quantity, language: str) -> Quantity:
    """The number with the words of difference and the hedges around it; a minus sign is read as the direction."""
    return _with_hedge(text, _with_difference(text, q, language), language)


def _with_difference(text: str, q: Quantity, language: str) -> Quantity:
    if q.kind in _NEVER_A_DIFFERENCE or q.unit in TIME_UNITS:
        return q
    end = difference_after(text, q.end, language)
    return replace(q, end=end, difference=True) if end is not None else q


def _with_hedge(text: str, q: Quantity, language: str) -> Quantity:
    before = hedge_before(text, q.start, language)
    if before is not None:
        return _hedged(q, before)
    behind = hedge_after(text, q.end, language)
    if behind is not None:
        q = _hedged(q, behind)
    if q.unit in PERCENTAGES and _MINUS.search(text[max(0, q.start - 2) : q.start]):
        return replace(q, start=q.start - 1, direction="decrease")
    return q


def _hedged(q: Quantity, hedge: Hedge) -> Quantity:
    return replace(
        q,
        start=min(q.start, hedge.start),
        end=max(q.end, hedge.end),
        bound=cast("Bound", hedge.bound),
        side=cast("Side | None", hedge.side),
    )
