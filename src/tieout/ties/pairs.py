"""Pairs: two levels of one measure that the text sets against each other, a base and an end.

`from 469 to 562`, `562, compared with 469 a year before`, `562, up from 469`. Used by change, multiple and order.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from tieout.language.edtf import before, is_date
from tieout.ties.alike import same_unit
from tieout.ties.cues import cue
from tieout.ties.scene import Seat, Sentence

_LEVELS = frozenset({"level", "share", "rate", "score", "money", "age", "threshold"})
_NEAR = 140
"""No pair reaches further than this many characters."""
_SCALE = 1000
"""Two numbers further apart than this are not on one scale (`from 50 to 40 million`)."""


@dataclass(frozen=True, slots=True)
class Pair:
    """`base` was, `end` is."""

    base: Seat
    end: Seat
    moved: bool
    """`from … to …`: the text itself says that the one became the other."""


def is_level(seat: Seat) -> bool:
    """True for a figure that can be the base or the end of a change."""
    return seat.figure.kind in _LEVELS and seat.figure.value is not None and seat.figure.high is None


def pairs(sentence: Sentence, language: str) -> list[Pair]:
    """All pairs of a sentence, in text order. A pair never skips another level of the same unit."""
    levels = [seat for seat in sentence.seats if is_level(seat)]
    told = [seat for seat in levels if not is_aside(sentence, seat, language)]
    found: list[Pair] = []
    for left, right in _neighbours(told):
        near = right.start - left.end <= _NEAR
        if near and _one_scale(left, right):
            found.extend(_pair(sentence, left, right, language))
    return found


def _neighbours(levels: list[Seat]) -> Iterator[tuple[Seat, Seat]]:
    """Each level with the one of its unit before it, whatever levels of other units stand between."""
    for index, right in enumerate(levels):
        left = next((s for s in reversed(levels[:index]) if same_unit(s.figure, right.figure)), None)
        if left is not None:
            yield left, right


def is_aside(sentence: Sentence, seat: Seat, language: str) -> bool:
    """`194 casualties (72 killed, 122 injured)`, `1,153 executions in 16 countries`: a number that only tells of what
    or of how many places the number before it is made; no change starts or ends there."""
    if cue(language, "in_places").within(sentence.ahead(seat, 30)) and cue(language, "places").within(
        sentence.after(seat, 30)
    ):
        return any(s.end <= seat.start for s in sentence.seats)
    return _in_bracket_of_several(sentence, seat)


def _in_bracket_of_several(sentence: Sentence, seat: Seat) -> bool:
    """The number stands with others in one bracket behind a number outside it."""
    opened = sentence.line.rfind("(", sentence.start, seat.start)
    if opened < 0 or ")" in sentence.line[opened : seat.start]:
        return False
    closed = sentence.line.find(")", seat.end, sentence.end)
    inside = [s for s in sentence.seats if opened < s.start and s.end <= closed]
    outside = (s for s in sentence.seats if s.end <= opened and is_level(s))
    return len(inside) > 1 and any(same_unit(s.figure, seat.figure) for s in outside)


def _one_scale(one: Seat, other: Seat) -> bool:
    first, second = abs(one.figure.value or Fraction(0)), abs(other.figure.value or Fraction(0))
    low, high = min(first, second), max(first, second)
    return low == 0 or high < low * _SCALE


def _pair(sentence: Sentence, left: Seat, right: Seat, language: str) -> Iterator[Pair]:
    words = sentence.between(left, right)
    leading = sentence.ahead(left)
    if _set_against(words, language):
        yield Pair(right, left, False)
    elif cue(language, "from").within(leading) and cue(language, "to").within(words):
        yield Pair(left, right, True)
    elif _ends_in_to(leading) and cue(language, "from").within(words) and not cue(language, "new_clause").within(words):
        yield Pair(right, left, True)
    elif cue(language, "compared").within(words):
        yield Pair(right, left, False)


def _set_against(words: str, language: str) -> bool:
    """The words of comparison lead right up to the second number (`fue de 51, una disminución frente al 61`)."""
    return any(m.end() == len(words.rstrip()) for m in cue(language, "compared").pattern.finditer(words.rstrip()))


def by_time(sentence: Sentence, language: str) -> list[Pair]:
    """`469 in 2019 and 562 in 2020`: two levels joined by `and`, each with a time of its own; the later is the end."""
    levels = [seat for seat in sentence.seats if is_level(seat)]
    found: list[Pair] = []
    for left, right in itertools.pairwise(levels):
        one, other = left.figure, right.figure
        joined = cue(language, "and_number").within(sentence.between(left, right))
        dated = one.period and other.period and is_date(one.period) and is_date(other.period)
        if joined and dated and same_unit(one, other) and _one_scale(left, right):
            if before(one.period or "", other.period or ""):
                found.append(Pair(left, right, False))
            elif before(other.period or "", one.period or ""):
                found.append(Pair(right, left, False))
    return found


def told_together(sentence: Sentence, told: Seat, pair: Pair, language: str) -> bool:
    """True when nothing between a stated change and a pair begins another clause with a subject of its own."""
    first, last = sorted((pair.base, pair.end), key=lambda seat: seat.start)
    if told.end <= first.start:
        return not cue(language, "new_clause").within(sentence.between(told, first))
    if last.end <= told.start:
        return not cue(language, "new_clause").within(sentence.between(last, told))
    return True


def _ends_in_to(leading: str) -> bool:
    return leading.rstrip().endswith((" to", " a", " hasta"))
