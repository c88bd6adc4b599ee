"""The Comparison record: figures of several documents about one thing, and how they relate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tieout.evidence.figure import Figure
from tieout.ties.judge import tie_id
from tieout.ties.tie import Member, Tie, TieKind, Verdict

Relation = Literal[
    "same_original",
    "agrees",
    "fits",
    "other_period",
    "other_authority",
    "other_definition",
    "revised",
    "estimate",
    "conflict",
]
"""How figures of several sources relate:

- `same_original`: one number of one original, passed on; it counts once
- `agrees`: the numbers can both stand, within their precision
- `fits`: levels, changes and rates of several sources lead to each other
- `other_period`, `other_authority`, `other_definition` (also another counting unit or scope): not the same thing
- `revised`: a later document gives another number of the same authority for the same period
- `estimate`: numbers that are said to be estimates lie apart
- `conflict`: one thing, one time, one place, one authority, and the numbers cannot both stand
"""

RELATIONS: tuple[Relation, ...] = (
    "conflict", "revised", "estimate", "other_authority", "other_definition", "other_period", "fits", "same_original",
    "agrees",
)  # fmt: skip
"""In the order in which a reader wants to see them."""
DISAGREEING: frozenset[Relation] = frozenset({"conflict", "revised", "estimate", "other_authority"})
"""Numbers for one thing and one time that differ: what a page lists as disagreements between sources."""
VERDICTS: dict[Relation, Verdict] = {
    "same_original": "holds", "agrees": "holds", "fits": "holds", "other_period": "open", "other_authority": "open",
    "other_definition": "open", "revised": "open", "estimate": "open", "conflict": "breaks",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Subject:
    """What is compared: the heading that comparisons of one thing share."""

    topic: str
    """A concept common to all languages (`homicide`), or else the words of the shortest measure."""
    place: str | None
    """As the first member names it."""
    place_code: str | None
    unit: str
    """The family of units: `count`, `share`, `per_100k`, `USD`, `change`, `years`, …"""

    @property
    def title(self) -> str:
        """`homicide · Peru`."""
        return " · ".join(part for part in (self.topic.replace("_", " "), self.place) if part)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two or more members of at least two documents. The first member is the one that the others are held against."""

    id: str
    subject: Subject
    relation: Relation
    members: tuple[Member, ...]
    """Each with its document, its characters and its figure."""
    reason: str
    """Why, in one plain line: `2022 and 2024`, `protesters and bystanders, not all deaths`."""
    computed: str
    """The arithmetic in one plain line."""
    originals: int = 1
    """How many independent originals stand behind the members."""
    kind: TieKind = "same"

    @property
    def verdict(self) -> Verdict:
        """`holds`, `breaks` or `open`."""
        return VERDICTS[self.relation]

    @property
    def docs(self) -> tuple[str, ...]:
        """The documents, in the order of the members."""
        return tuple(dict.fromkeys(member.doc for member in self.members))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the members."""
        return tuple(member.figure for member in self.members if member.figure is not None)

    @property
    def tie(self) -> Tie:
        """The comparison as a tie across documents."""
        reason = self.relation if self.verdict == "open" else None
        return Tie(self.id, self.kind, self.verdict, self.members, self.reason, self.computed, reason)


def comparison_id(relation: str, members: tuple[Member, ...]) -> str:
    """Ten hex digits over the relation and the members."""
    return tie_id(f"across:{relation}", members)
