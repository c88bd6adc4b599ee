"""Laws as lines: one a law with its history across documents, and what was done where no law is named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tieout.evidence.records.law import Law
from tieout.index.names import key_of
from tieout.language.edtf import sort_key
from tieout.report.country.model import Event, LawLine
from tieout.sources.stems import words_of

_TITLES = frozenset({"heading", "title", "caption", "note"})
_TELLING, _FEWEST, _ALIKE = 4, 4, 0.8
"""Letters of a stem that tells something; how many such, and what share of them, make two mentions one."""
_EVENTLESS = frozenset({"in_force"})
"""Status of a law that is only named."""


def lines_of(events: Iterable[Event]) -> tuple[LawLine, ...]:
    """The lines of some mentions of laws, the newest first; laws that the same sentences name share a line."""
    same: dict[tuple[str, ...], list[list[Event]]] = {}
    for held in by_law(events):
        same.setdefault(tuple(sorted({e.sentence.text for e in held})), []).append(held)
    return tuple(sorted(map(_line, same.values()), key=_order))


def by_law(events: Iterable[Event]) -> list[list[Event]]:
    """The mentions of each law, in all documents. What is told where one law is named, or of a law by its name, is told
    of that law; where none is named, what a document tells twice stands together. A heading is no mention."""
    told = [event for event in events if event.sentence.kind not in _TITLES]
    named = {(e.law.doc, key_of(e.law.name)): e.law.key for e in told if e.law.key and e.law.name}
    beside: dict[tuple[str, int], set[str]] = {}
    for event in told:
        if event.law.key:
            beside.setdefault((event.law.doc, event.sentence.start), set()).add(event.law.key)
    laws: dict[str, list[Event]] = {}
    unnamed: list[Event] = []
    for event in told:
        near = beside.get((event.law.doc, event.sentence.start), set())
        only = next(iter(near)) if len(near) == 1 else None
        key = event.law.key or named.get((event.law.doc, key_of(event.law.name or ""))) or only
        (laws.setdefault(key, []) if key else unnamed).append(event)
    return [*laws.values(), *_again(unnamed)]


def is_told(law: Law) -> bool:
    """Whether a document says something of a law, and not of a treaty that it only names."""
    return law.kind != "agreement" or law.status not in _EVENTLESS or law.date is not None


def _again(events: Sequence[Event]) -> list[list[Event]]:
    """The events, those that say the same of one status together: a summary says again what a chapter tells."""
    out: list[tuple[frozenset[str], list[Event]]] = []
    for event in events:
        words = frozenset(w.stem for w in words_of(event.law.text) if len(w.stem) >= _TELLING)
        for known, held in out:
            few = min(len(known), len(words))
            if held[0].law.status == event.law.status and few >= _FEWEST and len(known & words) >= _ALIKE * few:
                held.append(event)
                break
        else:
            out.append((words, [event]))
    return [held for _, held in out]


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
