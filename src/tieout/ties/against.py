"""Against: a change or a multiple told together with its base (`1,153 cases, up 31 percent from 883 the year before`).

The base follows the words at once; the end is the number that the sentence told before them, or, where the sentence
only points back (`This compares with 92 in 2022, …`), the number of the sentence before. Used by change and multiple.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from tieout.ties.alike import same_unit
from tieout.ties.cues import cue
from tieout.ties.pairs import Pair, is_aside, is_level
from tieout.ties.scene import Seat, Sentence

_FAR = 200
"""Characters between the end and the words of change."""
_MEASURED = frozenset({"hectares", "tonnes", "kg", "km"})
_SLIP = 4
"""An end further than this factor from what base and change imply is a number of something else."""


def against(sentence: Sentence, told: Seat, language: str) -> Pair | None:
    """The base behind the words of change and the end before them; None when the sentence does not tell both.

    Of several numbers before the words the one that the base and the change lead to is meant, else the nearest one
    that a slip may have led away.
    """
    base = sentence.following(told)
    if base is None or not is_level(base) or not cue(language, "base_next").within(sentence.between(told, base)):
        return None
    ends = list(_ends(sentence, told, base, language)) or _pointed_at(sentence, told, base, language)
    return _meant(told, base, ends)


def compared_back(sentence: Sentence, told: Seat, language: str) -> Pair | None:
    """`This compares with 3,210 in 2023, an increase of 32 percent`: the end is a number of the sentence before."""
    base = sentence.seats[0]
    if base is told or not is_level(base) or sentence.following(base) is not told or sentence.before is None:
        return None
    if not cue(language, "this_compares").within(sentence.line[sentence.start : base.start]):
        return None
    return _meant(told, base, [s for s in sentence.before.seats if _can_end(s, base)])


def _ends(sentence: Sentence, told: Seat, base: Seat, language: str) -> Iterator[Seat]:
    """The numbers before the words of change that may be the end, the nearest first."""
    for seat in reversed([s for s in sentence.seats if s.end <= told.start]):
        gap = sentence.between(seat, told)
        if len(gap) > _FAR or cue(language, "other_matter").within(gap):
            return
        if _can_end(seat, base) and not is_aside(sentence, seat, language):
            yield seat


def _pointed_at(sentence: Sentence, told: Seat, base: Seat, language: str) -> list[Seat]:
    """`This represents an increase of 6.5 percent compared with 92 in 2022`."""
    lead = sentence.line[sentence.start : told.start]
    if sentence.before is None or not cue(language, "this_is").within(lead):
        return []
    return [s for s in sentence.before.seats if _can_end(s, base) and not is_aside(sentence.before, s, language)]


def _can_end(seat: Seat, base: Seat) -> bool:
    """A level of the base's unit; a base without a unit shares that of the end (`230 tons, … more than the 204`)."""
    unnamed = base.figure.unit == "count" and seat.figure.unit in _MEASURED
    return is_level(seat) and (same_unit(seat.figure, base.figure) or unnamed)


def _meant(told: Seat, base: Seat, ends: list[Seat]) -> Pair | None:
    implied = _implied(told, base)
    near = [s for s in ends if implied and implied / _SLIP <= (s.figure.value or 0) <= implied * _SLIP]
    if not near:
        return None
    return Pair(base, min(near, key=lambda s: abs((s.figure.value or Fraction(0)) - implied)), True)


def _implied(told: Seat, base: Seat) -> Fraction:
    """The end that base and change lead to; zero when the change says nothing of it."""
    value, figure = told.figure.value or Fraction(0), told.figure
    start = base.figure.value or Fraction(0)
    if figure.unit in ("fold", "times"):
        return start / value if figure.direction == "decrease" and value else start * value
    if figure.unit in ("percentage_point", base.figure.unit) and figure.unit != "percent":
        return start
    part = value if figure.unit == "share" else value / 100
    return start * (1 - part if figure.direction == "decrease" else 1 + part) if part < 1 else start * (1 + part)
