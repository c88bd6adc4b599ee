"""Placebo windows: the same comparison where no window was. If many show as much, the window showed nothing.

In time: windows of the same length at other months of the same place. In place: the same window in the other places of
the same level. Each is compared with the year before it, as the real one is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from tieout.language.places import units_like
from tieout.series.months import month_after, months
from tieout.series.question import country_of
from tieout.series.store import Table
from tieout.series.total import total
from tieout.series.window import Register, Window


@dataclass(frozen=True, slots=True)
class Placebo:
    """How many placebo windows could be compared, and how many showed a change at least as strong."""

    tried: int
    as_strong: int

    @property
    def share(self) -> float | None:
        """The share that showed as much; None when none could be tried. With few it says little."""
        return self.as_strong / self.tried if self.tried else None


def in_time(table: Table, measure: str, window: Window, ratio: float, register: Register) -> Placebo:
    """Windows that begin in every other month of the same place, those that share days with a known window left out."""
    starts = months(table.spec.coverage.start, table.spec.coverage.end)
    others = [_moved(window, start) for start in starts]
    free = [w for w in others if not w.meets(window) and _is_free(table, w, register)]
    return _count(table, measure, free, ratio)


def in_place(table: Table, measure: str, window: Window, ratio: float, register: Register) -> Placebo:
    """The same days in the other places of the country on this level, without a known window."""
    country = country_of(window.place)
    places = units_like(window.place, country) if country else ()
    others = [replace(window, place=place) for place in places if place != window.place]
    free = [w for w in others if _is_free(table, w, register)]
    return _count(table, measure, free, ratio)


def _is_free(table: Table, window: Window, register: Register) -> bool:
    """Whether neither a window nor the same days of the year before touch a known window."""
    places = table.spec.places
    return not register.touching(window, places) and not register.touching(window.years_earlier(1), places)


def _count(table: Table, measure: str, windows: Sequence[Window], ratio: float) -> Placebo:
    tried = strong = 0
    for window in windows:
        before = window.years_earlier(1)
        now = total(table, measure, window.place, window.start, window.end).value
        then = total(table, measure, before.place, before.start, before.end).value
        if now is None or not then:
            continue
        tried += 1
        found = float(now / window.days / (then / before.days))
        strong += found >= ratio if ratio >= 1 else found <= ratio
    return Placebo(tried, strong)


def _moved(window: Window, start: date) -> Window:
    """The window, of the same length, begun in another month: whole months stay whole months."""
    if window.is_months:
        last = month_after(start, len(months(window.start, window.end)) - 1)
        return Window(window.place, start, Window("", last, last).by_months().end)
    end = date.fromordinal(start.toordinal() + window.days - 1)
    return Window(window.place, start, end)
