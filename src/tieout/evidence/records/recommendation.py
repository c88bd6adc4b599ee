"""The Recommendation record: what somebody is asked to do."""

from __future__ import annotations

from dataclasses import dataclass

from tieout.evidence.records.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation(Record):
    """A recommendation, in the text's own words. Who follows it up is the user's to record."""

    action: str
    """What is to be done."""
    addressee: str | None = None
    """Who is to do it."""
    norm: str | None = None
    """The international instrument it invokes, when it names one."""
    section: str | None = None
    """The heading it stands under."""

    __repr__ = Record.__repr__
