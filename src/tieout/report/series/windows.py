"""The page of windows in tables: the sentences, a chart with the windows shaded, the bases, what could mislead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from tieout.report.charts import Spec
from tieout.report.series.html import drawn, rendered
from tieout.report.series.lines_chart import NARROW, WIDE, Stretch, lines_chart
from tieout.report.series.words import Words
from tieout.series.comparison import Base, Comparison
from tieout.series.points import points
from tieout.series.report import Examined, notes, said, tests
from tieout.series.sentence import label_of, place_name
from tieout.series.window import Register, Window
from tieout.series.words import decimal, limit, number, phrase, signed

BEFORE = 6
"""Years before a window that its chart shows."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A chart for a wide page and for a phone."""

    wide: Markup
    narrow: Markup


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table of bases; `why` when it is open."""

    name: str
    start: str
    end: str
    count: str = ""
    change: str = ""
    ratio: str = ""
    interval: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One window in one table."""

    title: str
    table: str
    sentences: list[str]
    chart: Pair | None
    known: bool
    caption: str
    rows: list[Row]
    tests: list[str]
    notes: list[str]
    citation: str
    queries: list[str]


def windows_page(found: Sequence[Examined], register: Register, language: str) -> str:
    """The page for windows in tables, in the order given."""
    w = Words(language)
    items = [_item(one, register, w, f"c{number}") for number, one in enumerate(found, 1)]
    return rendered("windows.html", w, items=items, aside=[row.said(language) for row in register.set_aside])


def windows_chart(examined: Examined, register: Register, language: str, width: int = WIDE) -> Spec | None:
    """The series by month with the window and its bases shaded, other known windows as bars; None for yearly tables."""
    w, best, asked = Words(language), examined.best, examined.days.window
    spec = best.table.spec
    if spec.step == "year" or spec.rows_are not in ("count", "event"):
        return None
    first = date(max(asked.start.year - BEFORE, 1), 1, 1)
    months = [p for p in points(best.table, best.measure, asked.place) if p.start >= first]
    if not months:
        return None
    shaded = [Stretch("this_window", asked.start, asked.end, w("this_window"))]
    shaded += [Stretch(b.kind, b.window.start, b.window.end, w(b.kind)) for b in best.bases]
    axis = f"{label_of(best, language)}, {w('a_month')}"
    return lines_chart(
        months, [*shaded, *_known(best, asked, register, first)], axis=axis, width=width, language=language
    )


def window_title(examined: Examined, language: str) -> str:
    """What is counted, where and when: `Homicides, Callao, 2024-12-07 – 2025-02-05`."""
    asked = examined.days.window
    said = f"{label_of(examined.best, language)}, {place_name(asked.place, language)}, {asked.start} – {asked.end}"
    return said[:1].upper() + said[1:]


def _known(best: Comparison, asked: Window, register: Register, first: date) -> list[Stretch]:
    """The other windows known for this place since the chart begins."""
    end = max(best.table.spec.coverage.end, asked.end)
    near = register.touching(Window(asked.place, first, end), best.table.spec.places)
    others = [w for w in near if (w.start, w.end, w.place) != (asked.start, asked.end, asked.place)]
    return [Stretch("known", max(w.start, first), min(w.end, end), w.name) for w in others]


def _item(examined: Examined, register: Register, w: Words, name: str) -> Item:
    best, asked, language = examined.best, examined.days.window, w.language
    label, place = label_of(best, language), place_name(asked.place, language)
    caption = w("chart", label=label, place=place)
    wide, narrow = (windows_chart(examined, register, language, width) for width in (WIDE, NARROW))
    chart = Pair(drawn(wide, caption, name), drawn(narrow, caption, f"{name}n")) if wide and narrow else None
    start = date(max(asked.start.year - BEFORE, 1), 1, 1)
    return Item(
        window_title(examined, language),
        f"{best.table.spec.name} · {best.table.spec.authority} · {best.table.spec.title}",
        list(said(examined, language)),
        chart,
        bool(_known(best, asked, register, start)),
        f"{caption} · {best.table.spec.name}",
        [_own(best, w), *(_row(base, w) for base in best.bases)] if best.bases else [],
        list(tests(examined, language)),
        notes(best, language),
        best.table.citation(),
        [best.total.sql, *(base.total.sql for base in best.bases)],
    )


def _own(best: Comparison, w: Words) -> Row:
    """The window itself, above its bases."""
    count = number(best.total.value, w.language) if best.total.value is not None else ""
    return Row(w("this_window"), str(best.window.start), str(best.window.end), count)


def _row(base: Base, w: Words) -> Row:
    name, start, end = w(base.kind), str(base.window.start), str(base.window.end)
    if base.total.value is None or base.ratio is None:
        return Row(name, start, end, why=w("open", why=phrase(base.why or "no answer", w.language)))
    ratio = base.ratio
    return Row(
        name,
        start,
        end,
        number(base.total.value, w.language),
        "" if base.change is None else signed(base.change, w.language),
        "–" if ratio.value is None else decimal(ratio.value, w.language),
        f"{limit(ratio.low, w.language)} – {limit(ratio.high, w.language)}",
    )
