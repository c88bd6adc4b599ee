"""Exact arithmetic on EDTF dates and intervals: `2024`, `2025-03`, `2022-12-07`, `2016/2024`, `2022-12-07/..`.

Pure: no clock, no words of any language. What is no such date raises ValueError.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache

Bounds = tuple[date | None, date | None]
"""First and last day, both included; None is an open end."""

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_OPEN = ".."


@lru_cache(maxsize=4096)
def bounds(edtf: str) -> Bounds:
    """First and last day of a date or interval; an open end (`..`) is None. ValueError for anything else."""
    low, slash, high = edtf.partition("/")
    if not slash:
        return _day(low, last=False), _day(low, last=True)
    if low == high == _OPEN:
        raise ValueError(f"both ends are open: {edtf!r}")
    first = None if low == _OPEN else _day(low, last=False)
    final = None if high == _OPEN else _day(high, last=True)
    if first and final and final < first:
        raise ValueError(f"the interval ends before it starts: {edtf!r}")
    return first, final


def is_date(edtf: str) -> bool:
    """Whether this is a date or interval with real calendar days."""
    try:
        bounds(edtf)
    except ValueError:
        return False
    return True


def contains(outer: str, inner: str) -> bool:
    """Whether every day of `inner` lies in `outer`."""
    (a, b), (c, d) = bounds(outer), bounds(inner)
    return (a is None or (c is not None and a <= c)) and (b is None or (d is not None and d <= b))


def overlaps(one: str, other: str) -> bool:
    """Whether the two share a day."""
    (a, b), (c, d) = bounds(one), bounds(other)
    return (a is None or d is None or a <= d) and (c is None or b is None or c <= b)


def same(one: str, other: str) -> bool:
    """Whether the two cover the same days (`2024` and `2024-01/2024-12` do)."""
    return bounds(one) == bounds(other)


def days_in(edtf: str) -> int | None:
    """How many days, both ends included; None when an end is open."""
    first, final = bounds(edtf)
    return None if first is None or final is None else (final - first).days + 1


def months(edtf: str) -> int | None:
    """How many whole calendar months; None when an end is open or inside a month."""
    first, final = bounds(edtf)
    if first is None or final is None or first.day != 1 or final.day != _last_day(final.year, final.month):
        return None
    return (final.year - first.year) * 12 + final.month - first.month + 1


def sort_key(edtf: str) -> tuple[date, date]:
    """Orders by first day, then by last day; open ends lie at the ends of the calendar."""
    first, final = bounds(edtf)
    return first or date.min, final or date.max


def before(one: str, other: str) -> bool:
    """Whether `one` is over when `other` begins."""
    final, first = bounds(one)[1], bounds(other)[0]
    return final is not None and first is not None and final < first


def ends(edtf: str) -> tuple[str, str]:
    """The two ends as written; a date is both its ends."""
    low, slash, high = edtf.partition("/")
    return (low, high) if slash else (low, low)


def interval(low: str, high: str) -> str:
    """`low/high`, or the date alone when both are one."""
    return low if low == high else f"{low}/{high}"


def last_year(edtf: str) -> int | None:
    """The year in which it ends (or begins, when its end is open)."""
    first, final = bounds(edtf)
    day = final or first
    return day.year if day else None


def shift_years(edtf: str, years: int) -> str:
    """The same part of the calendar `years` later; 29 February becomes the 28th where the year has none."""
    return "/".join(_shifted(end, years) for end in edtf.split("/"))


def shift_months(edtf: str, count: int) -> str:
    """A month (`2025-03`) moved by whole months."""
    first = bounds(edtf)[0]
    if first is None:
        raise ValueError(f"no month to move: {edtf!r}")
    year, month = divmod(first.year * 12 + first.month - 1 + count, 12)
    return f"{year:04d}-{month + 1:02d}"


def _shifted(end: str, years: int) -> str:
    if end == _OPEN:
        return end
    moved = f"{int(end[:4]) + years:04d}{end[4:]}"
    return moved[:-2] + "28" if moved.endswith("-02-29") and not is_date(moved) else moved


def _day(text: str, *, last: bool) -> date:
    found = _DATE.fullmatch(text)
    if found is None:
        raise ValueError(f"not an EDTF date: {text!r}")
    year = int(found[1])
    month = int(found[2]) if found[2] else (12 if last else 1)
    day = int(found[3]) if found[3] else (_last_day(year, month) if last else 1)
    return date(year, month, day)


def _last_day(year: int, month: int) -> int:
    if not 1 <= month <= 12:
        raise ValueError(f"no such month: {month}")
    return calendar.monthrange(year, month)[1]
