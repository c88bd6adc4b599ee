"""Two numbers that are the ends of one range: `12 to 17 years`, `entre 12 y 17 años`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tieout.evidence.quantity import Quantity
from tieout.language.hedges import hedge_before
from tieout.language.numerals import scale_behind
from tieout.language.ranges import Joint, between_before, from_parts, is_from_before, joint_between, moves

_REACH = 60
"""Characters before the first number in which `between` or `from` and a verb must stand."""
_SMALL = 1000
"""Numbers from here on are printed in full and take no scale word from the number behind them."""


def joined(text: str, quantities: Sequence[Quantity], language: str) -> list[Quantity]:
    """The numbers of a line, those that are the two ends of a range as one."""
    out: list[Quantity] = []
    for q in quantities:
        whole = _as_range(text, out[-1], q, language) if out and out[-1].high is None else None
        if whole is not None:
            out[-1] = whole
        else:
            if out:
                out[-1] = _scaled_like(text, out[-1], q, language)
            out.append(q)
    return out


def _scaled_like(text: str, low: Quantity, high: Quantity, language: str) -> Quantity:
    """`went from 3 to 4 million`: of two numbers joined by `to` the first takes the scale word of the second."""
    if low.value is None or high.value is None or low.unit not in (None, high.unit) or low.high is not None:
        return low
    if joint_between(text, low.end, high.start, language) not in ("to", "to_measured"):
        return low
    value = low.value * _shared_scale(low, high, language)
    return replace(low, value=value) if value < high.value * _APART and high.value < value * _APART else low


_APART = 20
"""Two numbers further apart than this factor do not share a scale word."""


def _as_range(text: str, low: Quantity, high: Quantity, language: str) -> Quantity | None:
    """The range from one number to the next; None when they are two numbers."""
    if low.value is None or high.value is None or low.unit not in (None, high.unit):
        return None
    joint = joint_between(text, low.end, high.start, language)
    if joint is None:
        return None
    before = text[max(0, low.start - _REACH) : low.start]
    between = between_before(before, language)
    scale = _shared_scale(low, high, language)
    if joint == "and":
        if between is None:
            return None
    elif low.value * scale >= high.value or _are_apart(text, joint, low, high, before, language):
        return None
    return replace(
        high,
        start=low.start - len(between or ""),
        number=(low.number[0], high.number[1]),
        value=low.value * scale,
        high=high.value,
        value_text=low.value_text,
        decimals=max(low.decimals, high.decimals),
    )


def _are_apart(text: str, joint: Joint, low: Quantity, high: Quantity, before: str, language: str) -> bool:
    """Whether two rising numbers are the two ends of a development (`rose from 5 to 9`), or joined too loosely."""
    if joint == "dash":
        return False
    if is_from_before(before, language) and (
        moves(before, language) or (from_parts(language) and high.unit in (None, "percent"))
    ):
        return True
    if joint == "to_measured" and high.unit is None and _is_estimate(text, low.start, language):
        return False  # `unas 20.000 a 25.000 personas`
    return joint == "to_measured" and (high.unit is None or (high.unit == "percent" and low.unit is None))


def _is_estimate(text: str, start: int, language: str) -> bool:
    hedge = hedge_before(text, start, language)
    return hedge is not None and hedge.bound == "about"


def _shared_scale(low: Quantity, high: Quantity, language: str) -> int:
    """`2 to 3 million`: the scale word behind the second number holds for both."""
    scale = scale_behind(high.value_text, language)
    if low.has_letters or low.value is None or high.value is None:
        return 1
    return scale if low.value < _SMALL or high.value >= scale * _SMALL else 1
