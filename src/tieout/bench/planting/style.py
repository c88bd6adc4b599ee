"""How one document prints numbers, percentages and dates. A document keeps to one habit."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any

from tieout.bench.planting.kind import Day
from tieout.bench.planting.words import words

_HABITS = {
    "en": ((",", "."), (",", "."), (" ", "."), ("", ".")),
    "es": ((".", ","), (" ", ","), (",", "."), ("", ",")),
}
"""What stands between thousands, and before decimals."""
_PERCENT = {"en": (" percent", " per cent", "%", "%"), "es": ("%", " %", " por ciento")}


@dataclass(frozen=True, slots=True)
class Style:
    """The habit of one document."""

    language: str
    thousands: str
    decimal: str
    percent: str
    day_first: bool

    def number(self, value: int | Decimal) -> str:
        """Digits, grouped by the habit. Who leaves four digits whole parts longer numbers with a space."""
        text = f"{value:,}" if isinstance(value, int) else f"{value:,f}"
        mark = self.thousands or ("" if -10_000 < value < 10_000 else " ")
        return text.replace(",", "\0").replace(".", self.decimal).replace("\0", mark)

    def word(self, value: int | Decimal) -> str:
        """A small number in words, a larger one in digits."""
        names: list[str] = words(self.language)["numbers"]
        return names[int(value)] if value == int(value) and int(value) < len(names) else self.number(value)

    def percentage(self, value: Decimal) -> str:
        """A number of percent."""
        return f"{self.number(value)}{self.percent}"

    def day(self, day: Day, spec: str) -> str:
        """`full` with day, month and year, `month` with month and year."""
        month = words(self.language)["months"][day.month - 1]
        of = " de " if self.language == "es" else " "
        if spec == "month":
            return f"{month}{of}{day.year}"
        if self.language == "es" or self.day_first:
            return f"{day.day}{of}{month}{of}{day.year}"
        return f"{month} {day.day}, {day.year}"


def style_of(rng: Random, language: str) -> Style:
    """A habit at random."""
    thousands, decimal = rng.choice(_HABITS[language])
    return Style(language, thousands, decimal, rng.choice(_PERCENT[language]), rng.random() < 0.5)


class Slots(string.Formatter):
    """Fills `{slot:spec}`: numbers as `word`, `pct`, `year`, `th`, days as `full`, `month`, and `cap` for a capital."""

    def __init__(self, style: Style) -> None:
        self._style = style

    def fill(self, wording: str, slots: Mapping[str, Any]) -> str:
        """The wording with its slots filled."""
        return self.vformat(wording, (), slots)

    def format_field(self, value: Any, format_spec: str) -> str:
        """One slot by its specs, in order."""
        specs = format_spec.split(",") if format_spec else []
        capital = "cap" in specs
        spec = next((s for s in specs if s != "cap"), "")
        text = self._text(value, spec)
        return text[:1].upper() + text[1:] if capital else text

    def _text(self, value: Any, spec: str) -> str:
        if isinstance(value, Day):
            return self._style.day(value, spec)
        if isinstance(value, str):
            return value
        if spec == "year":
            return str(value)
        if spec == "th":
            return f"{value}{_ending(value)}"
        if spec == "pct":
            return self._style.percentage(value)
        if spec == "word":
            return self._style.word(value)
        return self._style.number(value)


def _ending(number: int) -> str:
    """The English ending of an ordinal: 21st, 22nd, 23rd, 11th."""
    return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
