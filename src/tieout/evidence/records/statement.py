"""The Statement record: a claim without a figure, kept plainly for the terms that it answers."""

from __future__ import annotations

from dataclasses import dataclass

from tieout.evidence.records.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Record):
    """One sentence that speaks of one of the user's terms; who says so and where, as the sentence prints it."""

    term: str
    """The term of reference it answers, as the user gave it; without terms the heading it stands under."""
    place: str | None = None
    date: str | None = None
    """EDTF."""
    hedge: str | None = None
    """The word that makes it an allegation or an opinion (`allegedly`, `reportedly`)."""
    section: str | None = None

    __repr__ = Record.__repr__
