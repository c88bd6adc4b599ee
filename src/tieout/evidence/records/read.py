"""Every kind of record by its name, and the reader of each. To add a kind: its two files, its tables, a line here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tieout.evidence.passage import Setting
from tieout.evidence.records.acts import acts_of
from tieout.evidence.records.arguments import arguments_of
from tieout.evidence.records.emergencies import emergencies_of
from tieout.evidence.records.exposures import exposures_of
from tieout.evidence.records.gaps import gaps_of
from tieout.evidence.records.groups import groups_of
from tieout.evidence.records.laws import laws_of
from tieout.evidence.records.obligations import obligations_of
from tieout.evidence.records.protections import protections_of
from tieout.evidence.records.recommendations import recommendations_of
from tieout.evidence.records.record import Record
from tieout.evidence.records.statements import statements_of
from tieout.evidence.records.topic import Topic

READERS: dict[str, Callable[[Setting], Sequence[Record]]] = {
    "law": laws_of,
    "act": acts_of,
    "emergency": emergencies_of,
    "recommendation": recommendations_of,
    "obligation": obligations_of,
    "group": groups_of,
    "gap": gaps_of,
    "exposure": exposures_of,
    "protection": protections_of,
    "argument": arguments_of,
}
"""The kinds of records that a document yields by itself, and what finds them."""

KINDS = (*READERS, "statement")
"""Statements are read by the terms that the user gives."""


def records_of(
    setting: Setting,
    kind: str,
    terms: Sequence[str | Topic] = (),
    *,
    headings: bool = False,
    persons: bool = False,
) -> Sequence[Record]:
    """The records of one kind in a document, in text order. `terms` and `headings` are for statements; `persons` lets
    groups name their leaders, which nothing else ever does."""
    if kind == "statement":
        return statements_of(setting, terms, headings=headings)
    if kind == "group":
        return groups_of(setting, persons=persons)
    return READERS[kind](setting)
