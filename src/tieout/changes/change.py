"""A Change: something that one edition says and the other does not, or says otherwise. It compares nothing itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tieout.workspace.entry import Entry

State = Literal["added", "gone", "revised", "updated"]
"""`revised`: another value for the same thing and time; `updated`: the same thing for another time."""
STATES: tuple[State, ...] = ("revised", "updated", "added", "gone")

_CHIEF = ("figure", "law", "emergency", "recommendation")

Fate = Literal["same", "edition", "added", "withdrawn"]
"""Of a document: unchanged, in a new edition, only in the newer workspace, only in the older one."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document: `text[start:end]` of the document `doc` is `text`. `id` is that of the record, when one."""

    doc: str
    start: int
    end: int
    text: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `old` is None for what was added, `new` for what is gone."""

    state: State
    kind: str
    """`figure`, `statement`, or a kind of record: `law`, `emergency`, `recommendation`, …"""
    old: Quote | None
    new: Quote | None
    sentence: str
    """The sentence it stands in, of the newer edition where there is one."""
    computed: str | None = None
    """For figures, what became of the value: `412 -> 430 (+18, 4.4 %)`; for laws the steps that are new."""

    @property
    def is_chief(self) -> bool:
        """Whether it is shown first: a reworded statement is, one that came or went is not."""
        return self.kind in _CHIEF or (self.kind == "statement" and self.state == "revised")


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """What became of one document."""

    fate: Fate
    old: Entry | None
    new: Entry | None
    changes: tuple[Change, ...] = ()

    @property
    def name(self) -> str:
        """The document's name, that of the newer edition where there is one."""
        entry = self.new or self.old
        return entry.doc if entry else ""


@dataclass(frozen=True, slots=True)
class Changes:
    """All that changed, documents in the order of their names, new editions first."""

    documents: tuple[DocumentChange, ...]
