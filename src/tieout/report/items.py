"""What the page lists: one record for each line of its lists, as the template takes it. Holds no logic."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from tieout.checks.finding import Finding
from tieout.evidence.figure import Figure
from tieout.reading.document import Document
from tieout.sources.citation import Citation
from tieout.sources.claims.claim import Claim
from tieout.sources.note import Note
from tieout.sources.source import Source
from tieout.ties.tie import Tie


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document in a list: where they stand, and the id of their mark when the page shows it."""

    text: str
    place: str
    anchor: str | None


@dataclass(frozen=True, slots=True)
class FindingItem:
    """A finding as listed."""

    number: int
    finding: Finding
    message: str
    computed: str | None
    quote: Quote
    evidence: tuple[Quote, ...]
    docs: str
    stamps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TieItem:
    """A tie as listed."""

    number: int
    tie: Tie
    stated: str
    computed: str
    members: tuple[Quote, ...]
    docs: str


@dataclass(frozen=True, slots=True)
class FigureItem:
    """A figure as listed: facts are (label, value) pairs; ties and findings the numbers of those it is part of."""

    number: int
    figure: Figure
    quote: Quote
    facts: tuple[tuple[str, str], ...]
    ties: tuple[int, ...]
    findings: tuple[int, ...]
    docs: str


@dataclass(frozen=True, slots=True)
class DocumentItem:
    """A document with its text set, or None for a page without quotes."""

    number: int
    document: Document
    name: str
    title: str | None
    html: Markup | None
    figures: int
    findings: int
    losses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoteItem:
    """A note as listed: a quote of what it supports for each of its marks, and its citations, each with the number of
    the source it leads to."""

    number: int
    note: Note
    supports: tuple[Quote, ...]
    body: str | None
    """Id of its text on the page."""
    text: str
    """Its words, where nothing in it was read as a citation."""
    citations: tuple[tuple[Citation, int | None], ...]
    claims: tuple[tuple[int, Claim], ...]
    docs: str


@dataclass(frozen=True, slots=True)
class SourceItem:
    """A source as listed. `link` is an address that may be followed; `notes` are numbers on the page and as printed."""

    number: int
    source: Source
    link: str | None
    notes: tuple[tuple[int, str], ...]
    docs: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of the library: what its text is called, its words with the difference marked, where it stands."""

    name: str
    html: Markup
    place: str


@dataclass(frozen=True, slots=True)
class ClaimItem:
    """A sentence held against the library: its words and the passages, each with the difference marked."""

    number: int
    claim: Claim
    why: str
    quote: Quote
    html: Markup
    passages: tuple[Passage, ...]
    notes: tuple[tuple[int, str], ...]
    docs: str
