"""Laws as lines: one a law with its history across documents, and what was done where no law is named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tieout.evidence.records.law import Law
from tieout.index.names import key_of
from tieout.language.edtf import sort_key
from tieout.report.country.model import Event, LawLine

_TITLES = frozenset({"heading", "title", "caption", "note"})
_EVENTLESS = frozenset({"in_force"})
"""Status of a law that is only named."""


def lines_of(events: Iterable[Event]) -> tuple[LawLine, ...]:
    """The lines of some mentions of laws, the newest first; what is only a heading is no mention."""
    told = [event for event in events if event.sentence.kind not in _TITLES]
    named = {(e.law.doc, key_of(e.law.name)): e.law.key for e in told if e.law.key and e.law.name}
    lines: dict[str, list[Event]] = {}
    for event in told:
        of_name = named.get((event.law.doc, key_of(event.law.name or "")))
        key = event.law.key or of_name or f"{event.law.doc}:{event.sentence.start}"
        lines.setdefault(key, []).append(event)
    same: dict[tuple[str, ...], list[list[Event]]] = {}
    for held in lines.values():
        same.setdefault(tuple(sorted({e.sentence.text for e in held})), []).append(held)
    made = [_line(group) for group in same.values()]
    return tuple(sorted(made, key=_order))


def is_told(law: Law) -> bool:
    """Whether a document says something of a law, and not of a treaty that it only names."""
    return law.kind != "agreement" or law.status not in _EVENTLESS or law.date is not None


def _line(group: Sequence[Sequence[Event]]) -> LawLine:
    laws = tuple(min(held, key=lambda e: e.law.key is None).law for held in group)
    events: dict[str, Event] = {}
    for event in (e for held in group for e in held):
        old = events.get(event.sentence.text)
        if old is None or _told(event.law) > _told(old.law):
            events[event.sentence.text] = event
    return LawLine(laws, tuple(sorted(events.values(), key=_when)))


def _told(law: Law) -> int:
    """How much a mention says."""
    return sum((law.date is not None, law.actor is not None, law.status not in _EVENTLESS))


def _when(event: Event) -> tuple[str, str, int]:
    date = event.law.date
    return (sort_key(date)[0].isoformat() if date else "9999", event.law.doc, event.sentence.start)


def _order(line: LawLine) -> tuple[bool, int, str, int]:
    """Those with a date first, the newest of them before."""
    dates = [sort_key(e.law.date)[1].toordinal() for e in line.events if e.law.date]
    return (not dates, -max(dates, default=0), line.laws[0].doc, line.events[0].sentence.start)
