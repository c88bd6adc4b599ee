"""Two distant passages joined into one claim: what follows `particularly` or `of whom` is said of something else."""

from __future__ import annotations

from collections.abc import Iterator

from tieout.evidence.mention import Mention
from tieout.sources.claims.amount import same_amount
from tieout.sources.claims.claim import Difference
from tieout.sources.claims.evidence import Evidence, distant
from tieout.sources.claims.line import Line
from tieout.sources.claims.wording import spots


def compare(evidence: Evidence) -> Iterator[Difference]:
    """A joining word between numbers that stand far apart in the source."""
    claim = evidence.claim
    for start, end in spots(claim, "joining"):
        before = [m for m in claim.mentions if m.end <= start]
        behind = [m for m in claim.mentions if m.start >= end]
        if not before or not behind:
            continue
        whole, part = before[-1], behind[0]
        here = [n for n, line in _numbered(evidence) if _has(line, whole)]
        there = [(n, line) for n, line in _numbered(evidence) if _has(line, part)]
        if (
            here
            and there
            and not set(here) & {n for n, _ in there}
            and all(abs(n - h) > 1 for n, _ in there for h in here)
        ):
            yield Difference("differs", "passages_joined", claim.place(start, part.end), there[0][1].whole)
            return


def _numbered(evidence: Evidence) -> list[tuple[int, Line]]:
    """The sentences of the evidence with their numbers in the library; neighbours count as the best sentence."""
    near = [(evidence.number, line) for line in (evidence.line, *evidence.near)]
    return near + [(n, line) for n, line in evidence.extra if distant(evidence, n)]


def _has(line: Line, mention: Mention) -> bool:
    return any(same_amount(mention, m) for m in line.mentions)
