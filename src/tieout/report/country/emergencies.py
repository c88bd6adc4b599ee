"""States of emergency for a timeline: one for each place and stretch of time, however many sentences tell of it."""

from __future__ import annotations

from collections.abc import Iterable

from tieout.evidence.records.emergency import Emergency
from tieout.index.names import key_of
from tieout.language.edtf import sort_key


def joined(emergencies: Iterable[Emergency]) -> tuple[tuple[Emergency, ...], ...]:
    """The emergencies, oldest first and those without a date last; each with the other mentions of it behind."""
    sets: dict[tuple[str, str | None, str | None], list[Emergency]] = {}
    for one in sorted(emergencies, key=_said):
        at = (key_of(one.place or ""), one.emergency_start, one.emergency_end)
        if not one.place and one.emergency_start:
            at = next((known for known in sets if known[1] == one.emergency_start), at)
        if not one.emergency_start:
            at = (one.doc, one.id, None)
        sets.setdefault(at, []).append(one)
    return tuple(sorted(map(tuple, sets.values()), key=lambda held: _when(held[0])))


def _said(one: Emergency) -> tuple[bool, bool, str, int]:
    return (one.place is None, one.emergency_end is None, one.doc, one.start)


def _when(one: Emergency) -> tuple[bool, str, str]:
    start = one.emergency_start
    return (start is None, sort_key(start)[0].isoformat() if start else "", one.place or "")
