"""Conversion ties: money with its value in another currency, against the rate that the text itself uses.

No rate is brought in from outside: the pairs of one document vote. A pair says something only when at least three
pairs agree on a rate and they are the greater part of all pairs of these two currencies.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from tieout.evidence.figure import Figure
from tieout.ties.cues import cue
from tieout.ties.interval import Interval, point
from tieout.ties.judge import tie_of
from tieout.ties.plain import bare, number, words
from tieout.ties.scene import Scene, Seat, Sentence
from tieout.ties.stated import HARD
from tieout.ties.tie import Tie, Verdict

_AFTER_BRACKET = re.compile(r"\s*[)\]]\s*([^\W\d_]+)")
_CURRENCY = re.compile(r"[A-Z]{3}")
ENOUGH = 3
"""Pairs that must agree before they speak for the text."""


@dataclass(frozen=True, slots=True)
class _Pair:
    given: Figure
    computed: Figure
    rate: Interval
    """Given units for one computed unit."""


def propose(scene: Scene) -> Iterator[Tie]:
    """A tie for each pair of a currency pair that has a common rate, and one for all of its pairs together."""
    groups: dict[tuple[str, str], list[_Pair]] = defaultdict(list)
    for pair in _pairs(scene):
        groups[(pair.given.unit, pair.computed.unit)].append(pair)
    for group in groups.values():
        common = _common(group)
        if common is None:
            continue
        ties = [_tie(pair, common) for pair in group]
        yield from ties
        verdict: Verdict = "breaks" if any(tie.verdict == "breaks" for tie in ties) else "holds"
        off = sum(tie.verdict == "breaks" for tie in ties)
        first = group[0]
        yield tie_of(
            "conversion", verdict, [f for pair in group for f in (pair.given, pair.computed)],
            stated=f"{len(group)} conversions from {first.given.unit} to {first.computed.unit} at one rate",
            computed=f"about {number(_middle(common), 3)} {first.given.unit} for one {first.computed.unit}; "
            f"{off} do not fit",
        )  # fmt: skip


def _pairs(scene: Scene) -> Iterator[_Pair]:
    """Neighbours in one sentence, the second in brackets or after `or`."""
    names = {f.text.split()[-1].lower(): f.unit for _, seat in scene.seats() if _is_money(f := seat.figure)}
    for sentence in scene.sentences:
        for left, right in pairwise(sentence.seats):
            given, other = _named_after(sentence, left, right, names), right.figure
            if given.unit == other.unit or not (_is_money(given) and _is_money(other)):
                continue
            if not cue(scene.language, "converted").all_of(sentence.between(left, right)):
                continue
            amount = HARD.worked_out(replace(other, bound="exact", side=None))
            if given.value and amount and amount.low and amount.high:
                yield _Pair(given, other, point(given.value) / amount)


def _named_after(sentence: Sentence, left: Seat, right: Seat, names: dict[str, str]) -> Figure:
    """`5 (1.24 EUR) soles`: the word of the given sum may stand after the brackets."""
    word = _AFTER_BRACKET.match(sentence.after(right))
    if left.figure.unit != "count" or word is None or word[1].lower() not in names:
        return left.figure
    return replace(left.figure, unit=names[word[1].lower()], kind="money")


def _is_money(figure: Figure) -> bool:
    return figure.kind == "money" and figure.high is None and _CURRENCY.fullmatch(figure.unit) is not None


def _common(group: list[_Pair]) -> Interval | None:
    """The rates that the most pairs allow; None when too few agree. Of two such, the narrower says more."""
    lows = sorted({pair.rate.low for pair in group if pair.rate.low is not None})
    agreeing = [[pair for pair in group if _reaches_past(pair.rate, low)] for low in lows]
    best = max(agreeing, key=lambda pairs: (len(pairs), -_width(_shared(pairs))), default=[])
    if len(best) < ENOUGH or len(best) * 2 <= len(group):
        return None
    return _shared(best)


def _reaches_past(rate: Interval, low: Fraction) -> bool:
    """True when numbers just above `low` lie in the rate."""
    return (rate.low is None or rate.low <= low) and (rate.high is None or rate.high > low)


def _shared(pairs: list[_Pair]) -> Interval:
    common = pairs[0].rate
    for pair in pairs[1:]:
        common = common.overlap(pair.rate) or common
    return common


def _width(interval: Interval) -> Fraction:
    return (interval.high or Fraction(0)) - (interval.low or Fraction(0))


def _tie(pair: _Pair, common: Interval) -> Tie:
    fits = pair.rate.meets(common)
    middle = _middle(common)
    expected = (pair.given.value or Fraction(0)) / middle
    return tie_of(
        "conversion", "holds" if fits else "breaks", (pair.computed, pair.given),
        stated=f"{words(pair.given)} as {words(pair.computed)}",
        computed=f"{bare(pair.given)} / {number(middle, 3)} = {number(expected, 2)} {pair.computed.unit} "
        "at the rate of the other conversions",
    )  # fmt: skip


def _middle(common: Interval) -> Fraction:
    low, high = common.low or Fraction(0), common.high or Fraction(0)
    return (low + high) / 2


def deviation(tie: Tie) -> Fraction | None:
    """How far the members of a tie of one pair stand from the rate it was computed with, as a share."""
    first, second = tie.members[0].figure, tie.members[1].figure
    rate = re.search(r"/ ([\d.,]+) =", tie.computed)
    if first is None or second is None or not rate or not first.value or not second.value:
        return None
    expected = second.value / Fraction(rate[1].replace(",", ""))
    return abs(first.value - expected) / expected
