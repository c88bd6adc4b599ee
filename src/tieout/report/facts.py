"""What is known of a figure as (label, value) pairs for people. Knows nothing of HTML."""

from __future__ import annotations

from collections.abc import Iterable

from tieout.checks.voice import Voice
from tieout.evidence.figure import Figure
from tieout.report.words import Words


def facts_of(figure: Figure, language: Words) -> Iterable[tuple[str, str]]:
    """What is known of a figure as (label, value) pairs; a value not printed near it says where it comes from."""
    bound = "" if figure.bound == "exact" else language.name("bound", figure.bound) + " "
    direction = f", {language.name('direction', figure.direction)}" if figure.direction else ""
    rank = f" / {figure.of}" if figure.of else ""
    base = f" / {figure.denominator}" if figure.denominator else ""
    unit = "" if figure.unit == "count" else " " + Voice(language.language).put(figure.unit.replace("_", " "))
    yield language("field", "value"), f"{bound}{figure.value_text}{rank}{unit}{base}{direction}".strip()
    values = {
        "measure": figure.measure,
        "counting": figure.counting,
        "place": figure.place,
        "period": figure.period,
        "base_period": figure.base_period,
        "authority": figure.authority,
    }
    for key, value in values.items():
        if value:
            basis = figure.basis.get(key, "printed")
            note = "" if basis == "printed" else f" ({language.name('basis', basis)})"
            yield language("field", key), value + note
