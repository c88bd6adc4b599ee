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
        """Digits, grouped by the habit; four digits too, as most do."""
        text = f"{value:,}" if isinstance(value, int) else f"{value:,f}"
        return text.replace(",", "\0").replace(".", self.decimal).replace("\0", self.thousands)

    def word(self, value: int | Decimal) -> str:
        """A small number in words, a larger one in digits."""
        names: list[str] = words(self.language)["numbers"]
        return names[int(value)] if value == int(value) and int(value) < len(names) else self.number(value)

    def percentage(self, value: Decimal) -> str:
        """A number of percent."""
        return f"{self.number(value)}{self.percent}"

    def day(self, day: Day, spec: str) -> str:
        """`full` with day, month and year, `month` with month and year, `short` without the year."""
        month = words(self.language)["months"][day.month - 1]
        if self.language == "es":
            forms = {"full": f"{day.day} de {month} de {day.year}", "month": f"{month} de {day.year}", "short": f"{day.day} de {month}"}
        elif self.day_first:
            forms = {"full": f"{day.day} {month} {day.year}", "month": f"{month} {day.year}", "short": f"{day.day} {month}"}
        else:
            forms = {"full": f"{month} {day.day}, {day.year}", "month": f"{month} {day.year}", "short": f"{month} {day.day}"}
        return forms[spec or "full"]


def style_of(rng: Random, language: str) -> Style:
    """A habit at random."""
    thousands, decimal = rng.choice(_HABITS[language])
    return Style(language, thousands, decimal, rng.choice(_PERCENT[language]), rng.random() < 0.5)


class Slots(string.Formatter):
    """Fills `{slot:spec}`: numbers and dates by the style; `word`, `pct`, `year`, `th`, `cap`; dates `full`, `month`."""

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
