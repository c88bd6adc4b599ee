"""From a workspace to the Country: every record of every document put where it belongs. It draws nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from tieout.checks.finding import SEVERITIES
from tieout.compare.comparison import DISAGREEING, Comparison
from tieout.evidence.figure import Figure
from tieout.evidence.records.emergency import Emergency
from tieout.evidence.records.exposure import Exposure
from tieout.evidence.records.group import Group
from tieout.evidence.records.obligation import Obligation
from tieout.evidence.records.protection import Protection
from tieout.evidence.records.recommendation import Recommendation
from tieout.evidence.records.record import Record
from tieout.evidence.terms_of_reference import Terms
from tieout.index.countries import alpha2_of
from tieout.index.framework import Framework, Indicator
from tieout.index.names import key_of
from tieout.language.edtf import bounds
from tieout.report.country import bearing, emergencies, figures, groups, laws, statements
from tieout.report.country.about import About
from tieout.report.country.answering import unanswered
from tieout.report.country.followup import Followed, matched
from tieout.report.country.joined import Joined
from tieout.report.country.lexicon import Lexicon
from tieout.report.country.model import (
    ActLine,
    Addressed,
    Country,
    Event,
    FindingsOf,
    GapLine,
    GroupLine,
    Score,
    Shelf,
    Topic,
    Unread,
)
from tieout.report.country.sentence import Sentence, Sentences
from tieout.report.country.texts import is_whole
from tieout.workspace.entry import Entry
from tieout.workspace.part import Part
from tieout.workspace.workspace import Workspace

T = TypeVar("T")
_UNTOLD = frozenset({"age", "duration", "threshold", "rank"})
_WHOLES = frozenset({"gdp"})
"""Concepts of which others are shares: a share of them tells nothing of them."""
BESIDE = "beside:"
"""Before a concept that no indicator is about, in the id of its topic."""


@dataclass(slots=True)
class _Held:
    """What was found for one topic so far."""

    figures: list[figures.Placed] = field(default_factory=list)
    laws: list[Event] = field(default_factory=list)
    acts: list[ActLine] = field(default_factory=list)
    groups: list[GroupLine] = field(default_factory=list)
    statements: list[tuple[int, Sentence]] = field(default_factory=list)
    gaps: list[GapLine] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a country page is made of beside the workspace. `scores` are by indicator or dimension."""

    framework: Framework
    language: str = "en"
    comparisons: Sequence[Comparison] = ()
    scores: Mapping[str, Score] = field(default_factory=dict)
    terms: Terms | None = None
    followed: Sequence[Followed] = ()


def country_of(workspace: Workspace, iso3: str, asked: Asked) -> Country:
    """All that a workspace holds on a country (ISO 3166-1 alpha-3)."""
    return _Gathering(workspace, iso3, asked).country()


