"""The HTML output of `tieout sources`: charts of the shares, the register as cards, every note with what it cites.

One self-contained page without JavaScript. Documents are hostile: everything is escaped, links lead only to web
addresses, and a content security policy allows the page's own style by its hash and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from markupsafe import Markup

from tieout.checks.voice import Voice
from tieout.reading.document import Document
from tieout.report.addresses import followable
from tieout.report.bars import bars
from tieout.report.html import asset, digest, environment
from tieout.report.words import OWN, Words, words
from tieout.sources.citation import Citation
from tieout.sources.exports.shares import AGES, UNKNOWN, Shares
from tieout.sources.note import Note
from tieout.sources.read import SourcesOf
from tieout.sources.source import Source

_MEASURES = (
    ("publisher", "publishers", ""),
    ("kind", "kinds", "source_kind"),
    ("language", "languages", "language"),
    ("age", "ages", "age"),
)
"""What is shared out: its label, the counts, and the family of words that names their codes."""
_LONGEST = 400
"""Characters of supported text that are shown with a note."""


@dataclass(frozen=True, slots=True)
class PartItem:
    """The charts of one chapter, or of the whole document."""

    name: str
    total: int
    charts: tuple[tuple[str, Markup], ...]
    """Label and picture of each."""


@dataclass(frozen=True, slots=True)
class CardItem:
    """A source as shown; `anchor` is its id on the page."""

    anchor: str
    source: Source
    link: str | None
    notes: tuple[tuple[str, str], ...]
    """Id on the page and number of each note that cites it."""


@dataclass(frozen=True, slots=True)
class NoteItem:
    """A note as shown, with the words it supports and its citations beside the cards they lead to."""

    anchor: str
    note: Note
    supports: str
    citations: tuple[tuple[Citation, str | None], ...]


def page(
    document: Document | None, found: SourcesOf, parts: list[Shares], *, quotes: bool = True, language: str = "en"
) -> str:
    """The page of a document's sources, its own words in `language`. `quotes=False` leaves out the texts of notes and
    what they support."""
    said = words(language)
    anchors = {source.key: f"s{number}" for number, source in enumerate(found.sources, 1)}
    places = {note.id: f"n{number}" for number, note in enumerate(found.notes, 1)}
    style = asset(OWN, "sources.css")
    return (
        environment(OWN)
        .get_template("sources.html")
        .render(
            style=Markup(style),  # noqa: S704 -- the package's own file
            style_hash=digest(style),
            w=said,
            title=_title(document, said),
            quotes=quotes,
            found=found,
            lost=sum(note.lost for note in found.notes),
            losses=[Voice(said.language).put(loss.message) for loss in found.losses],
            parts=[_part(part, said) for part in parts],
            cards=[_card(source, anchors, places) for source in found.sources],
            notes=[_note(document, note, anchors, places, quotes) for note in found.notes] if document else [],
        )
    )


def _title(document: Document | None, said: Words) -> str:
    if document is None:
        return said("page", "sources")
    return f"{said('page', 'sources')}: {document.title or PurePath(document.path).name}"


def _part(part: Shares, said: Words) -> PartItem:
    charts = []
    for measure, name, family in _MEASURES:
        counts: dict[str, int] = dict(getattr(part, name))
        if name == "ages":
            counts = {age: counts[age] for age in AGES if age in counts}
        named = {said.name(family, code) if family else code: n for code, n in counts.items()}
        if UNKNOWN in named and not family:
            named[said.name("source_kind", UNKNOWN)] = named.pop(UNKNOWN)
        label = said("by", measure)
        chart = bars(said("sources", "chart", by=label), named, part.total, rest=said("sources", "others"))
        charts.append((label, chart))
    return PartItem(part.chapter or said("sources", "whole"), part.total, tuple(charts))


def _card(source: Source, anchors: dict[str, str], places: dict[str, str]) -> CardItem:
    notes = tuple((places[note], note) for note in source.notes if note in places)
    return CardItem(anchors[source.key], source, followable(source.url), notes)


def _note(document: Document, note: Note, anchors: dict[str, str], places: dict[str, str], quotes: bool) -> NoteItem:
    supports = ""
    if quotes and note.supports_start is not None and note.supports_end is not None:
        line = " ".join(document.text[note.supports_start : note.supports_end].split())
        supports = line if len(line) <= _LONGEST else "…" + line[-_LONGEST:]
    return NoteItem(places[note.id], note, supports, tuple((c, anchors.get(c.source)) for c in note.citations))
