"""Finding ties: every kind looks over the scene; ties on the same members are one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tieout.evidence.figure import Figure
from tieout.evidence.passage import Passage
from tieout.reading.document import Document
from tieout.ties import (
    change,
    conversion,
    duration,
    items,
    mean,
    multiple,
    occupancy,
    order,
    pace,
    per_time,
    percent_of_count,
    ranges,
    rank,
    rate,
    running,
    same,
    share,
    share_back,
    table_total,
    total,
)
from tieout.ties.scene import Scene, scene_of
from tieout.ties.tie import Tie

KINDS: tuple[Callable[[Scene], Iterator[Tie]], ...] = (
    change.propose, multiple.propose, share.propose, share_back.propose, mean.propose, total.propose,
    table_total.propose, rate.propose, per_time.propose, conversion.propose, rank.propose, percent_of_count.propose,
    same.propose, ranges.propose, order.propose, pace.propose, occupancy.propose, running.propose, items.propose,
    duration.propose,
)  # fmt: skip
_SUREST = {"breaks": 0, "holds": 1, "open": 2}


def find_ties(document: Document, language: str, passages: Sequence[Passage], figures: Sequence[Figure]) -> list[Tie]:
    """All ties between the figures of one document, in text order of their first members."""
    return ties_in(scene_of(document, language, passages, figures))


def ties_in(scene: Scene) -> list[Tie]:
    """All ties of a scene, in text order of their first members."""
    found: dict[frozenset[tuple[int, int]], Tie] = {}
    for propose in KINDS:
        for tie in propose(scene):
            key = frozenset((m.start, m.end) for m in tie.members)
            known = found.get(key)
            if known is None or _SUREST[tie.verdict] < _SUREST[known.verdict]:
                found[key] = tie
    return sorted(found.values(), key=lambda tie: (tie.members[0].start, tie.kind, tie.id))
