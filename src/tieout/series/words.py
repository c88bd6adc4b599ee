"""The words and numbers of what tables say, in English and Spanish, from tables with both side by side."""

from __future__ import annotations

import math
import tomllib
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

from tieout.series.number import shown

TABLES = ("sentences", "notes", "lines")


def words(table: str, key: str, language: str, **values: object) -> str:
    """The words for a key of a table, filled in. The key must be there."""
    said: str = _tables()[table][key][language]
    return said.format(**values)


def phrase(text: str, language: str) -> str:
    """A fixed phrase of the code, such as the reason of an open answer, in another language where we have it."""
    said: str = _tables()["phrases"].get(language, {}).get(text, text)
    return said


def number(value: Fraction, language: str) -> str:
    """An exact value: whole ones whole, others with two decimals."""
    return _marks(shown(value), language).replace("-", "−")


def decimal(value: float, language: str) -> str:
    """A statistic with two decimals."""
    return "∞" if math.isinf(value) else _marks(f"{value:,.2f}", language)


def limit(value: float, language: str) -> str:
    """An end of an interval: with a third decimal where two would show a 1 that it is not."""
    near = value != 1 and f"{value:.2f}" == "1.00"
    return _marks(f"{value:.3f}", language) if near else decimal(value, language)


def signed(value: Fraction, language: str) -> str:
    """A change with its sign and one decimal."""
    return _marks(f"{float(value):+,.1f}", language).replace("-", "−")


def _marks(text: str, language: str) -> str:
    """Comma and full stop as the language prints numbers."""
    return text.translate(str.maketrans(",.", ".,")) if language == "es" else text


@cache
def _tables() -> dict[str, Any]:
    out: dict[str, Any] = {}
    for name in (*TABLES, "phrases"):
        text = (files("tieout.series") / "data" / f"{name}.toml").read_text(encoding="utf-8")
        out[name] = tomllib.loads(text)
    return out
