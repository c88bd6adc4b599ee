"""The page of laws: each law once with its history and every mention of it, then what is told of laws nobody names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from tieout.evidence.records.act import Act
from tieout.evidence.records.law import Law, join
from tieout.report.html import asset
from tieout.report.site.address import law_anchor
from tieout.report.site.dossier import Dossier
from tieout.report.site.quoted import Quoted
from tieout.report.site.shell import PACKAGE, render
from tieout.report.words import Words, words


@dataclass(frozen=True, slots=True)
class Event:
    """One mention: what it says happened, when and by whom, and its words."""

    law: Law
    status: str
    quote: Quoted


@dataclass(frozen=True, slots=True)
class Item:
    """A law with all its mentions; `events` are those that date or tell what happened, in the order of their dates."""

    anchor: str
    title: str
    kind: str
    names: tuple[str, ...]
    subjects: tuple[str, ...]
    affected: tuple[str, ...]
    statuses: tuple[str, ...]
    events: tuple[Event, ...]
    mentions: tuple[Event, ...]
    docs: int


@dataclass(frozen=True, slots=True)
class Done:
    """An institutional act as listed."""

    act: Act
    kind: str
    quote: Quoted


def laws_html(dossier: Dossier) -> str:
    """The page."""
    own = words(dossier.lang, PACKAGE)
    laws = [cast(Law, record) for record in dossier.workspace.records("law")]
    acts = [cast(Act, record) for record in dossier.workspace.records("act")]
    items = [_item(dossier, key, mentions, own) for key, mentions in join(laws).items()]
    unnamed = [_event(dossier, law, own) for law in laws if law.key is None]
    return render(
        dossier.frame,
        "laws.html",
        own("laws", "title"),
        "laws.html",
        {
            "items": sorted(items, key=lambda i: (-i.docs, -len(i.mentions), i.title)),
            "unnamed": sorted(unnamed, key=lambda e: (e.law.date is None, e.law.date or "", e.law.doc, e.law.start)),
            "acts": [
                Done(act, own.name("record_kind", act.kind), dossier.quotes.of(act))
                for act in sorted(acts, key=lambda a: (a.date is None, a.date or "", a.doc, a.start))
            ],
            "mentions": len(laws),
        },
        style=asset(PACKAGE, "laws.css"),
        script=asset(PACKAGE, "narrow.js"),
    )


def _item(dossier: Dossier, key: str, mentions: list[Law], own: Words) -> Item:
    events = [_event(dossier, law, own) for law in mentions]
    told = [e for e in events if e.law.date or e.law.actor]
    first = mentions[0]
    number = next((law.number for law in mentions if law.number), None)
    names = _distinct(law.name for law in mentions)
    kind = own.name("record_kind", first.kind)
    title = f"{kind[:1].upper()}{kind[1:]} {number}" if number else (names[0] if names else first.text)
    title = " ".join(title.split())
    return Item(
        law_anchor(key),
        title[:1].upper() + title[1:],
        kind,
        tuple(name for name in names if name.casefold() != title.casefold()),
        _distinct(law.subject for law in mentions),
        _distinct(law.institution_affected for law in mentions),
        _distinct(e.status for e in events),
        tuple(sorted(told, key=lambda e: (e.law.date is None, e.law.date or ""))),
        tuple(e for e in events if e not in told),
        len({law.doc for law in mentions}),
    )


def _event(dossier: Dossier, law: Law, own: Words) -> Event:
    status = "named" if law.is_named_only else law.status
    return Event(law, own.name("status", status) if status else "", dossier.quotes.of(law))


def _distinct(values: Iterable[str | None]) -> tuple[str, ...]:
    """Each value once, told apart without regard to case and blanks, in the order given."""
    seen: dict[str, str] = {}
    for value in values:
        if value:
            line = " ".join(value.split())
            seen.setdefault(line.casefold(), line)
    return tuple(seen.values())
