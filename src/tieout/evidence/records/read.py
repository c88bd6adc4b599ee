"""Every kind of record by its name, and the reader of each. To add a kind: its two files, its tables, a line here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tieout.evidence.passage import Setting
from tieout.evidence.records.emergencies import emergencies_of
from tieout.evidence.records.laws import laws_of
from tieout.evidence.records.obligations import obligations_of
from tieout.evidence.records.recommendations import recommendations_of
from tieout.evidence.records.record import Record

READERS: dict[str, Callable[[Setting], Sequence[Record]]] = {
    "law": laws_of,
    "emergency": emergencies_of,
    "recommendation": recommendations_of,
    "obligation": obligations_of,
}
"""The kinds of records and what finds them."""


def records_of(setting: Setting, kind: str) -> Sequence[Record]:
    """The records of one kind in a document, in text order."""
    return READERS[kind](setting)
