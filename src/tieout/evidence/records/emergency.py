"""The Emergency record: a state of emergency somewhere, from when until when."""

from __future__ import annotations

from dataclasses import dataclass

from tieout.evidence.records.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Emergency(Record):
    """A state of emergency as a document tells it; each stretch of time is one record."""

    term: str
    """What the text calls it: `state of emergency`, `estado de excepción`."""
    place: str | None = None
    emergency_start: str | None = None
    """EDTF: a day or a month."""
    emergency_end: str | None = None
    end_computed: bool = False
    """Whether the end is the start and the days it was to last, and not printed."""
    status: str = "in_force"
    """`in_force`, `extended`."""
    actor: str | None = None
    repeats: bool = False
    """Whether it is a further stretch of time of the measure before it in the sentence (`again from …`)."""

    __repr__ = Record.__repr__
