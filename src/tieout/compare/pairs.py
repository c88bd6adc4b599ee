"""Pairs: figures of one topic, place and family of units, each held against its neighbours in other documents.

Points are put into blocks and sorted by time there; every point meets a fixed number of neighbours, so that the work
grows with the number of figures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from tieout.compare.point import Point
from tieout.compare.publication import Publications
from tieout.compare.relate import Pair, related

_WIDE = 8
"""Neighbours in a block that a figure is held against."""
_GENERAL = 400
"""Figures with one word in common: more than this share a word that says nothing."""


def pairs(found: Sequence[Point], known: Publications) -> list[Pair]:
    """Every two points of a block that stand near each other in it and relate, in text order."""
    seen: dict[tuple[int, int], Pair | None] = {}
    at = {id(point): number for number, point in enumerate(found)}
    for block in _blocks(found):
        for index, one in enumerate(block):
            for other in _ahead(block, index):
                low, high = sorted((at[id(one)], at[id(other)]))
                if (low, high) not in seen:
                    first, second = found[low], found[high]
                    what = related(first, second, (known[first.figure.doc], known[second.figure.doc]))
                    seen[low, high] = (first, second, what) if what is not None else None
    return settled([pair for _, pair in sorted(seen.items(), key=lambda item: item[0]) if pair is not None])


def settled(found: Sequence[Pair]) -> list[Pair]:
    """Without the pairs of a figure with others of a document that gives its very number: there the two agree, and
    what else that document says is another matter."""
    agreed = {(id(p), q.order) for one, other, what in found if what.alike for p, q in ((one, other), (other, one))}
    return [
        (one, other, what)
        for one, other, what in found
        if what.alike or not ((id(one), other.order) in agreed or (id(other), one.order) in agreed)
    ]


def _blocks(found: Sequence[Point]) -> Iterator[list[Point]]:
    """Points that may relate: by concept, and where no word names one by the words that narrow it."""
    blocks: dict[tuple[str, ...], list[Point]] = defaultdict(list)
    for point in found:
        if not point.level:
            continue
        where = (point.place, point.family)
        if point.topic.concept is not None:
            blocks[(*where, "concept", point.topic.concept)].append(point)
        if not point.topic.certain:
            for scope in point.topic.scopes:
                blocks[(*where, "scope", scope)].append(point)
    for key, block in blocks.items():
        several = len({point.order for point in block}) > 1
        if several and (key[2] == "concept" or len(block) <= _GENERAL):
            yield sorted(block, key=_in_block)


def _in_block(point: Point) -> tuple[date, date, float, int, int]:
    first, last = point.days or (date.max, date.max)
    return last, first, float(point.figure.value or 0), point.order, point.figure.start


def _ahead(block: Sequence[Point], at: int) -> Iterator[Point]:
    """The next points of other documents."""
    left = _WIDE
    for other in block[at + 1 : at + 1 + 3 * _WIDE]:
        if other.order != block[at].order:
            yield other
            left -= 1
            if not left:
                return
