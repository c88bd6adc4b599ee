"""What the page lists: one record for each line, as the template takes it. Holds no logic."""

from __future__ import annotations

from dataclasses import dataclass

from tieout.report.country.model import Direction, Score, Topic
from tieout.report.country.official import Chart
from tieout.report.country.quoting import Shown


@dataclass(frozen=True, slots=True)
class Link:
    """An address with its words."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Number:
    """A figure in a line: as printed, what it counts, and where, when, by whom."""

    text: str
    address: str
    what: str
    facts: tuple[str, ...]
    since: str = ""
    """What its series begins with: `4 158 (2021) → `."""


@dataclass(frozen=True, slots=True)
class Filtered:
    """What the page's filter goes by: keys of documents, and the first and last year (empty when none is known)."""

    docs: str
    years: str


@dataclass(frozen=True, slots=True)
class FigureItem:
    """A sentence with its figures. `quote` is None where the figure's cell says no more than the figure."""

    numbers: tuple[Number, ...]
    quote: Shown | None
    source: Link
    also: tuple[Link, ...]
    filtered: Filtered


@dataclass(frozen=True, slots=True)
class EventItem:
    """What a sentence says of a law or an act."""

    date: str
    status: str
    actor: str
    quote: Shown


@dataclass(frozen=True, slots=True)
class LawItem:
    """A law or act with its history. A law that no name is given for has no heads."""

    heads: tuple[Link, ...]
    kind: str
    events: tuple[EventItem, ...]
    filtered: Filtered


@dataclass(frozen=True, slots=True)
class GroupItem:
    """A group with what documents say of it, as (label, value) pairs."""

    name: str
    address: str
    facts: tuple[tuple[str, str], ...]
    quotes: tuple[Shown, ...]
    filtered: Filtered


@dataclass(frozen=True, slots=True)
class QuoteItem:
    """A sentence without figures, a gap."""

    quote: Shown
    filtered: Filtered
    tags: tuple[str, ...] = ()
    """How it is said: an opinion, seen at first hand, with reserve."""


@dataclass(frozen=True, slots=True)
class ComparedItem:
    """Figures of several documents side by side."""

    relation: str
    code: str
    reason: str
    computed: str
    quotes: tuple[Shown, ...]
    filtered: Filtered


@dataclass(frozen=True, slots=True)
class TopicItem:
    """A topic with all its lines."""

    topic: Topic
    anchor: str
    label: str
    score: Score | None
    direction: Direction | None
    moving: tuple[Number, ...]
    """The figures that say which way it went."""
    figures: tuple[FigureItem, ...]
    compared: tuple[ComparedItem, ...]
    laws: tuple[LawItem, ...]
    groups: tuple[GroupItem, ...]
    statements: tuple[QuoteItem, ...]
    gaps: tuple[QuoteItem, ...]
    charts: tuple[Chart, ...] = ()
    """Official data, drawn."""


@dataclass(frozen=True, slots=True)
class ShelfItem:
    """A dimension with its topics; those of which no document says anything are named only."""

    anchor: str
    label: str
    score: Score | None
    topics: tuple[TopicItem, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EmergencyItem:
    """A state of emergency in the table."""

    place: str
    start: str
    end: str
    computed: bool
    quotes: tuple[Shown, ...]
    filtered: Filtered


@dataclass(frozen=True, slots=True)
class AskedItem:
    """A recommendation with its follow-up."""

    id: str
    quote: Shown
    norm: str
    status: str
    date: str
    note: str
    by: str
    filtered: Filtered


@dataclass(frozen=True, slots=True)
class AddresseeItem:
    """The recommendations to one addressee."""

    name: str
    items: tuple[AskedItem, ...]
    counts: tuple[tuple[str, int], ...]
    """Status and how many have it, where any follow-up is recorded."""


@dataclass(frozen=True, slots=True)
class ObligationItem:
    """A treaty and what is said of it."""

    treaty: str
    status: str
    date: str
    quote: Shown
    filtered: Filtered


@dataclass(frozen=True, slots=True)
class ExposureItem:
    """A sentence that says who is exposed to what: `said` are the harms, then who does it."""

    said: str
    by: str
    quote: Shown
    tags: tuple[str, ...]
    filtered: Filtered


@dataclass(frozen=True, slots=True)
class ExposedItem:
    """A group of people with what they are exposed to."""

    id: str
    name: str
    counts: tuple[int, ...]
    """How many sentences for each harm of the matrix."""
    items: tuple[ExposureItem, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who is exposed to what: the harms are the columns."""

    harms: tuple[str, ...]
    rows: tuple[ExposedItem, ...]


@dataclass(frozen=True, slots=True)
class ProtectionItem:
    """A means of protection and how it is said to stand."""

    means: str
    status: str
    code: str
    quote: Shown
    tags: tuple[str, ...]
    filtered: Filtered


@dataclass(frozen=True, slots=True)
class FindingItem:
    """A finding in a source."""

    code: str
    severity: str
    message: str
    quote: Shown


@dataclass(frozen=True, slots=True)
class FoundItem:
    """The findings in one document: how many of each severity, and all of them."""

    document: Link
    counts: tuple[tuple[str, int], ...]
    items: tuple[FindingItem, ...]


@dataclass(frozen=True, slots=True)
class DocumentItem:
    """A document as listed."""

    title: Link
    key: str
    publisher: str
    date: str
    figures: int
    label: str
