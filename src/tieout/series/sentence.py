"""The sentence that a comparison of windows supports: fixed words, numbers bound to the comparison, English or Spanish.

It says what was counted and compared, and no more; it is marked as generated where it is printed.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import partial

from tieout.language.places import Gazetteer
from tieout.series.comparison import Base, Comparison
from tieout.series.question import country_of
from tieout.series.words import decimal, limit, number, phrase, signed, words

_said = partial(words, "sentences")
_NAMES = {"PE-LMA": "Metropolitan Lima"}
"""Codes of ISO 3166-2 that no gazetteer of administrative units holds."""


def sentences(comparison: Comparison, language: str, *, by_months: bool = False) -> Iterator[str]:
    """The sentences, in order. `by_months`: the window is the whole months that the user's days touch."""
    window, spec = comparison.window, comparison.table.spec
    common = {
        "series": spec.name,
        "label": label_of(comparison, language),
        "place": place_name(window.place, language),
        "start": window.start.isoformat(),
        "end": window.end.isoformat(),
        "days": window.days,
    }
    if comparison.total.value is None or comparison.per_day is None:
        said = _said("open", language, **common, why=phrase(comparison.why or "no answer", language))
        yield said[:1].upper() + said[1:]
        return
    count, per_day = number(comparison.total.value, language), decimal(float(comparison.per_day), language)
    yield _said("counted", language, **common, count=count, per_day=per_day)
    if by_months:
        yield _said("months", language)
    yield from _change(next((b for b in comparison.bases if b.kind == "same_period"), None), language)
    yield _said("caution", language)


def label_of(comparison: Comparison, language: str) -> str:
    """What the table counts, in words."""
    measures = comparison.table.spec.measures
    return measures[comparison.measure].label(language) if comparison.measure in measures else comparison.measure


def place_name(code: str, language: str) -> str:
    """A place's own name, or its code when it has none here."""
    if code in _NAMES:
        return phrase(_NAMES[code], language)
    try:
        return Gazetteer.for_country(country_of(code)).canonical(code, language)
    except KeyError:
        return code


def _change(base: Base | None, language: str) -> Iterator[str]:
    if base is None or base.ratio is None or base.change is None or base.total.value is None:
        why = base.why if base is not None and base.why else "no answer"
        yield _said("no_base", language, why=phrase(why, language))
        return
    ratio = base.ratio
    yield _said(
        "change",
        language,
        start=base.window.start.isoformat(),
        end=base.window.end.isoformat(),
        count=number(base.total.value, language),
        change=signed(base.change, language),
        ratio=decimal(ratio.value if ratio.value is not None else math.nan, language),
        low=limit(ratio.low, language),
        high=limit(ratio.high, language),
        method=phrase(ratio.method, language),
    )
    yield _said("clear" if ratio.differs else "unclear", language)
