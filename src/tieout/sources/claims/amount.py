"""Amounts: whether two printed numbers are one amount, also in other units of one kind (two years, 24 months; a
quarter, 25 percent) and rounded. Knows nothing of what is counted.
"""

from __future__ import annotations

import re
from fractions import Fraction

from tieout.evidence.mention import Mention

_COMMON: dict[str, tuple[str, int]] = {
    "share": ("percent", 100),
    "fold": ("times", 1),
    "years": ("months", 12),
    "weeks": ("days", 7),
    "tonnes": ("kg", 1000),
}
_UP, _DOWN = ("more_than", "at_least"), ("less_than", "at_most")
_SLACK = Fraction(1, 4)
"""How far a number may lie beyond a claim's open bound and still be the one that is meant."""
_ABOUT = Fraction(1, 10)
_TELLING = 2
"""Digits that a rounded number must keep."""


def common(mention: Mention) -> tuple[Fraction | None, str]:
    """Value and unit, in the unit that all units of its kind are compared in."""
    unit, factor = _COMMON.get(mention.unit, (mention.unit, 1))
    return (mention.value * factor if mention.value is not None else None), unit


def same_unit(one: Mention, other: Mention) -> bool:
    """Whether two numbers are in units of one kind."""
    return common(one)[1] == common(other)[1]


def same_amount(claim: Mention, found: Mention) -> bool:
    """Whether two numbers are one amount: equal, or the claim's is the other one rounded. Bounds are left aside."""
    return same_unit(claim, found) and same_value(claim, found)


def same_value(claim: Mention, found: Mention) -> bool:
    """Whether the values are one; for units that differ the printed values."""
    (one, unit), (two, other) = common(claim), common(found)
    if unit != other:
        one, two = claim.value, found.value
    return one is not None and two is not None and (one == two or _rounds(one, two))


def loosely(claim: Mention, found: Mention) -> bool:
    """Whether the values are one and the units differ only in that one side leaves its unit to the words around it."""
    return same_value(claim, found) and not same_unit(claim, found) and loose(claim, found)


def printed_alike(claim: Mention, found: Mention) -> bool:
    """Whether two numbers of one unit have the same digits: what a mark parts (69,280) the habits of two texts may read
    in two ways."""
    mine, theirs = (_MARKS.sub("", m.value_text) for m in (claim, found))
    return mine == theirs and len(mine) >= _MARKED and same_unit(claim, found)


_MARKS = re.compile(r"[.,\s]")
_MARKED = 4
"""Digits from which on a number is parted by marks."""


def loose(one: Mention, other: Mention) -> bool:
    """Whether one of two units is none, and the other one that words around a number often say."""
    units = {one.unit, other.unit}
    return units <= _BARE or (bool(units & _BARE) and not units & _STATED)


_BARE = frozenset({"count", "score", "rank"})
_STATED = frozenset({"percent", "percentage_point", "years", "months", "days", "per_year", "per_month", "per_day"})


def agree(claim: Mention, found: Mention) -> bool:
    """Whether a number lies where the claim's bound allows: `more than 6,500` for 6,550, `nearly half` for 48 %."""
    low, value = common(claim)[0], common(found)[0]
    if low is None or value is None or not same_unit(claim, found) or low <= 0:
        return False
    if found.bound not in ("exact", "about"):
        return False
    if claim.bound in _UP:
        return low <= value <= low * (1 + _SLACK)
    if claim.bound in _DOWN:
        return low * (1 - _SLACK) <= value <= low
    return claim.bound == "about" and found.bound == "exact" and abs(value - low) <= _looseness(low)


def _looseness(low: Fraction) -> Fraction:
    """How far from an `about` the exact number may lie: a tenth of one digit and zeros, else one of the last digit."""
    digits, step = _significant(low)
    return step if digits >= _TELLING else low * _ABOUT


def _rounds(short: Fraction, long: Fraction) -> bool:
    """Whether `short` is `long` with fewer digits; one digit alone is no rounding of anything."""
    digits, step = _significant(short)
    more, _ = _significant(long)
    return _TELLING <= digits < more and abs(short - long) <= step / 2


def _significant(value: Fraction) -> tuple[int, Fraction]:
    """How many digits a number has without zeros at its ends, and the worth of the last one."""
    scale = Fraction(1)
    while value.denominator != 1 and scale > Fraction(1, 10**6):
        value, scale = value * 10, scale / 10
    whole = abs(int(value))
    while whole and whole % 10 == 0:
        whole, scale = whole // 10, scale * 10
    return len(str(whole)), scale