class _Gathering:
    def __init__(self, workspace: Workspace, iso3: str, asked: Asked) -> None:
        self.workspace, self.iso3, self.asked = workspace, iso3, asked
        self.about = About(alpha2_of(iso3) or "", workspace.scope.country)
        self.lexicon = Lexicon(asked.framework)
        self.joined = Joined((tie for _, part in workspace.parts() for tie in part.ties), asked.comparisons)
        self.mine = {entry.doc: self.about.document(entry, part) for entry, part in workspace.parts()}
        self.order = _order_of(workspace)
        self.held: dict[str, _Held] = {}
        self.counts: Counter[str] = Counter()
        self.aside = 0
        self.sentences: dict[str, Sentences] = {}
        self.gaps: list[GapLine] = []
        self.events: list[Event] = []

    def country(self) -> Country:
        for entry, part in self.workspace.parts():
            self._read(entry, part)
        lines = groups.lines_of(self._mine("group", Group))
        self._place_groups(lines)
        self._place_laws()
        asked, documents = self.asked, [e for e in self.workspace.entries if self.mine[e.doc]]
        recommendations = self._mine("recommendation", Recommendation)
        followed, lost = matched(asked.followed, [r.id for r in recommendations])
        return Country(
            iso3=self.iso3,
            code=self.about.code,
            framework=f"{asked.framework.title[asked.language]} {asked.framework.edition}",
            documents=tuple(sorted(documents, key=_newest)),
            elsewhere=tuple(e for e in self.workspace.entries if not self.mine[e.doc]),
            shelves=tuple(self._shelves()),
            period=self.workspace.scope.period,
            emergencies=emergencies.joined(self._mine("emergency", Emergency)),
            recommendations=_addressed(recommendations, followed),
            lost_followup=lost,
            obligations=_obligations(self._mine("obligation", Obligation)),
            groups=lines,
            exposures=tuple(self._mine("exposure", Exposure)),
            protections=tuple(self._mine("protection", Protection)),
            gaps=tuple(self.gaps),
            unanswered=unanswered(asked.terms, self._all_sentences(documents)) if asked.terms else (),
            terms=len(asked.terms.items) if asked.terms else None,
            findings=tuple(self._findings(documents)),
            unread=tuple(self._unread()),
            aside=self.aside,
            counts=dict(self.counts),
        )

    def _mine(self, kind: str, type_: type[T]) -> list[T]:
        """The records of a kind in the documents about the country."""
        return [r for r in self.workspace.records(kind) if isinstance(r, type_) and self.mine[_doc(r)]]

    def _at(self, topic: str) -> _Held:
        return self.held.setdefault(topic, _Held())

    def _read(self, entry: Entry, part: Part) -> None:
        sentences = self.sentences[entry.doc] = Sentences(self.workspace.reading(entry.doc))
        taken = self._read_figures(entry, part, sentences)
        if not self.mine[entry.doc]:
            return
        taken |= self._read_laws(part, sentences) | self._read_acts(part, sentences) | self._read_gaps(part, sentences)
        others: tuple[Record, ...] = (*part.emergencies, *part.recommendations, *part.obligations)
        taken |= {(s.start, s.end) for r in others if (s := sentences.at(r.start, r.end))}
        self.counts["law"] += len({law.key or law.id for law in part.laws})
        for topic, told, sentence in statements.candidates(sentences.all, taken, self.lexicon, self.about):
            self._at(topic).statements.append((told, sentence))

    def _read_figures(self, entry: Entry, part: Part, sentences: Sentences) -> set[tuple[int, int]]:
        taken: set[tuple[int, int]] = set()
        for figure in part.figures:
            sentence = sentences.at(figure.start, figure.end)
            if sentence is None or figure.where == "note" or not self.about.figure(figure, self.mine[entry.doc]):
                continue
            self.counts["figure"] += 1
            taken.add((sentence.start, sentence.end))
            topics = bearing.of_figure(figure, sentence, self.lexicon) or _beside(figure)
            self.aside += not topics
            for topic in topics:
                self._at(topic).figures.append((figure, sentence))
        return taken

    def _read_laws(self, part: Part, sentences: Sentences) -> set[tuple[int, int]]:
        taken = set()
        declared = {s for e in part.emergencies if (s := sentences.at(e.start, e.end))}
        for law in part.laws:
            sentence = sentences.at(law.start, law.end)
            if sentence is None or sentence in declared or not laws.is_told(law):
                continue
            taken.add((sentence.start, sentence.end))
            self.events.append(Event(law, sentence))
        return taken

    def _read_acts(self, part: Part, sentences: Sentences) -> set[tuple[int, int]]:
        taken = set()
        for act in part.acts:
            sentence = sentences.at(act.start, act.end)
            if sentence is not None and is_whole(sentence.text):
                taken.add((sentence.start, sentence.end))
                for topic in bearing.of_words(act.text, sentence, self.lexicon):
                    self._at(topic).acts.append(ActLine(act, sentence))
        return taken

    def _read_gaps(self, part: Part, sentences: Sentences) -> set[tuple[int, int]]:
        taken = set()
        for gap in part.gaps:
            sentence = sentences.at(gap.start, gap.end)
            if sentence is None:
                continue
            taken.add((sentence.start, sentence.end))
            self.gaps.append(GapLine(gap, sentence))
            for topic in bearing.of_gap(gap, sentence, self.lexicon):
                self._at(topic).gaps.append(self.gaps[-1])
        return taken

    def _place_laws(self) -> None:
        """Put all that is told of a law under every indicator that some mention of it touches."""
        for events in laws.by_law(self.events):
            for topic in {t for e in events for t in bearing.of_law(e.law, e.sentence, self.lexicon)}:
                self._at(topic).laws.extend(events)

    def _place_groups(self, lines: Iterable[GroupLine]) -> None:
        for line in lines:
            foreign = any(self.about.elsewhere(origin) for origin in line.values("origin"))
            topics: set[str] = set()
            for group in line.mentions:
                language = self.workspace.part(group.doc).language
                topics.update(bearing.of_group(group, language, self.lexicon, foreign=foreign))
            for topic in topics:
                self._at(topic).groups.append(line)

    def _shelves(self) -> Iterable[Shelf]:
        framework, language = self.asked.framework, self.asked.language
        used: set[str] = set()
        for dimension in framework.dimensions:
            topics = [self._topic(i, used) for i in framework.indicators if i.parent == dimension.id]
            score = self.asked.scores.get(dimension.id)
            if topics or score:
                yield Shelf(dimension.id, dimension.label[language], tuple(topics), score)
        beside = [id for id in self.held if id.startswith(BESIDE)]
        order = sorted(beside, key=lambda id: (-len(self.held[id].figures), id))
        if order:
            yield Shelf("", "", tuple(self._made(id, "", self.held[id], used) for id in order))

    def _topic(self, indicator: Indicator, used: set[str]) -> Topic:
        label = indicator.label[self.asked.language]
        return self._made(indicator.id, label, self.held.get(indicator.id, _Held()), used, indicator)

    def _made(self, id: str, label: str, held: _Held, used: set[str], indicator: Indicator | None = None) -> Topic:
        language = self.asked.language
        said = figures.said_of(held.figures, self.workspace.by_doc, self.about, self.joined)
        kept, all_of_them = statements.best(held.statements, self.order, used)
        ids = {figure.id for figure, _ in held.figures}
        compared = [c for c in self.asked.comparisons if _of(c, ids)]
        return Topic(
            id=id,
            label=label,
            definition=indicator.definition[language] if indicator else "",
            question=indicator.question[language] if indicator else "",
            figures=said,
            laws=laws.lines_of(held.laws),
            acts=_acts(held.acts),
            groups=tuple(held.groups),
            statements=kept,
            further=all_of_them - len(kept),
            disagreements=tuple(c for c in compared if c.relation in DISAGREEING),
            fitting=tuple(c for c in compared if c.relation == "fits"),
            others=tuple(c for c in compared if c.relation == "other_definition"),
            gaps=tuple(held.gaps),
            direction=figures.direction_of(held.figures),
            score=self.asked.scores.get(id),
        )

    def _all_sentences(self, documents: Iterable[Entry]) -> Iterable[tuple[str, str]]:
        return ((s.language, s.text) for entry in documents for s in self.sentences[entry.doc].all if s.kind != "note")

    def _findings(self, documents: Iterable[Entry]) -> Iterable[FindingsOf]:
        for entry in documents:
            found = sorted(
                self.workspace.part(entry.doc).findings, key=lambda f: (SEVERITIES.index(f.severity), f.start)
            )
            if found:
                yield FindingsOf(entry, tuple(found))

    def _unread(self) -> Iterable[Unread]:
        yield from (Unread(one.path, one.why) for one in self.workspace.manifest.unread)


