"""Ratios of one thing to many: `one officer per 673 inhabitants`. The many are the figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tieout.language.either import any_of
from tieout.language.habit import Habit
from tieout.language.numerals import Numeral, numerals
from tieout.language.tables import table

_LOWER = "a-zß-öø-ÿ"
_WORD = rf"[{_LOWER}-]+"
_POWER_OF_TEN = re.compile(r"10*")


@dataclass(frozen=True, slots=True)
class Ratio:
    """`text[start:end]` is the whole ratio; the number of the many stands at [number_start:number_end]."""

    start: int
    end: int
    number_start: int
    number_end: int
    number: Numeral
    one: str
    """What there is one of, its last word."""
    many: str
    """What there are many of, its first word."""


def ratios(text: str, language: str, habit: Habit) -> Iterator[Ratio]:
    """Every ratio of a clean line, save those over a round base (`one per 1,000`), which are rates."""
    for found in _ratio(language).finditer(text):
        number = next(numerals(found["n"], language, habit), None)
        if number is not None and number.value is not None and not _POWER_OF_TEN.fullmatch(str(number.value)):
            one = (found["one"] or found["article"]).split()[-1].lower()
            yield Ratio(*found.span(), *found.span("n"), number, one, found["many"])


@cache
def _ratio(language: str) -> re.Pattern[str]:
    rule = table(language, "ratios")
    return re.compile(
        rf"\b(?P<article>{any_of(rule['one'])}) (?:(?P<one>{_WORD}(?: {_WORD}){{0,2}}?) )?(?:{any_of(rule['per'])}) "
        rf"(?P<n>\d[\d.,\u00a0 ]*\d|\d) (?P<many>[{_LOWER}]+)"
    )
