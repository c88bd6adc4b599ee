"""The right number in another unit: months for years, percent for percentage points, a year for one time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from tieout.evidence.mention import Mention
from tieout.sources.claims.amount import common, loose
from tieout.sources.claims.claim import Difference, Reason
from tieout.sources.claims.evidence import Evidence

_PERCENTAGES = frozenset({"percent", "percentage_point"})


def compare(evidence: Evidence) -> Iterator[Difference]:
    """Numbers whose value the passage has, though in no unit of that kind."""
    claim = evidence.claim
    for pair in evidence.pairs:
        mention = pair.mention
        if pair.found is not None:
            continue
        other = _other_unit(evidence, mention)
        at = claim.place(mention.start, mention.end)
        if other is not None:
            yield Difference("differs", _reason(mention, other), at, evidence.line.place(other.start, other.end))
        elif mention.unit == "percent" and mention.kind == "change" and _points(evidence, mention):
            yield Difference("differs", "percent_or_points", at)


def _other_unit(evidence: Evidence, mention: Mention) -> Mention | None:
    """The number of the best sentence with the same value in another unit."""
    if _in_points(evidence, mention):
        return None
    for _, other in evidence.free():
        if mention.value == other.value and mention.unit != other.unit and not loose(mention, other):
            return other
    return None


def _in_points(evidence: Evidence, mention: Mention) -> bool:
    """`3.9 percentage points` for a printed `3.9 percent` that is the difference of two percentages."""
    return mention.unit == "percentage_point" and _points(evidence, mention)


def _points(evidence: Evidence, mention: Mention) -> bool:
    """Whether a number is the difference of two percentages of the passage."""
    numbers = (common(m) for line in (evidence.line, *evidence.near) for m in line.mentions)
    shares = [value for value, unit in numbers if unit == "percent" and value is not None]
    return any(abs(a - b) == mention.value for a, b in combinations(shares, 2))


def _reason(one: Mention, other: Mention) -> Reason:
    return "percent_or_points" if {one.unit, other.unit} == _PERCENTAGES else "unit_differs"
