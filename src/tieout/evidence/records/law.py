"""The Law record: one mention of a law, bill, decree, ruling, reform or agreement, or of what was done with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tieout.evidence.records.record import Record

LawKind = Literal["law", "bill", "decree", "resolution", "ruling", "reform", "agreement"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Law(Record):
    """A law as a document names it. Fields the text does not support are None."""

    kind: LawKind
    number: str | None = None
    """As printed, blanks and the points of thousands left out: `31990`, `105-2023-PCM`."""
    name: str | None = None
    date: str | None = None
    """EDTF: when what is told happened, or the date the law carries."""
    actor: str | None = None
    status: str | None = None
    """`introduced`, `pending`, `passed`, `signed`, `vetoed`, `vetoed_overturned`, `in_force`, `repealed`, `rejected`,
    `ratified`, `declared_unconstitutional`, `extended`, `expired`."""
    subject: str | None = None
    """What it is about or does, in the text's own words."""
    institution_affected: str | None = None
    key: str | None = None
    """The same for every mention of one law, in all documents: `PE:law:31990`; None when nothing names it."""

    __repr__ = Record.__repr__

    @property
    def is_named_only(self) -> bool:
        """Whether the words are its name or number and nothing was told of it: that it is in force is then supposed."""
        if self.status != "in_force" or self.actor is not None or self.subject is not None:
            return False
        return self.number is not None or " ".join(self.text.split()) == " ".join((self.name or "").split())


def join(laws: list[Law]) -> dict[str, list[Law]]:
    """The mentions of each law that a key names, in the order given."""
    out: dict[str, list[Law]] = {}
    for law in laws:
        if law.key is not None:
            out.setdefault(law.key, []).append(law)
    return out
