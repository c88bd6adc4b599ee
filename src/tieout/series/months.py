"""Calendar months."""

from __future__ import annotations

from datetime import date


def months(first: date, last: date) -> list[date]:
    """The first day of each month that the days from `first` to `last` touch."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return [month_after(first, number) for number in range(count)]


def month_after(day: date, number: int) -> date:
    """The first day of the month that comes `number` months after that of a day."""
    at = day.year * 12 + day.month - 1 + number
    return date(at // 12, at % 12 + 1, 1)
