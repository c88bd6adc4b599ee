"""The Country: what a workspace holds on one country, by the indicators of a framework. Plain records, nothing of HTML.

A statement here is always a record of a document, or a sentence of one: what a page says beside quotes are counts,
dates and labels.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from tieout.checks.finding import Finding
from tieout.compare.comparison import Comparison
from tieout.evidence.figure import Figure
from tieout.evidence.records.act import Act
from tieout.evidence.records.emergency import Emergency
from tieout.evidence.records.exposure import Exposure
from tieout.evidence.records.gap import Gap
from tieout.evidence.records.group import Group
from tieout.evidence.records.law import Law
from tieout.evidence.records.obligation import Obligation
from tieout.evidence.records.protection import Protection
from tieout.evidence.records.recommendation import Recommendation
from tieout.evidence.terms_of_reference import Item
from tieout.report.country.followup import Followed
from tieout.report.country.sentence import Sentence
from tieout.workspace.entry import Entry

Way = Literal["up", "down", "same", "mixed"]


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with the figures in it that speak of the topic. `also` are sentences that say the same again."""

    sentence: Sentence
    figures: tuple[Figure, ...]
    also: tuple[Sentence, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """The ids of its figures."""
        return frozenset(figure.id for figure in self.figures)


@dataclass(frozen=True, slots=True)
class Event:
    """What one sentence says of a law."""

    law: Law
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class LawLine:
    """One law, or several that the same sentences name, with what happened to it, oldest first."""

    laws: tuple[Law, ...]
    """One mention of each law, for its name and address."""
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class ActLine:
    """An institutional act with its sentence."""

    act: Act
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class GapLine:
    """What a document says that it does not know, with its sentence."""

    gap: Gap
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group as all documents tell of it, joined by name and alias."""

    name: str
    mentions: tuple[Group, ...]
    """What each document says, the one that says most first."""

    @property
    def count(self) -> int:
        """How often documents name it."""
        return sum(max(1, len(group.mentions)) for group in self.mentions)

    def values(self, name: str) -> tuple[str, ...]:
        """A list of the groups (`areas`, `activities`, `aliases`) or a single value (`origin`), each value once."""
        held = (getattr(group, name) for group in self.mentions)
        return tuple(dict.fromkeys(v for one in held for v in (one if isinstance(one, tuple) else (one,)) if v))


@dataclass(frozen=True, slots=True)
class Move:
    """A figure that says which way something went: of change, or a count with the first of its series in `since`."""

    figure: Figure
    since: Figure | None = None


@dataclass(frozen=True, slots=True)
class Direction:
    """The way that figures say something went, with those that say so, the newest first."""

    way: Way
    up: tuple[Move, ...] = ()
    down: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """An index's score of the indicator or dimension. Numbers are as printed."""

    value: str
    along: float
    """How far along the scale, in percent."""
    was: float | None = None
    """The same of the edition before."""
    change: str | None = None
    rank: int | None = None
    of: int | None = None
    edition: str = ""
    worse: bool = True
    """A higher score is worse."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What the documents hold on one indicator, or on one thing that no indicator is about."""

    id: str
    label: str
    definition: str = ""
    question: str = ""
    figures: tuple[Said, ...] = ()
    """Best first: of the country and newest, then with their authority."""
    laws: tuple[LawLine, ...] = ()
    acts: tuple[ActLine, ...] = ()
    groups: tuple[GroupLine, ...] = ()
    statements: tuple[Sentence, ...] = ()
    """Sentences without figures, those that say most of it first."""
    further: int = 0
    """How many statements more there are."""
    disagreements: tuple[Comparison, ...] = ()
    """Numbers of several documents for one thing and one time that differ."""
    fitting: tuple[Comparison, ...] = ()
    """Levels and changes of several documents that lead to each other."""
    others: tuple[Comparison, ...] = ()
    """What looks alike and counts something else."""
    gaps: tuple[GapLine, ...] = ()
    direction: Direction | None = None
    score: Score | None = None

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that say something of it."""
        held = [said.sentence.doc for said in self.figures] + [s.doc for s in self.statements]
        held += [event.sentence.doc for line in self.laws for event in line.events]
        held += [line.sentence.doc for line in self.acts] + [line.sentence.doc for line in self.gaps]
        held += [group.doc for line in self.groups for group in line.mentions]
        return tuple(dict.fromkeys(held))

    @property
    def empty(self) -> bool:
        """Whether no document says anything of it."""
        return not self.documents


@dataclass(frozen=True, slots=True)
class Shelf:
    """A dimension of the framework with its indicators; its id is empty for what stands beside the framework."""

    id: str
    label: str
    topics: tuple[Topic, ...]
    score: Score | None = None


@dataclass(frozen=True, slots=True)
class Addressed:
    """The recommendations to one addressee, each with what the user recorded of its follow-up."""

    addressee: str | None
    recommendations: tuple[tuple[Recommendation, Followed | None], ...]


@dataclass(frozen=True, slots=True)
class FindingsOf:
    """What a check finds in one document, gravest first."""

    entry: Entry
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that was not read, and why."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Country:
    """One country as the documents of a workspace tell it."""

    iso3: str
    code: str
    """ISO 3166-1 alpha-2."""
    framework: str
    """Title and edition of the framework."""
    documents: tuple[Entry, ...]
    """Those that are about the country, newest first."""
    elsewhere: tuple[Entry, ...]
    """Those about other countries; of them only what is said of this one."""
    shelves: tuple[Shelf, ...]
    period: str | None = None
    emergencies: tuple[tuple[Emergency, ...], ...] = ()
    """Oldest first, those without a date last; each with its other mentions behind."""
    recommendations: tuple[Addressed, ...] = ()
    lost_followup: tuple[str, ...] = ()
    """Keys of the user's follow-up that no recommendation has."""
    obligations: tuple[Obligation, ...] = ()
    groups: tuple[GroupLine, ...] = ()
    exposures: tuple[Exposure, ...] = ()
    protections: tuple[Protection, ...] = ()
    gaps: tuple[GapLine, ...] = ()
    unanswered: tuple[Item, ...] = ()
    """Terms of reference on which no document says anything."""
    terms: int | None = None
    """How many terms of reference there are, when the user gave any."""
    findings: tuple[FindingsOf, ...] = ()
    unread: tuple[Unread, ...] = ()
    aside: int = 0
    """Figures of the country that stand under no topic; the page of figures has them."""
    counts: dict[str, int] = field(default_factory=dict)
    """How many records of each kind the documents hold on the country."""

    @property
    def topics(self) -> tuple[Topic, ...]:
        """All topics in the order of the page."""
        return tuple(topic for shelf in self.shelves for topic in shelf.topics)
