"""The right number for another thing: arrests for convictions, municipalities for departments."""

from __future__ import annotations

from collections.abc import Iterator

from tieout.sources.claims.claim import Difference
from tieout.sources.claims.evidence import Evidence
from tieout.sources.claims.line import Line
from tieout.sources.claims.scope import counted
from tieout.sources.passages import stop_stems
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
        found = _exchanged(evidence, mine, theirs, line.term_ids)
        if found:
            yield _difference(evidence, *found)
            return
    if evidence.coverage >= _COVERED:
        found = _exchanged(evidence, list(claim.terms), list(line.terms), evidence.term_ids)
        if found and _in_one_place(evidence, *found):
            yield _difference(evidence, *found)


def _beside(line: Line, start: int, end: int) -> list[Named]:
    """The terms that say what a number counts."""
    low, high = counted(line, start, end)
    low = min(low, start - _BEFORE)
    return [n for n in line.terms if low <= n.start < high and not _behind_a_mark(line, n.end, start)]


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
                and other.term.id not in evidence.claim.term_ids
                and not _also(other, theirs, evidence)
            ):
                return one, other
    return None


def _overlaid(one: Named, evidence: Evidence, known: frozenset[str]) -> bool:
    """Whether the same words name another term that the evidence has (`police`, the body and the officer)."""
    return any(n.start == one.start and n.term.id in known for n in evidence.claim.terms)


def _also(other: Named, theirs: list[Named], evidence: Evidence) -> bool:
    """Whether the passage's words name another term too, one that the claim has."""
    return any(n.start == other.start and n.term.id in evidence.claim.term_ids for n in theirs)


def _in_one_place(evidence: Evidence, one: Named, other: Named) -> bool:
    """Whether the words beside the two terms are alike, so that one stands where the other does."""
    return bool(_neighbours(evidence.claim, one) & _neighbours(evidence.line, other))


def _neighbours(line: Line, named: Named) -> set[str]:
    """Roots and terms of the telling words right before and behind a term."""
    telling = [w for w in line.words if w.number or (len(w.stem) > 2 and w.stem not in stop_stems())]
    before = [w for w in telling if w.end <= named.start][-_BESIDE:]
    behind = [w for w in telling if w.start >= named.end][:_BESIDE]
    spans = [(w.start, w.end) for w in (*before, *behind)]
    terms = {f"={n.term.id}" for n in line.terms if any(n.start < b and a < n.end for a, b in spans)}
    return {w.root for w in (*before, *behind)} | terms


_BESIDE = 2
"""Words on each side of a term that say where in the sentence it stands."""


def _difference(evidence: Evidence, one: Named, other: Named) -> Difference:
    at, source = evidence.claim.place(one.start, one.end), evidence.line.place(other.start, other.end)
    return Difference("differs", "thing_differs", at, source)
