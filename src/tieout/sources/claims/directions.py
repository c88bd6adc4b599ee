"""Directions: an increase in the passage that is a decrease in the claim."""

from __future__ import annotations

from collections.abc import Iterator

from tieout.evidence.concept import named
from tieout.evidence.mention import Mention
from tieout.sources.claims.claim import Difference
from tieout.sources.claims.evidence import Evidence
from tieout.sources.claims.line import Line


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
    if len(mine) == len(theirs) == 1 and mine.keys() != theirs.keys():
        at, source = claim.place(*next(iter(mine.values()))), evidence.line.place(*next(iter(theirs.values())))
        yield Difference("differs", "direction_differs", at, source)


def _opposite(one: Mention, other: Mention) -> bool:
    return one.direction is not None and other.direction is not None and one.direction != other.direction


def changes(line: Line) -> dict[str, tuple[int, int]]:
    """The directions that the words of a line tell, each with its first word."""
    low = line.passage.text.lower()
    if len(low) != len(line.passage.text):
        return {}
    spots = {name: found.span() for name, p in named(line.language, "change") if (found := p.search(low, line.start, line.end))}
    return spots
