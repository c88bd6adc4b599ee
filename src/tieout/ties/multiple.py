"""Multiple ties: `doubled`, `almost tripled`, `2.8 times` against the two numbers they compare."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from tieout.evidence.figure import Figure
from tieout.ties.alike import clash, same_unit
from tieout.ties.interval import Interval
from tieout.ties.judge import judge
from tieout.ties.pairs import Pair, is_level, pairs, told_together
from tieout.ties.plain import bare, number, words
from tieout.ties.scene import Scene, Seat, Sentence
from tieout.ties.stated import Look
from tieout.ties.tie import Tie

_TO = (" to", " a", " hasta")


def propose(scene: Scene) -> Iterator[Tie]:
    """A tie for each multiple whose two numbers stand in its sentence."""
    for sentence in scene.sentences:
        folds = [s for s in sentence.seats if s.figure.unit == "fold" and s.figure.value is not None]
        for fold in folds:
            near = pairs(sentence, scene.language)
            around = _around(sentence, fold)
            found = [around] if around else near
            explicit = len(found) == 1 and len(folds) == 1 and fold.figure.kind == "change"
            explicit = explicit and told_together(sentence, fold, found[0], scene.language)
            ties = (_tie(fold.figure, pair, explicit=explicit) for pair in found)
            yield from [tie for tie in ties if tie][:1]


def _around(sentence: Sentence, fold: Seat) -> Pair | None:
    """`3 percent in 2019, almost doubled to 5.5 percent`: the level before the word and the one it leads to."""
    after = sentence.following(fold)
    before = [s for s in sentence.seats if s.end <= fold.start and is_level(s)]
    if after is None or not before or not is_level(after) or not same_unit(before[-1].figure, after.figure):
        return None
    if not sentence.between(fold, after).rstrip().endswith(_TO) or len(sentence.between(fold, after)) > 40:
        return None
    return Pair(before[-1], after, True)


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
