"""The Obligation record: an international instrument and whether the State signed or ratified it."""

from __future__ import annotations

from dataclasses import dataclass

from tieout.evidence.records.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation(Record):
    """What a document says that a State did with a treaty."""

    treaty: str
    """The treaty's id, common to the languages: `ICCPR`, `Escazú`."""
    status: str
    """`signed`, `ratified`, `not_ratified`, `recommended` (somebody asks for it), `withdrawn`."""
    date: str | None = None
    """EDTF, when the text dates it."""
    party: str | None = None
    """The country it is said of; the document's when no other is named."""

    __repr__ = Record.__repr__
