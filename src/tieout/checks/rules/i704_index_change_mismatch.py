"""A change of a score in an index is not the difference of the two scores stated with it.

Only a sentence with one change and two scores of the same aggregate or indicator is read, in a document that names the
index. Scores are printed rounded and a change is rounded once from the exact difference, so that one unit of the last
decimal is allowed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.checks.scored import Stated, prose
from tieout.evidence.figure import Figure
from tieout.ties.tie import Member

_UNITS = ("score", "count", "percentage_point")
"""What a bare difference of scores is read as."""


@rule(
    code="I704",
    name="index-change-mismatch",
    severity="error",
    summary="a change of a score that is not the difference of the two scores",
    clause="R35 Index scores reproduce",
    bad=(
        "On the Organized Crime Index the country's criminality score rose from 6.35 in 2021 to 6.40 in 2023, an "
        "increase of 0.30 points."
    ),
    good=(
        "On the Organized Crime Index the country's criminality score rose from 6.35 in 2021 to 6.40 in 2023, an "
        "increase of 0.05 points."
    ),
)
def check(case: Case) -> Iterator[Finding]:
    """Sentences with two scores of one node and another difference."""
    told = prose(case)
    if told is None:
        return
    sentences: dict[tuple[int, str], list[Stated]] = defaultdict(list)
    for stated in told[1]:
        sentences[stated.figure.sentence_start, stated.node].append(stated)
    for group in sentences.values():
        scores = [s.figure for s in group if s.figure.kind == "score"]
        changes = [s.figure for s in group if s.figure.kind == "change"]
        if len(scores) == 2 and len(changes) == 1:
            yield from _check(case, scores, changes[0])


def _check(case: Case, scores: list[Figure], change: Figure) -> Iterator[Finding]:
    exact = all(f.bound == "exact" and f.high is None and f.decimals for f in (*scores, change))
    if not exact or change.unit not in _UNITS or scores[0].decimals != scores[1].decimals:
        return
    first, second = (f.value or Fraction(0) for f in scores)
    decimals = scores[0].decimals
    apart = abs(abs(second - first) - (change.value or Fraction(0)))
    if apart <= Fraction(1, 10 ** min(decimals, change.decimals)):
        return
    from tieout.index.scale import shown

    low, high = sorted((first, second))
    computed = f"{shown(high, decimals)} - {shown(low, decimals)} = {shown(high - low, decimals)}"
    at, *rest = (Member(f.doc, f.start, f.end, f.text, f) for f in (change, *scores))
    yield case.finding("I704", "index-change-mismatch", "error", at, rest, stated=change.text, computed=computed)
