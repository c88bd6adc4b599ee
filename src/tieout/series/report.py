"""A report on windows: every window in every table that counts the measure, with its tests, as lines and as records."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from tieout.errors import UsageError
from tieout.series.comparison import Base, Comparison, compare
from tieout.series.note import note
from tieout.series.placebo import Placebo, in_place, in_time
from tieout.series.points import points
from tieout.series.question import country_of, measures_of
from tieout.series.ratio import Ratio
from tieout.series.segmented import Segmented, segmented
from tieout.series.sentence import sentences
from tieout.series.store import Store
from tieout.series.total import fits
from tieout.series.window import Register, Window
from tieout.series.words import decimal, limit, number, phrase, words


@dataclass(frozen=True, slots=True)
class Examined:
    """A window in one table: by the days as given, and by whole months where the table has nothing finer."""

    days: Comparison
    months: Comparison | None
    model: Segmented | None
    in_time: Placebo | None
    in_place: Placebo | None

    @property
    def best(self) -> Comparison:
        """The comparison that has numbers: by days, else by months."""
        return self.months if self.days.total.value is None and self.months is not None else self.days


def examine(
    store: Store, series: str, windows: Sequence[Window], register: Register, measure: str | None = None
) -> Iterator[Examined]:
    """Each window in each table that `series` names: a series, `series@vintage`, or a measure or concept.

    `measure` narrows it to one of the table's. UsageError when no table is meant.
    """
    tables = store.tables()
    meant = [
        (t, k)
        for t in tables
        for k in t.loaded.measures
        if series in (t.spec.id, t.spec.name) or k in measures_of(t, series)
        if measure is None or k in measures_of(t, measure)
    ]
    if not meant:
        names = ", ".join(dict.fromkeys(t.spec.id for t in tables)) or "none"
        what = f"{series}, {measure}" if measure else series
        raise UsageError(f"{what}: no table and no measure by this name is in {store.folder}; its tables are {names}")
    for window in windows:
        for table, key in meant:
            if table.spec.places.country != country_of(window.place):
                continue
            days = compare(table, key, window, register, tables)
            coarse = days.total.why == "step" or not fits(table.spec.step, window.start, window.end)
            months = None
            if coarse and table.spec.step == "month":
                months = compare(table, key, window.by_months(), register, tables, window)
            best = months if months is not None and days.total.value is None else days
            model = time = place = None
            base = next((b for b in best.bases if b.kind == "same_period" and b.ratio is not None), None)
            if best.total.value is not None:
                model = segmented(points(table, key, window.place), best.window)
            if base is not None and base.ratio is not None and base.ratio.value not in (None, math.inf):
                ratio = base.ratio.value or 0.0
                time = in_time(table, key, best.window, ratio, register)
                place = in_place(table, key, best.window, ratio, register)
            yield Examined(days, months, model, time, place)


def lines(examined: Examined, language: str) -> Iterator[str]:
    """One examined window for a reader: the sentences, then the comparisons, the tests, the notes."""
    yield from said(examined, language)
    best = examined.best
    for base in best.bases:
        ends = {"start": base.window.start, "end": base.window.end}
        kind = words("lines", base.kind, language)
        yield "  " + words("lines", "base", language, kind=kind, said=base_said(base, language), **ends)
    for line in (
        *tests(examined, language),
        *(words("lines", "note", language, said=known) for known in notes(best, language)),
    ):
        yield f"  {line}"
    yield f"  {best.table.citation()}"


def said(examined: Examined, language: str) -> Iterator[str]:
    """The sentences: those of the days as given, then those of the whole months."""
    yield from sentences(examined.days, language)
    if examined.months is not None:
        yield from sentences(examined.months, language, by_months=True)


def tests(examined: Examined, language: str) -> Iterator[str]:
    """What the tests say, a line each."""
    best, line = examined.best, partial(words, "lines")
    if best.per_100k is not None:
        yield line("per_100k", language, value=number(best.per_100k, language))
    if best.bases:
        yield line("dispersion", language, value=decimal(best.dispersion, language))
    if best.beyond is not None:
        yield line("beyond", language, said=ratio_said(best.beyond, language))
    if examined.model is not None:
        model = examined.model
        found = ratio_said(model.effect, language) if model.effect else phrase(model.why or "", language)
        yield line("model", language, months=model.months, said=found)
    for name, placebo in (("other_months", examined.in_time), ("other_places", examined.in_place)):
        if placebo is not None and placebo.tried:
            yield line(name, language, strong=placebo.as_strong, tried=placebo.tried)


def notes(one: Comparison, language: str) -> list[str]:
    """Everything to know beside a comparison, each once."""
    found = dict.fromkeys([*one.warnings, *(w for base in one.bases for w in base.warnings)])
    unknown = [dict(one.values) for one in found if one.key == "base_unknown"]
    rest = [one for one in found if one.key != "base_unknown"]
    if unknown:
        rest.append(note("bases_unknown", spans=", ".join(f"{span['start']}/{span['end']}" for span in unknown)))
    return [one.said(language) for one in rest]


def base_said(base: Base, language: str) -> str:
    """A base's count, the change from it and the ratio; or why it is open."""
    line = partial(words, "lines", language=language)
    if base.total.value is None or base.ratio is None:
        return line("base_open", why=phrase(base.why or "no answer", language))
    count, ratio = number(base.total.value, language), ratio_said(base.ratio, language)
    if base.change is None:
        return line("base_zero", count=count, ratio=ratio)
    return line("base_said", count=count, change=number(base.change, language), ratio=ratio)


