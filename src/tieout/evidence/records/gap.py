"""The Gap record: where a document says that something is not known."""

from __future__ import annotations

from dataclasses import dataclass

from tieout.evidence.records.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap(Record):
    """A gap statement: the whole sentence, and what it says is not known."""

    words: str
    """The words that say so: `no data`, `could not be found`."""
    topic: str | None = None
    """What is not known, in the text's own words."""
    section: str | None = None
    """The heading it stands under."""

    __repr__ = Record.__repr__
