"""The kind of a number, and for a change its direction and the word that says it."""

from __future__ import annotations

from typing import NamedTuple

from tieout.evidence.contexts import is_age, is_bare_age, is_quota, is_score, is_threshold
from tieout.evidence.figure import Direction, Kind
from tieout.evidence.quantity import PERCENTAGES, TIME_UNITS, Quantity
from tieout.language.changes import (
    Change,
    change_at,
    comparison_at,
    comparison_behind_noun,
    is_compared,
    is_compared_with_a_time,
)
from tieout.language.multiples import times_compare

_SHARES = frozenset({"percent", "share"})


class Sense(NamedTuple):
    """What a number says."""

    kind: Kind
    direction: Direction | None = None
    verb: tuple[int, int] | None = None
    """Where the word of change stands."""


def sense_of(text: str, q: Quantity, language: str, *, changing: bool) -> Sense:
    """The sense of a number whose bounds are read. `changing`: the line holds a word of change at all."""
    if q.unit in ("times", "fold"):
        return _of_times(text, q, language)
    if q.kind == "rank" or q.kind == "age":
        return Sense(q.kind)
    if q.unit is None and is_bare_age(text, q.start, q.end, language):
        return Sense("age")
    if q.direction is not None:
        return Sense("change", q.direction)
    if changing and q.unit not in TIME_UNITS and q.kind != "rate":
        sense = _of_change(text, q, language)
        if sense is not None:
            return sense
    return Sense(_kind_of_time(text, q, language) if q.unit in TIME_UNITS else _kind_by_unit(text, q, language))


def _of_times(text: str, q: Quantity, language: str) -> Sense:
    """`tripled` and `rose four times` are changes, `three times more` compares, `seven times` counts."""
    if q.kind == "change":
        return Sense("change", q.direction)
    if q.kind == "other" or times_compare(text, q.end, language):
        return Sense("other")
    change = change_at(text, q.start, q.end, language, measured=True)
    return _as_change(change) if change else Sense("level")


def _of_change(text: str, q: Quantity, language: str) -> Sense | None:
    """A change said by a verb or noun, or by a comparison with another time; None when neither says one."""
    change = change_at(text, q.start, q.end, language, measured=q.unit is not None)
    if change is not None:
        return _as_change(change)
    end = text.rfind(" ", 0, q.end) if q.difference else q.end
    more = comparison_at(text, end, language)
    if more is None and q.unit is None:
        more = comparison_behind_noun(text, q.end, language)
    if more is None or not (q.difference or q.unit is None or q.unit in PERCENTAGES or q.unit in _SHARES):
        return None
    if is_compared_with_a_time(text, more.end, language):
        return _as_change(more)
    if q.unit == "percentage_point" and not is_compared(text, more.end, language):
        return _as_change(more)
    return Sense("other") if q.unit in PERCENTAGES else None


def _as_change(change: Change) -> Sense:
    return Sense("change", change.direction, (change.start, change.end))


def _kind_of_time(text: str, q: Quantity, language: str) -> Kind:
    if is_age(text, q.start, q.end, language):
        return "age"
    return "threshold" if is_threshold(text, q.start, q.end, q.bound, language) else "duration"


def _kind_by_unit(text: str, q: Quantity, language: str) -> Kind:
    if q.kind is not None:
        return q.kind
    if q.unit in _SHARES:
        return "threshold" if is_quota(text, q.start, language) else "share"
    if q.unit == "percentage_point":
        return "other"
    if q.unit is None and is_score(text, q.start, q.end, q.decimals, language):
        return "score"
    return "level"
