"""What the page lists: one record for each line of its lists, as the template takes it. Holds no logic."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from tieout.checks.finding import Finding
from tieout.evidence.figure import Figure
from tieout.reading.document import Document
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
