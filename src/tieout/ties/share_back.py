"""Shares of a total told before (`4,238 were killed. … 1,784 of the deaths, or 42 percent, …`): the part and the share
stand side by side, the whole in an earlier sentence of the paragraph.

Any earlier number that reconciles is taken for the whole. Only when none does, and the words lead back to the one
number that can be meant, is the share wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from tieout.evidence.figure import Figure
from tieout.ties.alike import content, same_unit
from tieout.ties.cues import cue
from tieout.ties.scene import Scene, Seat, Sentence
from tieout.ties.share import is_amount, is_share, share_of
from tieout.ties.tie import Tie

_BACK = 3
"""Sentences within which the total stands."""
_SLIP = 2
"""A share further than this factor from what part and whole give is one of something else."""


def propose(scene: Scene) -> Iterator[Tie]:
    """A tie for each share told right behind its part whose whole stands in a sentence before."""
    for sentence in scene.sentences:
        for part in sentence.seats:
            claim = sentence.following(part)
            if claim and is_amount(part) and is_share(claim) and _beside(sentence, part, claim, scene.language):
                yield from _ties(sentence, part, claim, scene.language)


def _beside(sentence: Sentence, part: Seat, claim: Seat, language: str) -> bool:
    """`1,784 of the deaths, or 42 percent,`, `553 cases, 44 percent of the total`, `2,728 (12 percent)`."""
    gap = sentence.between(part, claim)
    own = cue(language, "own_whole").within(sentence.after(claim)) or cue(language, "no_share").within(
        sentence.after(claim)
    )
    return len(gap) < 60 and gap.count(",") < 2 and cue(language, "set_off").within(gap) and not own


def _ties(sentence: Sentence, part: Seat, claim: Seat, language: str) -> Iterator[Tie]:
    said = _leads_back(sentence, part, claim, language)
    if any(is_amount(s) and s.end <= part.start and _may_hold(s, part) for s in sentence.seats) or not said:
        return
    wholes = [(home, s) for home in _earlier(sentence) for s in home.seats if is_amount(s) and _may_hold(s, part)]
    for _, whole in wholes:
        tie = share_of(claim.figure, part.figure, whole.figure, explicit=False)
        if tie:
            yield tie
            return
    meant = [s for home, s in wholes if _is_meant(home, s, sentence, part, claim, language)]
    if len(meant) == 1 and _is_slip(claim.figure, part.figure, meant[0].figure):
        tie = share_of(claim.figure, part.figure, meant[0].figure, explicit=True)
        if tie:
            yield tie


def _leads_back(sentence: Sentence, part: Seat, claim: Seat, language: str) -> bool:
    behind = sentence.after(claim)
    closed = cue(language, "closed").within(behind) or cue(language, "of_total").within(behind)
    return closed or cue(language, "of_total").within(sentence.after(part))


def _earlier(sentence: Sentence) -> Iterator[Sentence]:
    """The sentences before in the paragraph, the nearest first."""
    home = sentence.before
    for _ in range(_BACK):
        if home is None:
            return
        yield home
        home = home.before


def _may_hold(whole: Seat, part: Seat) -> bool:
    return same_unit(whole.figure, part.figure) and (whole.figure.value or 0) > (part.figure.value or 0)


def _is_meant(home: Sentence, whole: Seat, sentence: Sentence, part: Seat, claim: Seat, language: str) -> bool:
    """The total is the first number of its sentence, and the words at the part name what it counts."""
    first = next((s for s in home.seats if is_amount(s)), None)
    if first is not whole or clashes(part.figure, whole.figure):
        return False
    said = sentence.between(part, claim) + sentence.after(claim, 30)
    named = content(said) & content(home.after(whole, 40))
    return bool(named) or (home is sentence.before and cue(language, "of_the_total").within(said))


def clashes(part: Figure, whole: Figure) -> bool:
    """Whether two numbers are of other times: a part of what was counted in another year is none."""
    return bool(part.period and whole.period and part.period != whole.period)


def _is_slip(claim: Figure, part: Figure, whole: Figure) -> bool:
    result = (part.value or Fraction(0)) / (whole.value or Fraction(1))
    stated = (claim.value or Fraction(0)) / (100 if claim.unit == "percent" else 1)
    return stated / _SLIP <= result <= stated * _SLIP
