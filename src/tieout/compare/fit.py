"""Making a comparison of relation `fits`: figures of several sources that lead to each other."""

from __future__ import annotations

from collections.abc import Sequence

from tieout.compare.comparison import Comparison, Subject, comparison_id
from tieout.compare.originals import Origins
from tieout.compare.point import Point, topic_of
from tieout.ties.interval import Interval
from tieout.ties.judge import member_of
from tieout.ties.plain import span
from tieout.ties.tie import Member, TieKind

_LARGE = 100
"""From here on decimals are no matter."""


def fit(
    kind: TieKind,
    members: Sequence[Point],
    computed: str,
    origins: Origins,
    words: Sequence[Member] = (),
    topic: str = "",
) -> Comparison:
    """Points that fit, the first the one that the others lead to; `words` are members that are no figures."""
    figures = [p.figure for p in members]
    ends = (*words, *(member_of(figure) for figure in figures))
    who = list(dict.fromkeys(f.authority for f in figures if f.authority))
    reason = f"counted by {' and '.join(who)}" if who else "the sources lead to each other"
    first = members[0]
    subject = Subject(topic or topic_of(members), first.figure.place, first.figure.place_code, first.family)
    count = origins.count(figures) + len({w.doc for w in words} - {f.doc for f in figures})
    return Comparison(comparison_id("fits", ends), subject, "fits", ends, reason, computed, count, kind)


def told(interval: Interval) -> str:
    """An interval of something that is never below zero, in words."""
    shown = interval.at_most() if interval.low == 0 else interval
    large = any(end is not None and end >= _LARGE for end in (shown.low, shown.high))
    return span(shown, 0 if large else 1)
