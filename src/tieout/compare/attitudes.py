"""Attitudes: who is for an institution and who against it, in the polls of two sources, are at most everybody.

95 percent with a bad opinion of a parliament leave room for 4 percent who approve of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from tieout.compare.comparison import Comparison
from tieout.compare.fit import fit
from tieout.compare.originals import Origins
from tieout.compare.point import Point
from tieout.compare.words import stems
from tieout.sources.stems import words_of
from tieout.sources.terms import terms_in
from tieout.ties.interval import point
from tieout.ties.plain import words
from tieout.ties.stated import HARD

_MOST = 20
"""Shares for, and shares against, that are held against each other for one institution."""
_YEARS = 1
"""Polls further apart than this are of other times."""


def attitudes(found: Iterable[tuple[Point, str]], origins: Origins) -> Iterator[Comparison]:
    """Shares for and against one institution. Each point comes with its sentence."""
    sides: dict[tuple[str, str], tuple[list[Point], list[Point]]] = defaultdict(lambda: ([], []))
    for one, sentence in found:
        if one.family != "share":
            continue
        measure = {word.stem for word in words_of(one.figure.measure or "")}
        approves, opposes = bool(measure & stems("approving")), bool(measure & stems("opposing"))
        bodies = {t.term.id for t in terms_in(list(words_of(sentence))) if t.term.family == "body"}
        if approves != opposes and len(bodies) == 1:
            sides[bodies.pop(), one.place][approves].append(one)
    for (body, _), (against, in_favour) in sides.items():
        for one in in_favour[:_MOST]:
            for other in against[:_MOST]:
                if one.order != other.order and _near(one, other) and _room(one, other):
                    line = f"{words(one.figure)} for and {words(other.figure)} against are at most 100 percent"
                    yield fit("total", (one, other), line, origins, topic=body)


def _near(one: Point, other: Point) -> bool:
    return not (one.days and other.days) or abs(one.days[1].year - other.days[1].year) <= _YEARS


def _room(one: Point, other: Point) -> bool:
    a, b = HARD.percent(one.figure), HARD.percent(other.figure)
    return a is not None and b is not None and (a + b).meets(point(100).at_most())
