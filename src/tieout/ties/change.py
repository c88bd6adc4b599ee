"""Change ties: a stated change against its base and its end (`from 469 to 562, an increase of 20 percent`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from tieout.evidence.figure import Figure
from tieout.ties.against import against, compared_back
from tieout.ties.alike import carried, clash, same_unit
from tieout.ties.cues import cue
from tieout.ties.interval import Interval, percent_change
from tieout.ties.judge import judge, tie_of
from tieout.ties.pairs import Pair, by_time, is_level, pairs, told_together
from tieout.ties.plain import bare, number, words
from tieout.ties.scene import Scene, Seat, Sentence
from tieout.ties.stated import Look, in_full
from tieout.ties.tie import Tie

_UNITS = frozenset({"percent", "percentage_point", "share"})
_IN_POINTS = frozenset({"percent", "per_100k", "per_1000", "score"})
"""Units of levels whose difference is told in points."""


def propose(scene: Scene) -> Iterator[Tie]:
    """A tie for each change whose base and end stand in its sentence or the one before; open when there is no base."""
    for sentence in scene.sentences:
        here = pairs(sentence, scene.language)
        changes = [s for s in sentence.seats if _is_change(s.figure)] or _restating(sentence, here, scene.language)
        if not changes:
            continue
        here = here or by_time(sentence, scene.language) or _then(sentence, changes[0], scene.language)
        near = here or (pairs(sentence.before, scene.language) if sentence.before else [])
        for change in changes:
            base_told = against(sentence, change, scene.language) or compared_back(sentence, change, scene.language)
            if base_told and not _yearly(sentence, change, base_told, scene.language):
                yield from _ties(sentence, change, [base_told], explicit=True, said=True)
                continue
            alone = len(changes) == 1 and len(here) == 1
            said = alone and told_together(sentence, change, here[0], scene.language)
            said = said and not _yearly(sentence, change, here[0], scene.language)
            yield from _ties(sentence, change, near, explicit=said)


def _yearly(sentence: Sentence, change: Seat, pair: Pair, language: str) -> bool:
    """`from 44.4 to 41.9, that is 0.24 points a year`: a pace, not the whole change."""
    last = max(pair.base.end, pair.end.end)
    gap = sentence.line[last : change.start] if last <= change.start else ""
    told = (gap, change.figure.text, sentence.after(change, 25))
    return any(cue(language, "yearly").within(words_there) for words_there in told)


def _then(sentence: Sentence, change: Seat, language: str) -> list[Pair]:
    """`469 were counted in 2018. In 2020 the number was 562, 20 percent more`: the base ends the sentence before."""
    earlier = [s for s in sentence.before.seats if is_level(s)] if sentence.before else []
    here = [s for s in sentence.seats if is_level(s)]
    if len(earlier) != 1 or len(here) != 1 or here[0].start > change.start or sentence.following(here[0]) is not change:
        return []
    same = cue(language, "the_number").within(sentence.line[sentence.start : here[0].start])
    close = cue(language, "comma").all_of(sentence.between(here[0], change))
    told = same and close and same_unit(earlier[0].figure, here[0].figure)
    return [Pair(earlier[0], here[0], False)] if told else []


def _is_change(figure: Figure) -> bool:
    """A change, or a difference in percent that may be one (`55 percent more`)."""
    difference = figure.kind == "other" and figure.unit in ("percent", "percentage_point")
    return (figure.kind == "change" or difference) and figure.value is not None


def _restating(sentence: Sentence, here: list[Pair], language: str) -> list[Seat]:
    """`rose from 94 to 141, that is, 50 percent`: the percentage says the change once more, whatever it is called."""
    if len(here) != 1 or not here[0].moved:
        return []
    first, last = sorted((here[0].base, here[0].end), key=lambda seat: seat.start)
    told = sentence.following(last)
    lead = sentence.line[sentence.start : first.start]
    up, down = cue(language, "rise").within(lead), cue(language, "fall").within(lead)
    if told is None or told.figure.unit != "percent" or told.figure.kind != "share" or up == down:
        return []
    said = cue(language, "put_otherwise").all_of(sentence.between(last, told))
    if not said or not cue(language, "closed").within(sentence.after(told)):
        return []
    return [replace(told, figure=replace(told.figure, kind="change", direction="increase" if up else "decrease"))]


def _ties(sentence: Sentence, change: Seat, near: list[Pair], *, explicit: bool, said: bool = False) -> Iterator[Tie]:
    """`said`: the words lead from the change to its base, so that its own period says nothing against it."""
    in_number = said and bool(near) and change.figure.unit == near[0].base.figure.unit
    if change.figure.unit not in _UNITS and not in_number:
        return
    found = [tie for pair in near if (tie := _tie(change.figure, pair, explicit=explicit, said=said))]
    yield from found[:1]
    if not near and change.figure.unit == "percent" and change.figure.direction is not None:
        yield from _without_base(sentence, change)


def _tie(change: Figure, pair: Pair, *, explicit: bool, said: bool = False) -> Tie | None:
    base, end = pair.base.figure, pair.end.figure
    points = change.unit == "percentage_point" or change.unit not in _UNITS
    if change.unit == "percentage_point" and base.unit not in _IN_POINTS:
        return None
    sign = _sign(change, base, end)

    def relation(look: Look) -> tuple[Interval | None, Interval | None]:
        return compared(look.percent(change), look.rounded(base), look.rounded(end))

    def printed(look: Look) -> tuple[Interval | None, Interval | None]:
        return compared(look.percent(change), look.plain(base), look.plain(end))

    def compared(
        stated: Interval | None, low: Interval | None, high: Interval | None
    ) -> tuple[Interval | None, Interval | None]:
        if stated is None or low is None or high is None:
            return None, None
        return stated.scaled(sign), high - low if points else percent_change(low, high)

    return judge(
        "change", (change, base, end), relation,
        stated=f"{words(change)} from {words(base)} to {words(end)}",
        computed=difference(base, end) if change.unit not in _UNITS else arithmetic(base, end, points=points),
        explicit=explicit and (said or _same_story(change, base, end)),
        reason=None if pair.moved else clash((base, end), "place", "authority", "unit"),
        printed=printed if in_full(base, end) else None,
    )  # fmt: skip


def _sign(change: Figure, base: Figure, end: Figure) -> int:
    """-1 for a decrease; a difference without a direction takes that of its numbers."""
    if change.direction is None:
        return -1 if (end.value or 0) < (base.value or 0) else 1
    return -1 if change.direction == "decrease" else 1


def arithmetic(base: Figure, end: Figure, *, points: bool = False) -> str:
    """The change from base to end in one line."""
    low, high = base.value or Fraction(0), end.value or Fraction(0)
    if points:
        return f"{bare(end)} − {bare(base)} = {number(high - low, 2)} percentage points"
    result = number((high - low) / low * 100) if low else "nothing"
    return f"({bare(end)} − {bare(base)}) / {bare(base)} = {result} percent"


def difference(base: Figure, end: Figure) -> str:
    """The change from base to end in numbers, in one line."""
    return f"{bare(end)} − {bare(base)} = {number((end.value or Fraction(0)) - (base.value or Fraction(0)), 2)}"


def _same_story(change: Figure, base: Figure, end: Figure) -> bool:
    """False when the change states periods of its own that are not those of base and end (where these have two)."""
    if base.period == end.period or carried(change):
        return True
    wrong_end = change.period and end.period and change.period not in (end.period, base.period)
    wrong_base = change.base_period and base.period and change.base_period != base.period
    return not (wrong_end or wrong_base)


def _without_base(sentence: Sentence, change: Seat) -> Iterator[Tie]:
    """A change beside the one level that it led to, where no base is printed: open, with the base that it implies."""
    ends = [s for s in sentence.seats if is_level(s) and s.figure.unit != "years" and s.figure.kind != "threshold"]
    if len(ends) != 1 or (abs(ends[0].start - change.end) > 90 and abs(change.start - ends[0].end) > 90):
        return
    if "/" in (ends[0].figure.period or ""):  # a percentage for a stretch of years is another change
        return
    end, sign = ends[0].figure, -1 if change.figure.direction == "decrease" else 1
    factor = 1 + sign * (change.figure.value or Fraction(0)) / 100
    if factor <= 0 or end.value is None:
        return
    yield tie_of(
        "change", "open", (change.figure, end), reason="no_base",
        stated=f"{words(change.figure)} to {words(end)}",
        computed=f"no base is printed; {bare(end)} / {number(factor, 3)} implies about {number(end.value / factor)}",
    )  # fmt: skip
