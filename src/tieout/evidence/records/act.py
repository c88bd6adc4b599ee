"""The Act record: an institutional act that is no law: an office given or taken away, or the votes that this takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tieout.evidence.records.record import Record

ActKind = Literal["appointment", "removal", "resignation", "vote_threshold"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Act(Record):
    """What a body did with an office. No person's name is a field: whom it befell is in the quote only."""

    kind: ActKind
    actor: str | None = None
    date: str | None = None
    """EDTF."""
    institution_affected: str | None = None

    __repr__ = Record.__repr__
