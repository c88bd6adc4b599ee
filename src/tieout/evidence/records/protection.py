"""The Protection record: what protection is said to exist for whom against what, and how well it works."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tieout.evidence.records.piece import Piece
from tieout.evidence.records.record import Record
from tieout.evidence.records.voice import Voice

Standing = Literal["exists", "effective", "limited", "ineffective", "absent"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Protection(Record):
    """One sentence on a means of protection."""

    means: str
    """Id of what is to protect: `law`, `shelter`, `police`, `justice` …"""
    status: Standing
    words: str
    """The words that say how it stands: `did not effectively enforce`."""
    exposed: tuple[str, ...] = ()
    """Ids of the groups of people that the sentence names."""
    harms: tuple[str, ...] = ()
    parts: tuple[Piece, ...] = ()
    place: str | None = None
    date: str | None = None
    """EDTF."""
    hedge: str | None = None
    voice: Voice = "reported"
    voice_words: str | None = None
    section: str | None = None

    __repr__ = Record.__repr__
