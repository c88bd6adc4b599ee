"""Bounds: `at least 55` that became `55`, or `at most`."""

from __future__ import annotations

from collections.abc import Iterator

from tieout.evidence.mention import Mention
from tieout.sources.claims.amount import printed_alike, same_amount
from tieout.sources.claims.claim import Difference
from tieout.sources.claims.evidence import Evidence, Pair
from tieout.sources.claims.wording import spots

_UP, _DOWN = ("more_than", "at_least"), ("less_than", "at_most")


def compare(evidence: Evidence) -> Iterator[Difference]:
    """Numbers whose bound was lost or turned round."""
    claim = evidence.claim
    for pair in evidence.pairs:
        if pair.found is None or pair.line is None or not _one(pair.mention, pair.found):
            continue
        if _alike(pair.mention, pair.found):
            continue
        at, source = (
            claim.place(pair.mention.start, pair.mention.end),
            pair.line.place(pair.found.start, pair.found.end),
        )
        if _turned(pair.mention, pair.found):
            yield Difference("differs", "bound_differs", at, source)
        elif pair.mention.bound == "exact" and pair.found.bound != "exact" and not _said_elsewhere(evidence, pair):
            yield Difference("widened", "bound_dropped", at, source)


def _one(claim: Mention, found: Mention) -> bool:
    return same_amount(claim, found) or printed_alike(claim, found)


def _alike(claim: Mention, found: Mention) -> bool:
    return found.bound == "exact" or (claim.bound == found.bound) or (claim.bound in _UP and found.bound in _UP) or (
        claim.bound in _DOWN and found.bound in _DOWN
    )  # fmt: skip


def _turned(claim: Mention, found: Mention) -> bool:
    below = found.bound in _DOWN or (found.bound == "about" and found.side == "below")
    return (claim.bound in _UP and below) or (claim.bound in _DOWN and found.bound in _UP)


def _said_elsewhere(evidence: Evidence, pair: Pair) -> bool:
    """Whether the claim says by words before the number that it is an estimate, or rounds it."""
    claim, mention, found = evidence.claim, pair.mention, pair.found
    near = max([claim.start, mention.start - _NEAR, *(m.end for m in claim.mentions if m.end <= mention.start)])
    said = [
        start for group in ("doubt", "estimate") for start, _ in spots(claim, group) if near <= start < mention.start
    ]
    return (bool(said) and found is not None and found.bound == "about") or (
        found is not None and mention.value != found.value
    )


_NEAR = 60
"""Characters before a number in which another word may say that it is an estimate."""
