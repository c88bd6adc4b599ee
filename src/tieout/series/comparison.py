"""A window compared: with the same days of earlier years, with the days just before, and with places outside it.

Everything that could mislead is said beside the numbers: a base that was itself under a window or may have been, gaps,
days the table does not cover, a table too coarse for the days. A comparison that cannot be made is open, with the
reason; it is never made with what is at hand instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from tieout.language.places import units_like
from tieout.series.cautions import of_base, of_comparison
from tieout.series.dispersion import dispersion_before
from tieout.series.note import Note, note
from tieout.series.question import PER, country_of, population
from tieout.series.ratio import Ratio, rate_ratio, ratio_of_ratios
from tieout.series.store import Table
from tieout.series.total import WHY, Total, total
from tieout.series.window import NOTHING_KNOWN, Register, Window

Kind = Literal["same_period", "just_before", "elsewhere"]
EARLIER = 5
"""How many earlier years a window is compared with, as far as the table goes back."""


@dataclass(frozen=True, slots=True)
class Base:
    """What a window is compared with. `ratio` is the window's rate over this one's; None when `why` says so."""

    kind: Kind
    window: Window
    total: Total
    ratio: Ratio | None
    change: Fraction | None
    """Percent, exact, of the daily rates."""
    why: str | None = None
    warnings: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """One window in one table. Without a value the comparison is open, and `why` tells the reason."""

    table: Table
    measure: str
    window: Window
    total: Total
    per_day: Fraction | None
    per_100k: Fraction | None
    """Of the inhabitants, for the days of the window as they are: no year is made of them."""
    bases: tuple[Base, ...]
    dispersion: float
    """How much more the months before vary than chance lets them; 1 where that is not known."""
    beyond: Ratio | None = None
    """Difference in differences: the change here over the change in the places outside any known window."""
    why: str | None = None
    warnings: tuple[Note, ...] = ()


def compare(
    table: Table,
    measure: str,
    window: Window,
    register: Register = NOTHING_KNOWN,
    tables: Sequence[Table] = (),
    asked: Window | None = None,
) -> Comparison:
    """Compare a window with its bases in one table. `tables` are searched for the population and for other vintages.

    `asked` is the window as the user gave it, when this one is the whole months that it touches.
    """
    inside = total(table, measure, window.place, window.start, window.end)
    if inside.value is None:
        why = WHY[inside.why] if inside.why else "no answer"
        warnings = tuple(of_comparison(inside, window, register, tables, asked))
        return Comparison(table, measure, window, inside, None, None, (), 1.0, None, why, warnings)
    known = dispersion_before(table, measure, window.place, window.start)
    phi = known or 1.0
    earlier = [window.years_earlier(n) for n in range(1, EARLIER + 1)]
    counts = [total(table, measure, w.place, w.start, w.end) for w in earlier]
    pairs = [(w, t) for w, t in zip(earlier, counts, strict=True) if t.why != "no_coverage"]
    bases = [_base("same_period", window, inside, w, t, register, tables, phi) for w, t in pairs]
    before = window.just_before()
    found = total(table, measure, before.place, before.start, before.end)
    bases.append(_base("just_before", window, inside, before, found, register, tables, phi))
    people = population(tables, window.place, (window.start, window.end))
    warnings = (
        *of_comparison(inside, window, register, tables, asked),
        *(() if known is not None else (note("few_months"),)),
    )
    return Comparison(
        table,
        measure,
        window,
        inside,
        inside.value / window.days,
        inside.value / people.value * PER if people and people.value else None,
        tuple(bases),
        phi,
        _beyond(table, measure, window, register, bases, phi),
        None,
        warnings,
    )


def _base(
    kind: Kind,
    window: Window,
    inside: Total,
    other: Window,
    found: Total,
    register: Register,
    tables: Sequence[Table],
    phi: float,
) -> Base:
    warnings = tuple(of_base(found, other, register, tables))
    if found.value is None or inside.value is None:
        return Base(kind, other, found, None, None, WHY[found.why] if found.why else "no answer", warnings)
    ratio = rate_ratio(int(inside.value), window.days, int(found.value), other.days, phi)
    if found.value == 0:
        return Base(kind, other, found, ratio, None, None, warnings)
    daily, base = inside.value / window.days, found.value / other.days
    return Base(kind, other, found, ratio, (daily - base) / base * 100, None, warnings)


def _beyond(
    table: Table,
    measure: str,
    window: Window,
    register: Register,
    bases: Sequence[Base],
    phi: float,
) -> Ratio | None:
    """The ratio here over the ratio in places of the same level without a known window, against the year before."""
    base = next((b for b in bases if b.kind == "same_period" and b.ratio is not None), None)
    country = country_of(window.place)
    if base is None or base.ratio is None or country is None:
        return None
    places = table.spec.places
    inside_now = inside_then = 0
    for place in units_like(window.place, country):
        now, then = replace(window, place=place), replace(base.window, place=place)
        if place == window.place or register.touching(now, places) or register.touching(then, places):
            continue
        pair = [total(table, measure, place, w.start, w.end).value for w in (now, then)]
        if None not in pair:
            inside_now += int(pair[0] or 0)
            inside_then += int(pair[1] or 0)
    if not inside_then:
        return None
    outside = rate_ratio(inside_now, window.days, inside_then, base.window.days, phi)
    return ratio_of_ratios(base.ratio, outside)
