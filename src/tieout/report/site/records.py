"""The page of further records: recommendations by addressee, emergencies, obligations, gaps, other kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tieout.evidence.records.record import Record
from tieout.report.html import asset
from tieout.report.site.dossier import Dossier
from tieout.report.site.quoted import Quoted
from tieout.report.site.record_facts import kind_words, record_facts
from tieout.report.site.shell import PACKAGE, render
from tieout.report.words import words
from tieout.workspace.part import FIELDS

ELSEWHERE = frozenset({"law", "act", "group"})
"""Kinds that have a page of their own."""
_ORDER = ("recommendation", "emergency", "obligation", "gap")
_HEADS: dict[str, str] = {"recommendation": "addressee", "obligation": "treaty", "gap": "topic", "emergency": "place"}
"""The field whose values are the headings under which the records of a kind stand."""
_GATHERED = frozenset({"recommendation", "obligation", "emergency"})
_OPEN = 12
"""Lines under a heading that are shown at once; more are folded."""


@dataclass(frozen=True, slots=True)
class Line:
    """A record as listed."""

    record: Record
    quote: Quoted
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The records of a kind under headings; a kind without headings has one that is empty."""

    kind: str
    name: str
    total: int
    heads: tuple[tuple[str, tuple[Line, ...]], ...]


def records_html(dossier: Dossier) -> str:
    """The page."""
    own = words(dossier.lang, PACKAGE)
    kinds = [*_ORDER, *(kind for kind in FIELDS if kind not in _ORDER and kind not in ELSEWHERE)]
    shelves = [_shelf(dossier, kind, dossier.workspace.records(kind)) for kind in kinds if kind in FIELDS]
    return render(
        dossier.frame,
        "records.html",
        own("nav", "records"),
        "records.html",
        {"shelves": [shelf for shelf in shelves if shelf.total], "open": _OPEN},
        style=asset(PACKAGE, "laws.css"),
        script=asset(PACKAGE, "narrow.js"),
    )


def _shelf(dossier: Dossier, kind: str, records: Sequence[Record]) -> Shelf:
    own = words(dossier.lang, PACKAGE)
    head = _HEADS.get(kind, "")
    label, section = own.name("field", head) if head else "", own.name("field", "section")
    lines = []
    for record in sorted(records, key=_when):
        facts = record_facts(record, dossier.lang)
        kept = (fact for fact in facts if fact[0] not in (label if kind in _GATHERED else "", section))
        lines.append(Line(record, dossier.quotes.of(record), tuple(kept)))
    named = _under(lines, lambda line: getattr(line.record, head, None) or "") if kind in _GATHERED else [("", lines)]
    name = kind_words(kind, 2, own)
    return Shelf(kind, name[:1].upper() + name[1:], len(records), tuple((h, tuple(some)) for h, some in named))


def _under(lines: Iterable[Line], head: Callable[[Line], str]) -> list[tuple[str, list[Line]]]:
    """The lines under their headings, told apart without regard to case; those with most lines first, nameless last."""
    heads: dict[str, str] = {}
    found: dict[str, list[Line]] = {}
    for line in lines:
        name = " ".join(head(line).split())
        key = name.casefold()
        heads.setdefault(key, name)
        found.setdefault(key, []).append(line)
    order = sorted(found, key=lambda key: (not key, -len(found[key]), key))
    return [(heads[key], found[key]) for key in order]


def _when(record: Record) -> tuple[bool, str, str, int]:
    """By date, where records have one; else in text order."""
    when = getattr(record, "emergency_start", None) or getattr(record, "date", None)
    return when is None, when or "", record.doc, record.start
