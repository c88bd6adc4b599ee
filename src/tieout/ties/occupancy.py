"""Occupancy ties: people held against the places there are (`1,250 in a prison built for 500, an occupancy of 250
percent`), as a percentage, a percentage above the places, or a multiple of them.

The field uses `overcrowding of 40 percent` for 140 held in 100 places and `overcrowding of 140 percent` for the same: a
number that fits either reading holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from tieout.evidence.figure import Figure
from tieout.ties.alike import same_unit
from tieout.ties.cues import cue
from tieout.ties.interval import Interval, point, share
from tieout.ties.judge import Relation, judge
from tieout.ties.plain import bare, number, words
from tieout.ties.scene import Scene, Seat, Sentence
from tieout.ties.share import is_amount
from tieout.ties.stated import HARD, Look
from tieout.ties.tie import Tie

_SLIP = 4
"""An occupancy further than this factor from what people and places give is one of other numbers."""
_PLACES = 60
"""Characters before a number within which it is called the places there are."""


def propose(scene: Scene) -> Iterator[Tie]:
    """A tie for each occupancy whose people and places stand in its sentence, or one of them in the one before."""
    for sentence in scene.sentences:
        for claim in sentence.seats:
            if _is_occupancy(sentence, claim, scene.language):
                yield from _ties(sentence, claim, scene.language)


def _is_occupancy(sentence: Sentence, claim: Seat, language: str) -> bool:
    """A percentage or a multiple that the words beside it call an occupancy."""
    figure = claim.figure
    if figure.unit not in ("percent", "fold", "times") or figure.value is None or figure.kind == "change":
        return False
    named = cue(language, "occupancy").within(sentence.ahead(claim, 50))
    return named or cue(language, "of_capacity").within(sentence.after(claim, 40))


def _ties(sentence: Sentence, claim: Seat, language: str) -> Iterator[Tie]:
    near = [s for s in sentence.seats if _counts(s) and s is not claim]
    homes = [(sentence, s) for s in near]
    if len(near) < 2 and sentence.before:
        homes = [(sentence.before, s) for s in sentence.before.seats if _counts(s)] + homes
    places = [s for home, s in homes if _are_places(home, s, language)]
    if len(places) != 1:
        return
    people = [s for _, s in homes if s is not places[0] and same_unit(s.figure, places[0].figure)]
    # With several numbers of people only one of them may be those held.
    tie = _tie(claim.figure, people, places[0].figure)
    if tie:
        yield tie


def _counts(seat: Seat) -> bool:
    return is_amount(seat) and seat.figure.unit == "count"


def _are_places(sentence: Sentence, seat: Seat, language: str) -> bool:
    before = sentence.ahead(seat, _PLACES)
    return cue(language, "places_for").within(before) or cue(language, "places_named").within(sentence.after(seat, 30))


def _tie(claim: Figure, people: list[Seat], places: Figure) -> Tie | None:
    for seat in people:
        for over in (False, True):
            if _meets(_relation(claim, seat.figure, places, over=over)):
                return _judged(claim, seat.figure, places, over=over, explicit=True)
    if len(people) != 1:
        return None
    held = people[0].figure
    ratio = (held.value or Fraction(0)) / (places.value or Fraction(1)) * (100 if claim.unit == "percent" else 1)
    if not (claim.value or Fraction(0)) / _SLIP <= ratio <= (claim.value or Fraction(0)) * _SLIP:
        return None
    return _judged(claim, held, places, over=_is_nearer_above(claim, held, places), explicit=True)


def _meets(relation: Relation) -> bool:
    stated, computed = relation(HARD)
    return stated is not None and computed is not None and stated.meets(computed)


def _is_nearer_above(claim: Figure, held: Figure, places: Figure) -> bool:
    """Whether a percentage that fits neither reading lies nearer to what is above the places."""
    whole = (held.value or Fraction(0)) / (places.value or Fraction(1)) * 100
    stated = claim.value or Fraction(0)
    return claim.unit == "percent" and abs(stated - (whole - 100)) < abs(stated - whole)


def _relation(claim: Figure, held: Figure, places: Figure, *, over: bool) -> Relation:
    def relation(look: Look) -> tuple[Interval | None, Interval | None]:
        people, room = look.rounded(held), look.rounded(places)
        if people is None or room is None:
            return None, None
        if claim.unit != "percent":
            return look.plain(claim), people / room
        whole = share(people, room)
        return look.percent(claim), whole - point(100) if over else whole

    return relation


def _judged(claim: Figure, held: Figure, places: Figure, *, over: bool, explicit: bool) -> Tie | None:
    ratio = (held.value or Fraction(0)) / (places.value or Fraction(1))
    if claim.unit != "percent":
        line = f"{bare(held)} / {bare(places)} = {number(ratio, 2)}"
    elif over:
        line = f"({bare(held)} − {bare(places)}) / {bare(places)} = {number((ratio - 1) * 100)} percent"
    else:
        line = f"{bare(held)} / {bare(places)} = {number(ratio * 100)} percent"
    return judge(
        "share" if claim.unit == "percent" else "multiple", (claim, held, places),
        _relation(claim, held, places, over=over),
        stated=f"{words(claim)}: {words(held)} held, room for {words(places)}", computed=line, explicit=explicit,
    )  # fmt: skip
