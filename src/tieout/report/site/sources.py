"""The page of sources: the documents of the workspace, who relies on whom, and every source that they cite."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from tieout.report.addresses import followable
from tieout.report.bars import bars
from tieout.report.html import asset
from tieout.report.site.address import document_page
from tieout.report.site.dossier import Dossier
from tieout.report.site.marks import note_anchor
from tieout.report.site.quoted import label_of, title_of
from tieout.report.site.record_facts import kind_words
from tieout.report.site.register import Cited
from tieout.report.site.shell import PACKAGE, country_name, render
from tieout.report.words import words
from tieout.workspace.entry import Entry
from tieout.workspace.part import FIELDS, Part

_MOST = 4
"""Publishers named with a document as what it cites most."""


@dataclass(frozen=True, slots=True)
class Held:
    """A document of the workspace as listed."""

    entry: Entry
    title: str
    address: str
    link: str | None
    country: str | None
    counts: tuple[tuple[str, int], ...]
    """Kinds of records and how many, those there are none of left out."""
    cites: tuple[tuple[str, int], ...]
    """The publishers it cites most, and how often."""
    sources: int
    held: tuple[Entry, ...]
    """Other documents of the workspace that it cites."""


@dataclass(frozen=True, slots=True)
class Relied:
    """A publisher as listed: how many of its items are cited, by which documents and how often."""

    name: str
    kind: str
    items: int
    by: tuple[tuple[str, str, int], ...]
    """Label, address and number for each document."""


@dataclass(frozen=True, slots=True)
class Source:
    """A cited source as listed."""

    cited: Cited
    link: str | None
    held: str | None
    """The page of the document it is, when the workspace holds it."""
    by: tuple[tuple[str, str, int, tuple[tuple[str, str], ...]], ...]
    """Label, address, times and notes (number, address) for each document that cites it."""


def sources_html(dossier: Dossier) -> str:
    """The page."""
    said, own = words(dossier.lang), words(dossier.lang, PACKAGE)
    register = dossier.register
    kinds = Counter(cited.source.kind for cited in register.sources)
    named = {said.name("source_kind", kind): n for kind, n in kinds.most_common()}
    chart = bars(own("sources", "kinds"), named, kinds.total()) if kinds else Markup()
    return render(
        dossier.frame,
        "sources.html",
        own("nav", "sources"),
        "sources.html",
        {
            "documents": [_held(dossier, entry, part) for entry, part in dossier.workspace.parts()],
            "publishers": _relied(dossier),
            "sources": [_source(dossier, cited) for cited in register.sources],
            "shared": sum(len({e.doc for e, _ in cited.by}) > 1 for cited in register.sources),
            "chart": chart,
            "kind_words": kind_words,
            "unread": dossier.workspace.manifest.unread,
        },
        style=asset(PACKAGE, "sources.css"),
        script=asset(PACKAGE, "narrow.js"),
    )


def _held(dossier: Dossier, entry: Entry, part: Part) -> Held:
    counts = {"figure": len(part.figures), **{kind: len(part.records(kind)) for kind in FIELDS}}
    counts["finding"] = sum(finding.loud for finding in part.findings)
    publishers: Counter[str] = Counter()
    held: dict[str, Entry] = {}
    for source in part.sources:
        if source.publisher and source.kind != "unknown":
            publishers[source.publisher] += source.times_cited
        cited = dossier.register.of(entry.doc, source.key)
        if cited is not None and cited.held is not None and cited.held.doc != entry.doc:
            held[cited.held.doc] = cited.held
    return Held(
        entry,
        title_of(entry),
        document_page(entry),
        followable(entry.url),
        country_name(entry.country, dossier.lang),
        tuple((kind, n) for kind, n in counts.items() if n),
        tuple(publishers.most_common(_MOST)),
        len(part.sources),
        tuple(held.values()),
    )


def _relied(dossier: Dossier) -> list[Relied]:
    entries = dossier.workspace.by_doc
    return [
        Relied(name, kind, items, tuple((label_of(entries[d]), document_page(entries[d]), n) for d, n in by.items()))
        for _, name, kind, items, by in dossier.register.publishers()
    ]


def _source(dossier: Dossier, cited: Cited) -> Source:
    by = []
    for entry, source in cited.by:
        notes = _notes(dossier, entry.doc)
        page = document_page(entry)
        places = tuple((notes[id], f"{page}#{note_anchor(id)}") for id in source.notes if id in notes)
        by.append((label_of(entry), page, source.times_cited, places))
    held = None if cited.held is None else document_page(cited.held)
    return Source(cited, followable(cited.source.url), held, tuple(by))


def _notes(dossier: Dossier, doc: str) -> Mapping[str, str]:
    """The printed numbers of a document's notes that have a place in it, by id."""
    notes = dossier.workspace.part(doc).notes
    return {note.id: note.number for note in notes if note.start is not None or note.mark_start is not None}
