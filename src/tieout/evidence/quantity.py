"""A Quantity: a number in the making, the numeral with its own unit and base, before bounds and kind are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import cast

from tieout.evidence.figure import Bound, Direction, Kind, Side
from tieout.language.bases import per_after, per_after_noun
from tieout.language.numerals import Numeral, is_round_set
from tieout.language.units import Unit, half_after, unit_after, unit_before

TIME_UNITS = frozenset({"years", "months", "weeks", "days", "hours", "minutes"})
PERCENTAGES = frozenset({"percent", "percentage_point"})
_HALF = Fraction(1, 2)
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Quantity:
    """Offsets are those of the line: [start:end] the number with its own words, `number` the bare numeral.

    `unit` and `kind` are None while nothing has said them; the other fields are those of a Mention.
    """

    start: int
    end: int
    number: tuple[int, int]
    value: Fraction | None
    value_text: str
    decimals: int = 0
    unit: str | None = None
    kind: Kind | None = None
    high: Fraction | None = None
    bound: Bound = "exact"
    side: Side | None = None
    direction: Direction | None = None
    denominator: str | None = None
    of: int | None = None
    difference: bool = False
    """A word of difference (`40 more`) ends the number."""
    in_words: bool = False

    def with_unit(self, unit: Unit) -> Quantity:
        """The number in that unit: `two decades` are 20 years."""
        value = self.value * unit.factor if self.value is not None else None
        return replace(self, value=value, unit=unit.code, kind=cast("Kind | None", unit.kind))

    def with_base(self, unit: str, base: str) -> Quantity:
        """The number as a rate."""
        return replace(self, unit=unit, kind="rate", denominator=base)

    @property
    def has_letters(self) -> bool:
        """Whether the numeral is printed with words (`3 million`, `twelve`)."""
        return _LETTER.search(self.value_text) is not None


def quantities(text: str, numbers: Iterable[Numeral], language: str) -> Iterator[Quantity]:
    """The numerals with their units; a numeral inside an earlier one's unit words (`por ciento`) is none."""
    end = 0
    for number in numbers:
        if number.start >= end:
            quantity = _quantity(text, number, language)
            yield quantity
            end = quantity.end


def _quantity(text: str, n: Numeral, language: str) -> Quantity:
    """A numeral with its own unit and base. `and a half` stands behind the number or behind its unit."""
    money = unit_before(text, n.start, language)
    half = half_after(text, n.end, language)
    end = half or n.end
    unit = money or unit_after(text, end, language)
    if unit is not None and not money:
        end = unit.end
        if half is None:
            half = half_after(text, end, language)
            end = half or end
    quantity = Quantity(
        start=money.start if money else n.start,
        end=end,
        number=(n.start, n.end),
        value=n.value + _HALF if half and n.value is not None else n.value,
        value_text=n.text,
        decimals=n.decimals,
        bound="about" if n.form == "vague" or is_round_set(n.text, language) else "exact",
        in_words=n.form != "digits",
    )
    return _with_base(text, quantity.with_unit(unit) if unit else quantity, language)


def _with_base(text: str, q: Quantity, language: str) -> Quantity:
    """The number with the base it is counted over, when one follows directly or after a noun."""
    per = per_after(text, q.end, language)
    if per is not None and q.unit is None:
        return replace(q.with_base(per.unit, per.base), end=per.end)
    if per is not None:
        kind = q.kind or (None if q.unit in PERCENTAGES else "rate")
        return replace(q, end=per.end, kind=kind, denominator=per.base)
    if q.unit is None:
        per = per_after_noun(text, q.end, language)
        return q.with_base(per.unit, per.base) if per else q
    return q
