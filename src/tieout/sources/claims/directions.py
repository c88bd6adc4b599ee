"""Directions: an increase in the passage that is a decrease in the claim."""

from __future__ import annotations

from collections.abc import Iterator

from tieout.evidence.concept import named
from tieout.evidence.mention import Mention
from tieout.sources.claims.claim import Difference
from tieout.sources.claims.evidence import Evidence
from tieout.sources.claims.line import Line
from tieout.sources.claims.wording import spots


def compare(evidence: Evidence) -> Iterator[Difference]:
    """A change whose number the passage has with the other direction; without numbers, the words of change."""
    claim = evidence.claim
    for pair in evidence.pairs:
        found = pair.found
        if found is None or pair.line is None or not _opposite(pair.mention, found):
            continue
        others = [m for line in evidence.lines for m in line.mentions if m.direction == pair.mention.direction]
        if any(m.value == pair.mention.value for m in others):
            continue
        at = claim.place(pair.mention.start, pair.mention.end)
        yield Difference("differs", "direction_differs", at, pair.line.place(found.start, found.end))
        return
    mine, theirs = changes(claim), changes(evidence.line)
    alone = len({d for d, _, _ in mine}) == len({d for d, _, _ in theirs}) == 1
    for direction, start, end in mine:
        if evidence.is_quoted(start) or any(
            _in_one_seat(evidence, (start, end), t[1:]) for t in theirs if t[0] == direction
        ):
            continue
        for other, low, high in theirs:
            seat = claim.beside(start, end) & evidence.line.beside(low, high)
            if direction != other and (alone or len(seat) >= _SAME_SEAT):
                yield Difference(
                    "differs", "direction_differs", claim.place(start, end), evidence.line.place(low, high)
                )
                return


_SAME_SEAT = 2
"""Words beside two words of change that must be alike for them to stand in one place of their sentences."""


def _in_one_seat(evidence: Evidence, mine: tuple[int, int], theirs: tuple[int, int]) -> bool:
    return len(evidence.claim.beside(*mine) & evidence.line.beside(*theirs)) >= _SAME_SEAT


def _opposite(one: Mention, other: Mention) -> bool:
    return one.direction is not None and other.direction is not None and one.direction != other.direction


def changes(line: Line) -> list[tuple[str, int, int]]:
    """The words of change of a line: direction, start and end."""
    low = line.passage.text.lower()
    if len(low) != len(line.passage.text):
        return []
    told = [
        (name, *found.span())
        for name, p in named(line.language, "change")
        for found in p.finditer(low, line.start, line.end)
    ]
    none = spots(line, "no_change")
    return sorted((t for t in told if not any(a <= t[1] < b for a, b in none)), key=lambda spot: spot[1])
