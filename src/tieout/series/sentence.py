"""The sentence that a comparison of windows supports: fixed words, numbers bound to the comparison, English or Spanish.

It says what was counted and compared, and no more; it is marked as generated where it is printed.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

from tieout.language.places import Gazetteer
from tieout.series.comparison import Base, Comparison
from tieout.series.question import country_of
from tieout.series.ratio import Ratio


def sentences(comparison: Comparison, language: str, *, by_months: bool = False) -> Iterator[str]:
    """The sentences, in order. `by_months`: the window is the whole months that the user's days touch."""
    words = _table()[language]
    window, spec = comparison.window, comparison.table.spec
    common = {
        "series": spec.name,
        "label": spec.measures[comparison.measure].label(language)
        if comparison.measure in spec.measures
        else comparison.measure,
        "place": place_name(window.place, language),
        "start": window.start.isoformat(),
        "end": window.end.isoformat(),
        "days": window.days,
    }
    if comparison.total.value is None or comparison.per_day is None:
        yield words["open"].format(**common, why=_said(comparison.why or "no answer", "whys", language))
        return
    yield words["counted"].format(
        **common, count=_whole(comparison.total.value, language), per_day=_decimal(float(comparison.per_day), language)
    )
    if by_months:
        yield words["months"]
    yield from _change(next((b for b in comparison.bases if b.kind == "same_period"), None), words, language)
    yield words["caution"]


def place_name(code: str, language: str) -> str:
    """A place's own name, or its code when it has none here."""
    country = country_of(code)
    try:
        return Gazetteer.for_country(country).canonical(code, language)
    except KeyError:
        return code


def _change(base: Base | None, words: dict[str, str], language: str) -> Iterator[str]:
    if base is None or base.ratio is None or base.change is None or base.total.value is None:
        why = base.why if base is not None and base.why else "no answer"
        yield words["no_base"].format(why=_said(why, "whys", language))
        return
    yield words["change"].format(
        start=base.window.start.isoformat(),
        end=base.window.end.isoformat(),
        count=_whole(base.total.value, language),
        change=_signed(float(base.change), language),
        method=_said(base.ratio.method, "methods", language),
        **_interval(base.ratio, language),
    )
    yield words["clear" if base.ratio.differs else "unclear"]


def _interval(ratio: Ratio, language: str) -> dict[str, str]:
    return {
        "ratio": _decimal(ratio.value if ratio.value is not None else math.nan, language),
        "low": _decimal(ratio.low, language),
        "high": _decimal(ratio.high, language),
    }


def _said(words: str, table: str, language: str) -> str:
    said: str = _table().get(table, {}).get(language, {}).get(words, words)
    return said


def _whole(value: Fraction, language: str) -> str:
    text = f"{value.numerator:,}" if value.denominator == 1 else f"{float(value):,.2f}"
    return _marks(text, language)


def _decimal(value: float, language: str) -> str:
    return "∞" if math.isinf(value) else _marks(f"{value:,.2f}", language)


def _signed(value: float, language: str) -> str:
    return _marks(f"{value:+,.1f}", language).replace("-", "−")


def _marks(text: str, language: str) -> str:
    """Comma and full stop as the language prints numbers."""
    return text.translate(str.maketrans(",.", ".,")) if language == "es" else text


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("tieout.series") / "data" / "sentences.toml").read_text(encoding="utf-8"))
