"""Bare numbers that share the unit of a neighbour, or a base named before them in their sentence.

`14.6 and 2.6 percent`; `6.27 percent …, 4.43 …`; `from 5,000 per year to 22,000`; `rates per 100,000 were 5.8 and 6.1`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tieout.evidence.quantity import PERCENTAGES, TIME_UNITS, Quantity
from tieout.language.bases import Per, bases
from tieout.language.sharing import is_bare_ending, is_list, is_rise, is_span

_RATE = "per_100k"
_CLAUSE_END = re.compile(r"[.;!?] ")
_SENTENCE_END = re.compile(r"[.!?] ")
_REACH = 120
"""Characters between a decimal and the earlier number whose percent or rate it repeats."""
_ALIKE = 100
"""How many times as large as a rate its neighbour may be to be a rate too; beyond, it is the population."""
_NO_PERCENT = 1000
"""A bare number from here on is no percentage: `57,700, or 170 percent of capacity`."""
_BASE_REACH = 60
"""Characters behind a rate within which a base is its own."""


def shared(text: str, quantities: Sequence[Quantity], language: str) -> list[Quantity]:
    """The numbers of a line in order, bare ones with the unit that another one or a base before them says."""
    if not quantities:
        return []
    out = _with_named_base(text, quantities, language)
    for i in range(len(out) - 2, -1, -1):
        out[i] = _from_the_next(text, out[i], out[i + 1], language)
    for i in range(1, len(out)):
        following = out[i + 1] if i + 1 < len(out) else None
        if following is None or not is_span(text[out[i].end : following.start], language):
            out[i] = _from_the_one_before(text, out[i - 1], out[i], language)
    return out


def _from_the_next(text: str, q: Quantity, following: Quantity, language: str) -> Quantity:
    if q.unit is not None or following.unit is None:
        return q
    between = text[q.end : following.start]
    measured = (following.unit in TIME_UNITS and following.kind != "age") or following.kind == "money"
    span = measured and is_span(between, language)
    alike = not q.in_words and (q.decimals > 0 or following.decimals == 0)
    far = following.unit in PERCENTAGES and (q.value or 0) >= _NO_PERCENT
    listed = following.unit in (*PERCENTAGES, _RATE) and alike and not far and is_list(between, language)
    if following.unit == _RATE and (q.value is None or following.value is None or q.value > _ALIKE * following.value):
        return q
    return replace(q, unit=following.unit, kind=following.kind) if span or listed else q


def _from_the_one_before(text: str, earlier: Quantity, q: Quantity, language: str) -> Quantity:
    if q.unit is not None or earlier.unit is None:
        return q
    between = text[earlier.end : q.start]
    if earlier.denominator and earlier.kind == "rate" and is_rise(between, language):
        return q.with_base(earlier.unit, earlier.denominator)
    decimal = q.decimals > 0 and not q.has_letters
    if decimal and earlier.unit in ("percent", _RATE) and len(between) < _REACH and not _CLAUSE_END.search(between):
        return replace(q, unit=earlier.unit, kind="rate" if earlier.unit == _RATE else None)
    return q


def _with_named_base(text: str, quantities: Sequence[Quantity], language: str) -> list[Quantity]:
    """Numbers with nothing behind them take a base that stands free before them in the sentence."""
    named = [base for base in bases(text, language) if base.unit == _RATE and not _is_used(base, quantities)]
    return [_with_last_base(text, q, named, language) for q in quantities]


def _is_used(base: Per, quantities: Sequence[Quantity]) -> bool:
    return any(q.denominator and q.end <= base.end <= q.end + _BASE_REACH for q in quantities)


def _with_last_base(text: str, q: Quantity, named: Sequence[Per], language: str) -> Quantity:
    if q.unit is not None or q.value is None:
        return q
    base = next((base for base in reversed(named) if base.end <= q.start), None)
    if base is None or _SENTENCE_END.search(text, base.end, q.start) or not is_bare_ending(text, q.end, language):
        return q
    return q.with_base(base.unit, base.base)
