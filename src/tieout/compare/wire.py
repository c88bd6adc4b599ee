"""Comparisons as JSON values. Contract: fields are added, never redefined."""

from __future__ import annotations

from typing import Any

from tieout.compare.comparison import Comparison
from tieout.ties.tie import Member


def comparison_record(one: Comparison) -> dict[str, Any]:
    """One comparison as printed by `tieout compare --format json`."""
    subject = one.subject
    return {
        "id": one.id,
        "relation": one.relation,
        "verdict": one.verdict,
        "subject": {
            "topic": subject.topic, "place": subject.place, "place_code": subject.place_code, "unit": subject.unit
        },
        "reason": one.reason,
        "computed": one.computed,
        "originals": one.originals,
        "members": [member_record(member) for member in one.members],
    }  # fmt: skip


def member_record(member: Member) -> dict[str, Any]:
    """One member: its words, and what its figure says of time and authority."""
    figure = member.figure
    return {
        "doc": member.doc, "start": member.start, "end": member.end, "text": member.text,
        "figure": figure.id if figure else None,
        "period": figure.period if figure else None,
        "authority": figure.authority if figure else None,
    }  # fmt: skip
