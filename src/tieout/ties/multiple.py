"""Multiple ties: `doubled`, `almost tripled`, `2.8 times` against the two numbers they compare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from tieout.evidence.figure import Figure
from tieout.ties.against import against
from tieout.ties.alike import clash, same_unit
from tieout.ties.cues import cue
from tieout.ties.interval import Interval
from tieout.ties.judge import judge
from tieout.ties.pairs import Pair, by_time, is_level, pairs, told_together
from tieout.ties.plain import bare, number, words
from tieout.ties.scene import Scene, Seat, Sentence
from tieout.ties.stated import Look
from tieout.ties.tie import Tie

_RESTATED = 40
"""Characters from the end of a rise to the multiple that says it once more."""
_TO = (" to", " a", " hasta")


def propose(scene: Scene) -> Iterator[Tie]:
    """A tie for each multiple whose two numbers stand in its sentence."""
    for sentence in scene.sentences:
        folds = [_more(sentence, s, scene.language) for s in sentence.seats if _is_multiple(s.figure)]
        for fold in folds:
            if fold.figure.kind != "change":
                yield from _beside(sentence, fold, scene.language)
            told = against(sentence, fold, scene.language)
            if told is not None:
                yield from [tie for tie in [_tie(fold.figure, told, explicit=True)] if tie]
                continue
            near = pairs(sentence, scene.language) or by_time(sentence, scene.language)
            around = _around(sentence, fold)
            found = [around] if around else near
            explicit = len(found) == 1 and len(folds) == 1
            explicit = explicit and (fold.figure.kind == "change" or _restates(sentence, fold, found[0]))
            explicit = explicit and told_together(sentence, fold, found[0], scene.language)
            ties = (_tie(fold.figure, pair, explicit=explicit) for pair in found)
            yield from [tie for tie in ties if tie][:1]


def _is_multiple(figure: Figure) -> bool:
    return figure.unit in ("fold", "times") and figure.value is not None


def _restates(sentence: Sentence, fold: Seat, pair: Pair) -> bool:
    """`from 11 in March to 26 in April, more than double.`: the multiple says once more what became of the number."""
    last = max(pair.base.end, pair.end.end)
    gap = sentence.line[last : fold.start]
    ends = sentence.after(fold, 1) in ("", ".", ",", ";", ":", ")")
    return pair.moved and ends and len(gap) < _RESTATED and gap.endswith(", ") and gap.count(",") == 1


def _more(sentence: Sentence, fold: Seat, language: str) -> Seat:
    """`más que se triplicaron`: the words that make it a bound may stand apart from the multiple."""
    apart = fold.figure.bound == "exact" and cue(language, "more_than").within(sentence.ahead(fold, 20))
    return replace(fold, figure=replace(fold.figure, bound="more_than")) if apart else fold


def _beside(sentence: Sentence, fold: Seat, language: str) -> Iterator[Tie]:
    """`12.3 per 100,000, more than double the national rate of 8.1`: the first level is a multiple of the last."""
    after = sentence.following(fold)
    before = [s for s in sentence.seats if s.end <= fold.start]
    if after is None or not before or not is_level(before[-1]) or not is_level(after):
        return
    if not same_unit(before[-1].figure, after.figure):
        return
    apposed = sentence.between(before[-1], fold).strip() in (",", "–", "—", "(", ", or", ", o")
    named = cue(language, "the_other").within(sentence.between(fold, after))
    pair = Pair(after, before[-1], True)
    tie = _tie(fold.figure, pair, explicit=True) if apposed and named else None
    if tie:
        yield tie


def _around(sentence: Sentence, fold: Seat) -> Pair | None:
    """`3 percent in 2019, almost doubled to 5.5 percent`: the level before the word and the one it leads to."""
    after = sentence.following(fold)
    before = [s for s in sentence.seats if s.end <= fold.start and is_level(s)]
    if after is None or not before or not is_level(after) or not same_unit(before[-1].figure, after.figure):
        return None
    gap = sentence.between(fold, after)
    led = gap.rstrip().endswith(_TO) or (gap.strip() in ("", ",") and _led_to(after) is not after)
    if not led or len(gap) > 40:
        return None
    return Pair(before[-1], _led_to(after), True)


def _led_to(seat: Seat) -> Seat:
    """`se duplicó, hasta 12,044`: after a word of change `hasta` leads to the number and is no limit."""
    figure = seat.figure
    leads = figure.bound == "at_most" and figure.text.lower().startswith("hasta ")
    return replace(seat, figure=replace(figure, bound="exact")) if leads else seat


def _tie(fold: Figure, pair: Pair, *, explicit: bool) -> Tie | None:
    base, end = pair.base.figure, pair.end.figure
    if fold.direction == "decrease":
        base, end = end, base

    def relation(look: Look) -> tuple[Interval | None, Interval | None]:
        low, high = look.rounded(base), look.rounded(end)
        return look.plain(fold), None if low is None or high is None else high / low

    ratio = number((end.value or Fraction(0)) / base.value, 2) if base.value else "nothing"
    return judge(
        "multiple", (fold, base, end), relation,
        stated=f"{words(fold)}, {words(base)} to {words(end)}",
        computed=f"{bare(end)} / {bare(base)} = {ratio}",
        explicit=explicit, reason=None if pair.moved else clash((base, end), "place", "authority", "unit"),
    )  # fmt: skip