def ratio_said(ratio: Ratio, language: str) -> str:
    """A ratio with its interval and method."""
    if ratio.value is None:
        return words("lines", "no_ratio", language)
    value, low, high = decimal(ratio.value, language), limit(ratio.low, language), limit(ratio.high, language)
    return words("lines", "ratio", language, ratio=value, low=low, high=high, method=phrase(ratio.method, language))


def record(examined: Examined) -> dict[str, Any]:
    """The same as a plain record."""
    return {
        "days": _comparison(examined.days),
        "months": _comparison(examined.months) if examined.months else None,
        "segmented": _model(examined.model),
        "placebo_time": _placebo(examined.in_time),
        "placebo_place": _placebo(examined.in_place),
        "sentences": {language: list(said(examined, language)) for language in ("en", "es")},
    }


def _comparison(one: Comparison) -> dict[str, Any]:
    spec, window = one.table.spec, one.window
    return {
        "series": spec.id,
        "vintage": spec.vintage,
        "authority": spec.authority,
        "measure": one.measure,
        "place": window.place,
        "start": window.start.isoformat(),
        "end": window.end.isoformat(),
        "days": window.days,
        "count": None if one.total.value is None else str(one.total.value),
        "per_day": None if one.per_day is None else str(one.per_day),
        "per_100k": None if one.per_100k is None else str(one.per_100k),
        "verdict": "open" if one.total.value is None else "counted",
        "why": one.why,
        "dispersion": one.dispersion,
        "bases": [
            {
                "kind": base.kind,
                "start": base.window.start.isoformat(),
                "end": base.window.end.isoformat(),
                "count": None if base.total.value is None else str(base.total.value),
                "change_percent": None if base.change is None else str(base.change),
                "ratio": _record(base.ratio),
                "why": base.why,
                "warnings": [str(one) for one in base.warnings],
            }
            for base in one.bases
        ],
        "difference_in_differences": _record(one.beyond),
        "warnings": [str(warning) for warning in one.warnings],
        "query": one.total.sql,
    }


def _record(ratio: Ratio | None) -> dict[str, Any] | None:
    if ratio is None or ratio.value is None:
        return None
    ends = (ratio.value, ratio.low, ratio.high)
    value, low, high = (None if math.isinf(number) else number for number in ends)
    return {"value": value, "low": low, "high": high, "method": ratio.method, "dispersion": ratio.dispersion}


def _model(model: Segmented | None) -> dict[str, Any] | None:
    return None if model is None else {"effect": _record(model.effect), "months": model.months, "why": model.why}


def _placebo(placebo: Placebo | None) -> dict[str, Any] | None:
    return None if placebo is None else {"tried": placebo.tried, "as_strong": placebo.as_strong}
