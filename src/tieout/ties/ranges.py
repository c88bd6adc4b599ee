"""Range ties: a range whose low end is printed after its high end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tieout.ties.cues import cue
from tieout.ties.judge import tie_of
from tieout.ties.pairs import is_level
from tieout.ties.plain import bare, number, words
from tieout.ties.scene import Scene
from tieout.ties.tie import Tie


def propose(scene: Scene) -> Iterator[Tie]:
    """A broken tie for each range the wrong way round; a range in order is no tie worth showing."""
    yield from _in_two(scene)
    yield from _joined(scene)
    for sentence, seat in scene.seats():
        figure = seat.figure
        if figure.value is None or figure.high is None or figure.high >= figure.value:
            continue
        if cue(scene.language, "own_size").within(sentence.after(seat)):
            continue
        yield tie_of(
            "range", "breaks", (figure,),
            stated=f"a range of {words(figure)}", computed=f"{number(figure.value)} > {number(figure.high)}",
        )  # fmt: skip


def _joined(scene: Scene) -> Iterator[Tie]:
    """`had 170 to 56 members`, `tenía 106-40 combatientes`: two bare numbers joined, after words of having or counting.

    Without such words the one may have become the other (`from 14 to 8`), or be a score or a vote.
    """
    for sentence in scene.sentences:
        for low, high in pairwise(sentence.seats):
            one, other = low.figure, high.figure
            plain = is_level(low) and is_level(high) and one.bound == other.bound == "exact"
            if not plain or one.unit != other.unit or (other.value or 0) <= 1 or (one.value or 0) <= (other.value or 0):
                continue
            joined = cue(scene.language, "range_joint").all_of(sentence.between(low, high))
            had = cue(scene.language, "holding").within(sentence.ahead(low))
            if joined and had and not cue(scene.language, "no_range").within(sentence.after(high)):
                yield tie_of(
                    "range", "breaks", (one, other),
                    stated=f"a range from {words(one)} to {words(other)}", computed=f"{bare(one)} > {bare(other)}",
                )  # fmt: skip


def _in_two(scene: Scene) -> Iterator[Tie]:
    """`ranges from 2,000 to 500 soles`: the two ends are two figures, the first often without its unit."""
    for sentence in scene.sentences:
        for low, high in pairwise(sentence.seats):
            if not (is_level(low) and is_level(high)) or low.figure.unit not in ("count", high.figure.unit):
                continue
            words_before, gap = sentence.ahead(low), sentence.between(low, high)
            if not cue(scene.language, "ranging").within(words_before) or len(gap) > 40:
                continue
            one, other = low.figure, high.figure
            between = cue(scene.language, "to").within(gap) or cue(scene.language, "and").within(gap)
            if between and (one.value or 0) > (other.value or 0):
                yield tie_of(
                    "range", "breaks", (one, other),
                    stated=f"a range from {words(one)} to {words(other)}", computed=f"{bare(one)} > {bare(other)}",
                )  # fmt: skip
