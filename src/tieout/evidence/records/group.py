"""The Group record: a criminal or armed group, put together from all that one document says of it.

No natural person is ever a group, an ally or a rival; leaders are named only when the user asks for persons.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tieout.evidence.records.record import Record

RelationKind = Literal["ally", "rival", "parent"]
Mention = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Relation:
    """What a document says of two groups; `start`, `end` are the words that say it."""

    kind: RelationKind
    other: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Record):
    """A group. `start`, `end` are its first mention; the lists are in the order of the text."""

    name: str
    aliases: tuple[str, ...] = ()
    origin: str | None = None
    areas: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    allies: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    parent: str | None = None
    members_low: int | None = None
    members_high: int | None = None
    mentions: tuple[Mention, ...] = ()
    """Every mention in running text, headings included, notes left out."""
    relations: tuple[Relation, ...] = ()
    leaders: tuple[str, ...] = ()
    """Natural persons whom the text calls its leaders or founders: empty unless they were asked for."""

    __repr__ = Record.__repr__


def contradictions(groups: Sequence[Group]) -> list[tuple[Group, Relation, Relation]]:
    """Groups of which one document says that they are both allies and rivals, each with the two statements."""
    said: dict[frozenset[str], list[tuple[Group, Relation]]] = {}
    for group in groups:
        for relation in group.relations:
            if relation.kind != "parent":
                said.setdefault(frozenset((group.name, relation.other)), []).append((group, relation))
    out = []
    for pair in said.values():
        ally = next((p for p in pair if p[1].kind == "ally"), None)
        rival = next((p for p in pair if p[1].kind == "rival"), None)
        if ally and rival:
            out.append((ally[0], ally[1], rival[1]))
    return out
