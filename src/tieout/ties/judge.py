"""Judging: what a tie's two sides say of it. The only place where a verdict is given.

A kind of tie hands over its members (the claim first) and a relation: two intervals that must have a number in common,
once as the words allow them (hard) and once as a reader expects them (soft).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

from tieout.evidence.figure import Figure
from tieout.ties.interval import Interval
from tieout.ties.stated import HARD, SOFT, Look
from tieout.ties.tie import Member, Tie, TieKind, Verdict

Relation = Callable[[Look], tuple[Interval | None, Interval | None]]
"""The stated and the computed side under one look; None when a figure states nothing."""


def judge(
    kind: TieKind,
    members: Sequence[Figure | Member],
    relation: Relation,
    *,
    stated: str,
    computed: str,
    explicit: bool,
    reason: str | None = None,
    printed: Relation | None = None,
) -> Tie | None:
    """The tie with its verdict.

    `printed` is the relation with every number taken as it stands; where it fails, a tie that only rounding makes hold
    stays open (`rounded`).

    `explicit`: the text itself says that these numbers relate so; only then may the tie break or stay open. An inferred
    tie that does not reconcile is dropped (None): the text may relate other numbers. `reason` names why the members
    cannot be compared: a tie that would break is then open.
    """
    try:
        hard = relation(HARD)
        soft = relation(SOFT)
        bare = printed(HARD) if printed else hard
    except (ValueError, ZeroDivisionError):
        return None
    if hard[0] is None or hard[1] is None:
        return None
    agrees = hard[0].meets(hard[1])
    expected = agrees and (soft[0] is None or soft[1] is None or soft[0].meets(soft[1]))
    if not explicit and (not expected or reason):
        return None
    verdict: Verdict = "holds"
    if not agrees:
        verdict = "open" if reason else "breaks"
    elif not expected:
        verdict, reason = "open", reason or "soft_only"
    elif reason:
        verdict = "open"
    elif bare[0] is not None and bare[1] is not None and not bare[0].meets(bare[1]):
        verdict, reason = "open", "rounded"
    return tie_of(kind, verdict, members, stated=stated, computed=computed, reason=reason)


def tie_of(
    kind: TieKind,
    verdict: Verdict,
    members: Sequence[Figure | Member],
    *,
    stated: str,
    computed: str,
    reason: str | None = None,
) -> Tie:
    """A tie with its id: the hash of its kind and its members' ids."""
    ends = tuple(m if isinstance(m, Member) else member_of(m) for m in members)
    return Tie(tie_id(kind, ends), kind, verdict, ends, stated, computed, reason if verdict == "open" else None)


def member_of(figure: Figure) -> Member:
    """A figure as the end of a tie."""
    return Member(figure.doc, figure.start, figure.end, figure.text, figure)


def tie_id(kind: str, members: Sequence[Member]) -> str:
    """First ten hex digits over the kind and the members."""
    names = [m.figure.id if m.figure and m.figure.id else f"{m.doc}:{m.start}:{m.end}" for m in members]
    return hashlib.sha256("\n".join([kind, *names]).encode()).hexdigest()[:10]
