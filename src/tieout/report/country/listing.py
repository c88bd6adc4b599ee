"""From the Country to the lines of the page: every record with its words, dates and addresses. Makes no HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tieout.checks.finding import SEVERITIES
from tieout.checks.telling import own_words
from tieout.checks.voice import Voice
from tieout.compare.comparison import RELATIONS, Comparison
from tieout.compare.words import relation_words
from tieout.evidence.figure import Figure
from tieout.evidence.records.emergency import Emergency
from tieout.evidence.records.group import Group
from tieout.evidence.records.obligation import Obligation
from tieout.evidence.records.record import Record
from tieout.evidence.records.voice import voice_of
from tieout.evidence.records.words import any_of
from tieout.language.edtf import bounds
from tieout.report.country.about import About
from tieout.report.country.items import (
    AddresseeItem,
    AskedItem,
    ComparedItem,
    EmergencyItem,
    EventItem,
    FigureItem,
    Filtered,
    FindingItem,
    FoundItem,
    GroupItem,
    LawItem,
    Link,
    Number,
    ObligationItem,
    QuoteItem,
)
from tieout.report.country.model import ActLine, Addressed, FindingsOf, GapLine, GroupLine, LawLine, Move, Said
from tieout.report.country.quoting import Quoting, Shown
from tieout.report.country.sentence import Sentence, Sentences
from tieout.report.draft.dates import said
from tieout.report.site.address import document_page, group_address, law_address, record_address
from tieout.report.site.quoted import title_of
from tieout.report.words import words
from tieout.workspace.workspace import Workspace

_RUNNING = frozenset({"paragraph", "list_item"})
_BLANKS = 20
"""Characters by which a stretch of the document may be longer than the words read from it: blanks and line ends."""
_TELLING = 8
"""Words of a sentence that tells something."""
_TAGGED = frozenset({"opinion", "observed"})
"""Voices that a reader wants to know of a statement."""
_OF_GROUP = ("origin", "areas", "activities", "allies", "rivals", "parent")
"""What is said of a group, in the order of the page."""
_GROUP_QUOTES = 6
"""Documents whose first words on a group are quoted."""


class Listing:
    """Makes the lines of one page. `code` is the country's, ISO 3166-1 alpha-2."""

    def __init__(self, workspace: Workspace, lang: str, code: str) -> None:
        self.workspace, self.lang, self.about = workspace, lang, About(code)
        self.quoting = Quoting(workspace, lang)
        self.words = words(lang, "tieout.report.country")
        self.site = words(lang, "tieout.report.site")
        self.voice = Voice(lang)
        self._sentences: dict[str, Sentences] = {}

    def figures(self, line: Said) -> FigureItem:
        """A sentence with its figures."""
        first = line.sentence
        bare = len(first.text.split()) < 4
        also = {self._source(s.doc): self.quoting.sentence(s).address for s in line.also}
        return FigureItem(
            tuple(self._numbers(line.figures)),
            None if bare else self.quoting.sentence(first, line.figures),
            Link(self._source(first.doc), self.quoting.address(line.figures[0])),
            tuple(Link(name, address) for name, address in also.items()),
            self.filtered([first.doc, *(s.doc for s in line.also)], [f.period for f in line.figures]),
        )

    def number(self, figure: Figure) -> Number:
        """A figure with what is known of it; what holds for the whole country is not said again."""
        what = self.words("score", "printed") if figure.kind == "score" else self._measure(figure)
        place = "" if self.about.whole(figure) else figure.place or ""
        facts = (place, self.date(figure.period), figure.authority or "")
        return Number(
            _line(figure.text), self.quoting.address(figure), _line(what), tuple(map(_line, filter(None, facts)))
        )

    def _measure(self, figure: Figure) -> str:
        """What it counts, in the words of its own sentence; what stands between them is left out visibly."""
        text = self.workspace.part(figure.doc).document.text
        anchors = figure.anchors.get("measure", ())
        here = [(a, b) for a, b in anchors if figure.sentence_start <= a < b <= figure.sentence_end]
        parted = any(b - a > len(figure.measure or "") + _BLANKS for a, b in here)  # A page foot stands inside.
        return figure.measure or "" if parted or not here else " … ".join(text[a:b] for a, b in here)

    def move(self, move: Move) -> Number:
        """A figure that says which way something went, a count with the one that its series begins with."""
        number = self.number(move.figure)
        if move.since is None:
            return number
        since = f"{_line(move.since.text)} ({self.date(move.since.period)}) → "
        return replace(number, since=since)

    def _numbers(self, figures: Sequence[Figure]) -> Iterator[Number]:
        """The figures of a sentence; what they have in common is said of the first."""
        before = Number("", "", "", ())
        for number in map(self.number, figures):
            what = "" if number.what == before.what else number.what
            yield replace(number, what=what, facts=tuple(f for f in number.facts if f not in before.facts))
            before = number

    def law(self, line: LawLine) -> LawItem:
        """A law with its history."""
        heads = [
            Link(self._law_name(law.number, law.name, law.kind), law_address(law.key)) for law in line.laws if law.key
        ]
        events = tuple(
            EventItem(
                self.date(e.law.date),
                self.site.name("status", "named" if e.law.is_named_only else e.law.status or ""),
                _line(e.law.actor or ""),
                self.quoting.sentence(e.sentence, [e.law]),
            )
            for e in line.events
        )
        docs, dates = [e.sentence.doc for e in line.events], [e.law.date for e in line.events]
        kind = self.site.name("record_kind", line.laws[0].kind)
        return LawItem(tuple(heads), kind, events, self.filtered(docs, dates))

    def act(self, line: ActLine) -> LawItem:
        """An institutional act."""
        quote = self.quoting.sentence(line.sentence, [line.act])
        kind = self.words.name("act", line.act.kind)
        event = EventItem(self.date(line.act.date), kind, _line(line.act.actor or ""), quote)
        return LawItem((), self.words("law", "acts"), (event,), self.filtered([line.act.doc], [line.act.date]))

    def group(self, line: GroupLine) -> GroupItem:
        """A group with what all documents say of it."""
        facts = [
            (self.words("group", "also_called"), [n for n in line.values("aliases") if n != line.name]),
            *((self.words("group", key), line.values(key)) for key in _OF_GROUP),
        ]
        first = {group.doc: group for group in reversed(line.mentions)}
        quotes = [self._told(group) for group in list(first.values())[:_GROUP_QUOTES]]
        return GroupItem(
            line.name,
            group_address(line.name),
            tuple((label, _line(", ".join(values))) for label, values in facts if values),
            tuple(quotes),
            self.filtered(first, ()),
        )

    def statement(self, sentence: Sentence) -> QuoteItem:
        """A sentence without figures."""
        text, language = sentence.text, sentence.language
        voice = voice_of(text, language)[0]
        tags = [self.words.name("voice", voice)] if voice in _TAGGED else []
        if any_of(language, "statements", "hedge").search(text):
            tags.append(self.words("topic", "hedged"))
        return QuoteItem(self.quoting.sentence(sentence), self.filtered([sentence.doc], ()), tuple(tags))

    def gap(self, line: GapLine) -> QuoteItem:
        """A sentence that says what is not known."""
        return QuoteItem(self.quoting.sentence(line.sentence, [line.gap]), self.filtered([line.gap.doc], ()))

    def compared(self, comparison: Comparison) -> ComparedItem:
        """Figures of several documents side by side."""
        by_sentence: dict[tuple[str, int], list[Figure]] = {}
        for figure in comparison.figures:
            by_sentence.setdefault((figure.doc, figure.sentence_start), []).append(figure)
        return ComparedItem(
            relation_words(comparison.relation, self.words.language),
            comparison.relation,
            self.voice.put(comparison.reason, own_words(comparison.members, "stated")),
            self.voice.put(comparison.computed, own_words(comparison.members, "computed")),
            (*map(self._together, by_sentence.values()), *self._without_figure(comparison)),
            self.filtered(comparison.docs, [figure.period for figure in comparison.figures]),
        )

    def _without_figure(self, comparison: Comparison) -> Iterator[Shown]:
        """The sentences that say something of the thing without a number (`more than the year before`)."""
        for member in comparison.members:
            sentence = self._sentences_of(member.doc).at(member.start, member.end) if member.figure is None else None
            if sentence is not None:
                yield self.quoting.sentence(sentence)

    def emergency(self, held: Sequence[Emergency]) -> EmergencyItem:
        """A state of emergency with every sentence that tells of it."""
        one = held[0]
        return EmergencyItem(
            _line(one.place or ""),
            self.date(one.emergency_start),
            self.date(one.emergency_end),
            one.end_computed,
            tuple(self.whole(e) for e in held),
            self.filtered([e.doc for e in held], [one.emergency_start, one.emergency_end]),
        )

    def addressee(self, held: Addressed) -> AddresseeItem:
        """The recommendations to one addressee."""
        items, counts = [], dict[str, int]()
        for one, followed in held.recommendations:
            status = followed.status if followed else "open"
            counts[status] = counts.get(status, 0) + 1
            items.append(
                AskedItem(
                    one.id,
                    self.whole(one),
                    _line(one.norm or ""),
                    status,
                    self.date(followed.date) if followed else "",
                    (followed.note or "") if followed else "",
                    (followed.by or "") if followed else "",
                    self.filtered([one.doc], ()),
                )
            )
        name = _line(held.addressee or "") or self.words("recommendation", "nobody")
        told = any(followed for _, followed in held.recommendations)
        return AddresseeItem(name, tuple(items), tuple(counts.items()) if told else ())

    def obligation(self, one: Obligation) -> ObligationItem:
        """A treaty and what is said of it."""
        status = self.site.name("status", one.status)
        return ObligationItem(
            one.treaty, status, self.date(one.date), self.whole(one), self.filtered([one.doc], [one.date])
        )

    def found(self, held: FindingsOf) -> FoundItem:
        """The findings in one document."""
        entry = held.entry
        counts = tuple((s, n) for s in SEVERITIES if (n := sum(f.severity == s for f in held.findings)))
        items = tuple(
            FindingItem(
                f.rule,
                f.severity,
                self.voice.put(f.message),
                self.quoting.words(f.doc, f.start, f.end, record_address(entry, f.id)),
            )
            for f in held.findings
        )
        return FoundItem(Link(title_of(entry), document_page(entry)), counts, items)

    def filtered(self, docs: Iterable[str], dates: Iterable[str | None]) -> Filtered:
        """What the filter goes by."""
        keys = dict.fromkeys(self.workspace.by_doc[doc].key for doc in docs)
        years = [day.year for date in dates if date for day in bounds(date) if day]
        return Filtered(" ".join(keys), f"{min(years)} {max(years)}" if years else "")

    def date(self, edtf: str | None) -> str:
        """A date or period in words; empty when there is none."""
        return said(edtf, self.words.language) if edtf else ""

    def _together(self, figures: Sequence[Figure]) -> Shown:
        """Figures of one sentence in one quote."""
        return self.whole(figures[0], figures)

    def whole(self, record: Figure | Record, marked: Sequence[Figure | Record] = ()) -> Shown:
        """The whole sentence of a record with its words marked; its own words where it stands in no sentence."""
        sentence = self._sentences_of(record.doc).at(record.start, record.end)
        return self.quoting.sentence(sentence, marked or [record]) if sentence else self.quoting.record(record)

    def _told(self, group: Group) -> Shown:
        """The first sentence of a document that tells of a group, and is no heading; else its first mention."""
        sentences = self._sentences_of(group.doc)
        for start, end in group.mentions:
            found = sentences.at(start, end)
            if found and found.kind in _RUNNING and len(found.text.split()) >= _TELLING:
                return self.quoting.marked(found, [(start, end)], self.quoting.address(group))
        return self.whole(group)

    def _sentences_of(self, doc: str) -> Sentences:
        if doc not in self._sentences:
            self._sentences[doc] = Sentences(self.workspace.reading(doc))
        return self._sentences[doc]

    def _source(self, doc: str) -> str:
        return self.quoting.source(doc)

    def _law_name(self, number: str | None, name: str | None, kind: str) -> str:
        if number:
            kind_word = self.site.name("record_kind", kind)
            return f"{kind_word[:1].upper()}{kind_word[1:]} {number}"
        return _line(name or "")


def between(found: Iterable[Comparison]) -> list[Comparison]:
    """Comparisons in the order in which a reader wants to see them: of one relation, those of most documents first."""
    return sorted(found, key=lambda c: (RELATIONS.index(c.relation), -len(c.docs), len(c.members)))


def _line(text: str) -> str:
    return " ".join(text.split())
