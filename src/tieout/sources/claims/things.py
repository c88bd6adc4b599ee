"""The right number for another thing: arrests for convictions, municipalities for departments."""

from __future__ import annotations

from collections.abc import Iterator

from tieout.sources.claims.claim import Difference
from tieout.sources.claims.evidence import Evidence
from tieout.sources.claims.line import Line
from tieout.sources.claims.scope import counted
from tieout.sources.terms import Named

_BEFORE = 40
"""Characters before a number in which the thing it counts may stand (`convictions rose to 40`)."""
_COVERED = 0.5


def compare(evidence: Evidence) -> Iterator[Difference]:
    """A term of a closed family that the evidence lacks, where the passage has another of that family that the claim
    lacks: at a number, or in a sentence whose other words are the passage's."""
    claim, line = evidence.claim, evidence.line
    for pair in evidence.pairs:
        if pair.found is None or pair.line is not line:
            continue
        mine = _beside(claim, pair.mention.start, pair.mention.end)
        theirs = _beside(line, pair.found.start, pair.found.end)
        found = _exchanged(evidence, mine, theirs, _ids(theirs))
        if found:
            yield _difference(evidence, *found)
            return
    if evidence.coverage >= _COVERED:
        found = _exchanged(evidence, list(claim.terms), list(line.terms), evidence.term_ids)
        if found and _in_one_place(evidence, *found):
            yield _difference(evidence, *found)


def _beside(line: Line, start: int, end: int) -> list[Named]:
    """The terms that say what a number counts: those behind it up to the next number; of families
    that stand only before it, those."""
    low, high = counted(line, start, end)
    high = min([high, *(m.start for m in line.mentions if m.start >= end)])
    behind = [n for n in line.terms if end <= n.start < high]
    before = [n for n in line.terms if min(low, start - _BEFORE) <= n.start < start]
    free = [n for n in before if not _behind_a_mark(line, n.end, start)]
    said = {n.term.family for n in behind if n.term.closed}
    near = [n for n in free if n.term.family not in said]
    return behind + [n for n in near if not any(n.end <= m.start < start for m in line.mentions)]


def _behind_a_mark(line: Line, start: int, end: int) -> bool:
    return start < end and any(mark in line.passage.text[start:end] for mark in ",;:(")


def _exchanged(
    evidence: Evidence, mine: list[Named], theirs: list[Named], known: frozenset[str]
) -> tuple[Named, Named] | None:
    """A term of the claim and the one of its family that stands in its place."""
    for one in mine:
        if not one.term.closed or one.term.id in known or _overlaid(one, evidence, known):
            continue
        for other in theirs:
            if (
                other.term.family == one.term.family
                and other.term.id not in _ids(mine)
                and not _also(other, theirs, evidence)
            ):
                return one, other
    return None


def _ids(named: list[Named]) -> frozenset[str]:
    return frozenset(n.term.id for n in named)


def _overlaid(one: Named, evidence: Evidence, known: frozenset[str]) -> bool:
    """Whether the same words name another term that the evidence has (`police`, the body and the officer)."""
    return any(n.start == one.start and n.term.id in known for n in evidence.claim.terms)


def _also(other: Named, theirs: list[Named], evidence: Evidence) -> bool:
    """Whether the passage's words name another term too, one that the claim has."""
    return any(n.start == other.start and n.term.id in evidence.claim.term_ids for n in theirs)


def _in_one_place(evidence: Evidence, one: Named, other: Named) -> bool:
    """Whether the words beside the two terms are alike, so that one stands where the other does."""
    return bool(evidence.claim.beside(one.start, one.end) & evidence.line.beside(other.start, other.end))


def _difference(evidence: Evidence, one: Named, other: Named) -> Difference:
    at, source = evidence.claim.place(one.start, one.end), evidence.line.place(other.start, other.end)
    return Difference("differs", "thing_differs", at, source)
