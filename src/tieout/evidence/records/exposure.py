"""The Exposure record: who is exposed to what harm, by whom, where: one cell or more of a matrix of harms."""

from __future__ import annotations

from dataclasses import dataclass

from tieout.evidence.records.piece import Piece
from tieout.evidence.records.record import Record
from tieout.evidence.records.voice import Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure(Record):
    """One sentence that says that groups of people are exposed to harms. No person's name is a field."""

    exposed: tuple[str, ...]
    """Ids of the groups of people, in the order of the text."""
    harms: tuple[str, ...]
    actors: tuple[str, ...] = ()
    """Ids of who does it, where the sentence says so."""
    parts: tuple[Piece, ...] = ()
    """The words of each of them."""
    place: str | None = None
    date: str | None = None
    """EDTF."""
    hedge: str | None = None
    """The word that makes it an allegation."""
    voice: Voice = "reported"
    voice_words: str | None = None
    section: str | None = None

    __repr__ = Record.__repr__
