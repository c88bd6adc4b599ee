"""What the tools answer: plain records whose fields are the schema that an assistant is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from tieout.mcp.words import NOTE
from tieout.report.exports.standing import Status


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What a rule of Tieout has to say about some words."""

    rule: str
    severity: str
    message: str


@dataclass(frozen=True, kw_only=True)
class Check:
    """How the words stand in the checks of their own document: ties are figures that must fit together."""

    status: Status
    ties_hold: int
    ties_break: int
    ties_open: int
    findings: list[Finding]


@dataclass(frozen=True, kw_only=True)
class Quote:
    """Words of a document: the characters `start` to `end` of the text of the file with this hash."""

    cite: str
    """How a draft cites it: `[@f:6ef1ed2c1f]`, `[@hrw-2025, p. 4]`."""
    kind: str
    quote: str
    cut: bool
    """Whether the words go on."""
    source: str
    """Key of the document."""
    title: str
    date: str | None
    page: str | None
    start: int
    end: int
    sha256: str
    record: str | None
    """Id of the record."""
    check: Check


@dataclass(frozen=True, kw_only=True)
class FigureQuote(Quote):
    """A figure with its sentence."""

    words: str
    """The figure as printed."""
    value: str | None
    """Exact, as text; null for vague numbers."""
    high: str | None
    bound: str
    unit: str
    figure_kind: str
    direction: str | None
    measure: str
    place: str
    place_code: str | None
    period: str | None
    authority: str


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What every answer has: what the words in it are, and in one line what was found, or why nothing was."""

    note: str = NOTE
    said: str


@dataclass(frozen=True, kw_only=True)
class Quotes(Answer):
    """Quotes, the best first."""

    results: list[FigureQuote | Quote]


@dataclass(frozen=True, kw_only=True)
class Figures(Answer):
    """Figures, in the order of the documents and their texts."""

    total: int
    results: list[FigureQuote]


@dataclass(frozen=True, kw_only=True)
class Compared:
    """Figures of several documents about one thing, and how they relate."""

    subject: str
    relation: str
    means: str
    """The relation in words."""
    verdict: Literal["holds", "breaks", "open"]
    reason: str
    computed: str
    originals: int
    """How many independent originals stand behind the figures."""
    members: int
    figures: list[FigureQuote]
    """The first of the members."""


@dataclass(frozen=True, kw_only=True)
class Comparisons(Answer):
    """Comparisons, disagreements first."""

    total: int
    results: list[Compared]


@dataclass(frozen=True, kw_only=True)
class Held:
    """A document of the workspace."""

    key: str
    title: str
    publisher: str
    kind: str
    date: str | None
    language: str | None
    country: str | None
    url: str | None
    format: str
    sha256: str
    pages: int
    records: dict[str, int]
    """How many records of each kind were read in it."""
    not_read: list[str]
    """What of it was not read."""


@dataclass(frozen=True, kw_only=True)
class Sources(Answer):
    """Documents; for one document or record also what stands around it, and what the checks say."""

    sources: list[Held]
    results: list[FigureQuote | Quote]
    """The record that was asked for, what stands before and behind it, and what the rules found in the document."""


@dataclass(frozen=True, kw_only=True)
class Citation:
    """A citation of a checked text."""

    cited: str
    accepted: bool
    reason: str
    """Why it is refused, or what it was found to be."""
    quote: FigureQuote | Quote | None


@dataclass(frozen=True, kw_only=True)
class Departure:
    """One way in which a sentence departs from what it cites."""

    what: str
    text: str
    """Words of the checked text."""
    source_has: str | None
    """Words of the document."""


@dataclass(frozen=True, kw_only=True)
class Judged:
    """A sentence of a checked text."""

    sentence: str
    start: int
    end: int
    accepted: bool
    verdict: str
    means: str
    citations: list[Citation]
    departures: list[Departure]
    evidence: list[Quote]


@dataclass(frozen=True, kw_only=True)
class CheckedText(Answer):
    """The sentences of a text with a verdict each, and what its own arithmetic gets wrong."""

    accepted: bool
    """Whether every sentence is accepted and no finding is an error."""
    sentences: list[Judged]
    findings: list[Finding]


@dataclass(frozen=True, kw_only=True)
class Scored:
    """A score of an index."""

    id: str
    label: str
    score: str | None
    rank: int | None
    of: int | None
    justification: str
    evidence: list[FigureQuote]
    """Figures of the documents that speak of it."""
    disagreement: str | None
    """The way that all sources report, where the score went another."""


@dataclass(frozen=True, kw_only=True)
class Scores(Answer):
    """The scores of the workspace's country."""

    results: list[Scored]


@dataclass(frozen=True, kw_only=True)
class Table(Answer):
    """What official tables answer."""

    results: list[dict[str, Any]] = field(default_factory=list)