def _doc(record: object) -> str:
    assert isinstance(record, Record)
    return record.doc


def _beside(figure: Figure) -> tuple[str, ...]:
    """The concept of a figure that no indicator is about."""
    share = figure.kind == "share" and figure.concept in _WHOLES
    told = figure.concept and figure.kind not in _UNTOLD and not share
    return (f"{BESIDE}{figure.concept}",) if told else ()


def _of(comparison: Comparison, ids: set[str]) -> bool:
    """Whether most members of a comparison are figures of the topic."""
    members = [figure.id in ids for figure in comparison.figures]
    return bool(members) and sum(members) * 2 > len(members)


def _acts(acts: Iterable[ActLine]) -> tuple[ActLine, ...]:
    """Each sentence once, the newest first."""
    once = {line.sentence.text: line for line in acts}.values()
    return tuple(sorted(once, key=lambda line: line.act.date or "", reverse=True))


def _newest(entry: Entry) -> tuple[str, str]:
    """Newest first: dates are turned over so that names still rise."""
    return "".join(chr(255 - ord(c)) for c in entry.date or "") or "\uffff", entry.doc


def _order_of(workspace: Workspace) -> dict[str, int]:
    """The place of each document among the newest first; those from before the reference period come last."""
    period = workspace.scope.period
    first = bounds(period)[0] if period else None

    def before(entry: Entry) -> bool:
        published = bounds(entry.date)[1] if entry.date else None
        return published is None or (first is not None and published < first)

    ordered = sorted(sorted(workspace.entries, key=_newest), key=before)
    return {entry.doc: number for number, entry in enumerate(ordered)}


def _addressed(recommendations: Sequence[Recommendation], followed: Mapping[str, Followed]) -> tuple[Addressed, ...]:
    """By addressee, in the order of the documents; each recommendation once; those to nobody last."""
    by: dict[str, list[Recommendation]] = {}
    seen: set[str] = set()
    for one in recommendations:
        words = key_of(one.action)
        if words not in seen or one.id in followed:
            seen.add(words)
            by.setdefault(key_of(one.addressee or ""), []).append(one)
    order = sorted(by, key=lambda key: (not key, -len(by[key])))
    return tuple(Addressed(by[key][0].addressee, tuple((r, followed.get(r.id)) for r in by[key])) for key in order)


def _obligations(found: Iterable[Obligation]) -> tuple[Obligation, ...]:
    """Each treaty and status once a document, in the order of the treaties."""
    once = {(o.treaty, o.status, o.doc): o for o in found}
    return tuple(sorted(once.values(), key=lambda o: (o.treaty.casefold(), o.date or "", o.status, o.doc)))
