"""The Statement record: a claim without a figure, kept plainly for the topic that it answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tieout.evidence.records.record import Record
from tieout.evidence.records.voice import Voice

Basis = Literal["printed", "heading"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Record):
    """One sentence that speaks of one of the topics given; who says so and where, as the sentence prints it."""

    term: str
    """The topic it answers: the user's term, the number of an item of the terms of reference, an indicator, or the
    heading above."""
    basis: Basis = "printed"
    """Whether the sentence itself has the topic's words, or the heading that it stands under."""
    voice: Voice = "reported"
    """The text's own report, an opinion, what somebody saw, what somebody passed on."""
    voice_words: str | None = None
    place: str | None = None
    date: str | None = None
    """EDTF."""
    hedge: str | None = None
    """The word that makes it an allegation or an opinion (`allegedly`, `reportedly`)."""
    section: str | None = None

    __repr__ = Record.__repr__
