"""What could mislead in a comparison of windows, as notes: every one that applies, none that does not.

A base that was itself under a window or may have been; a place that means something else than the reader thinks; a
month without rows where there usually are some; a release that counts otherwise; rows set aside.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction

from tieout.series.counts import counts_of
from tieout.series.months import month_after, months
from tieout.series.note import Note, note
from tieout.series.number import shown
from tieout.series.store import Table
from tieout.series.total import Total, members, total
from tieout.series.window import Register, Window

USUAL = 5
"""A month without a row is told where a month usually has this many: by chance alone it would be one in 148."""

_AREA = 220


def of_comparison(
    inside: Total, window: Window, register: Register, tables: Sequence[Table], asked: Window | None
) -> Iterator[Note]:
    """What to know of a window. `asked` is the window as the user gave it, when this one is its whole months."""
    if inside.table.spec.places.of in ("residence", "report"):
        yield note(f"of_{inside.table.spec.places.of}")
    yield from inside.notes
    if asked is not None and asked.days < window.days:
        yield note("parts", extra=window.days - asked.days, days=window.days)
    own = {(window.start, window.end), (asked.start, asked.end) if asked else (window.start, window.end)}
    for other in register.touching(window, inside.table.spec.places):
        if other.place != window.place or (other.start, other.end) not in own:
            yield note("shares_days", other=_named(other))
    yield from _of_counts(inside, tables)


def of_base(found: Total, base: Window, register: Register, tables: Sequence[Table]) -> Iterator[Note]:
    """What to know of a base: whether it was itself under a window, or may have been, and of its count."""
    ends = {"start": base.start, "end": base.end}
    known = register.touching(base, found.table.spec.places)
    for other in known:
        yield note("base_under", **ends, other=_named(other))
    if not known and not register.is_known(base):
        yield note("base_unknown", **ends)
    yield from found.notes
    if found.value == 0:
        yield note("zero_base", **ends)
    yield from _of_counts(found, tables)


def _of_counts(found: Total, tables: Sequence[Table]) -> Iterator[Note]:
    """Months without a row, and what other vintages count."""
    if found.value is None:
        return
    usual = _usual(found)
    if usual >= USUAL:
        for month in _empty_months(found):
            yield note("empty_month", month=f"{month:%Y-%m}", place=found.place, usual=f"{usual:.0f}")
    for other in tables:
        if other is found.table or other.spec.id != found.table.spec.id:
            continue
        theirs = total(other, found.measure, found.place, found.start, found.end)
        if theirs.value is not None and theirs.value != found.value:
            ends = {"start": found.start, "end": found.end}
            yield note("revised", vintage=other.spec.vintage, count=shown(theirs.value), **ends)


def _usual(found: Total) -> float:
    """Events a month over the whole coverage."""
    coverage = found.table.spec.coverage
    return float(_counted(found, coverage.start, coverage.end)) / max(1, len(months(coverage.start, coverage.end)))


def _empty_months(found: Total) -> Iterator[date]:
    """The months that lie wholly in a total's days and have no events."""
    for month in months(found.start, found.end):
        end = month_after(month, 1) - timedelta(days=1)
        if month >= found.start and end <= found.end and not _counted(found, month, end):
            yield month


def _counted(found: Total, start: date, end: date) -> Fraction | int:
    held = counts_of(found.table, found.measure)
    codes = members(found.table, found.place)
    return sum((held[code].between(start, end)[0] for code in codes if code in held), 0)


def _named(window: Window) -> str:
    area = textwrap.shorten(window.area, _AREA, placeholder="…")
    return f"{window.name or '–'}, {window.place} {window.start}/{window.end}" + (f" ({area})" if area else "")
