"""What became of the laws and the other records: laws by their number, the others by their words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tieout.changes.change import Change, Quote
from tieout.evidence.records.group import Group
from tieout.evidence.records.law import Law, join
from tieout.evidence.records.record import Record
from tieout.workspace.part import FIELDS, Part

_BY_WORDS = tuple(kind for kind in FIELDS if kind not in ("law", "act"))


def record_changes(old: Part, new: Part, one: Callable[[Record, Record], bool]) -> Iterator[Change]:
    """The records that only one edition has, or has otherwise. `one` tells whether two stand in one sentence."""
    yield from _laws(old.laws, new.laws)
    for kind in _BY_WORDS:
        before, after = _only(old.records(kind), new.records(kind)), _only(new.records(kind), old.records(kind))
        for record in before:
            other = next((r for r in after if one(record, r)), None)
            if other is None:
                yield Change("gone", kind, quote(record), None, _line(record))
            else:
                after.remove(other)
                yield Change("revised", kind, quote(record), quote(other), _line(other))
        yield from (Change("added", kind, None, quote(record), _line(record)) for record in after)


def _only(records: Sequence[Record], others: Sequence[Record]) -> list[Record]:
    """The records whose words the others do not have."""
    known = {_words(record) for record in others}
    return [record for record in records if _words(record) not in known]


def _laws(old: Sequence[Law], new: Sequence[Law]) -> Iterator[Change]:
    """Laws that only one edition names, and those that went further: introduced before, passed now."""
    before, after = join(list(old)), join(list(new))
    for key, mentions in before.items():
        if key not in after:
            yield Change("gone", "law", quote(mentions[0]), None, _line(mentions[0]))
    for key, mentions in after.items():
        if key not in before:
            yield Change("added", "law", None, quote(mentions[0]), _line(mentions[0]), _steps(mentions))
            continue
        known = {law.status for law in before[key]}
        further = [law for law in mentions if law.status is not None and law.status not in known]
        if further:
            state, last = _steps(before[key]) or "named", further[0]
            told = f"{state} -> {_steps(further)}"
            yield Change("revised", "law", quote(before[key][0]), quote(last), _line(last), told)


def _steps(laws: Sequence[Law]) -> str | None:
    """What happened to a law, in the order told."""
    return ", ".join(dict.fromkeys(law.status for law in laws if law.status)) or None


def quote(record: Record) -> Quote:
    """The record's own words."""
    return Quote(record.doc, record.start, record.end, record.text, record.id)


def _words(record: Record) -> str:
    said = record.name if isinstance(record, Group) else record.text
    return " ".join(said.lower().split())


def _line(record: Record) -> str:
    return " ".join(record.text.split())
