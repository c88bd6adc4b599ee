"""Comparisons as lines of text: under each subject what the sources say, side by side with their words and a number
each, and then how these numbers relate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tieout.compare.comparison import Comparison, Subject
from tieout.compare.point import Point, topic_of
from tieout.compare.publication import Publications
from tieout.compare.words import relation_words, said
from tieout.evidence.figure import Figure
from tieout.reading.document import Document
from tieout.ties.judge import member_of
from tieout.ties.plain import words
from tieout.ties.tie import Member

Telling = Callable[[str, Sequence[Member]], str]
"""Puts a line that was made in English into the language of the answer; the members' own words stay."""
_LONGEST = 180
_Span = tuple[str, int, int]


@dataclass(slots=True)
class _Section:
    """One subject: what the sources say of it, and how that relates."""

    said: dict[_Span, Member] = field(default_factory=dict)
    found: list[Comparison] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Listing:
    """What the lines are made with."""

    documents: Mapping[str, Document]
    publications: Publications
    tell: Telling
    lang: str = "en"

    def lines(self, found: Iterable[Comparison], figures: Iterable[Point] = ()) -> Iterator[str]:
        """The comparisons, and beside them other figures that were asked for; what is compared most comes first."""
        for title, section in _sections(found, figures).items():
            yield title
            members = sorted(section.said.values(), key=_in_time)
            number = {_span(member): at for at, member in enumerate(members, 1)}
            for member in members:
                yield f"  {number[_span(member)]:>2}  {self._side(member)}"
                yield f"      «{quote(self.documents[member.doc], member.start, member.figure)}»"
            for one in section.found:
                beside = ", ".join(str(number[_span(m)]) for m in one.members)
                yield f"   {relation_words(one.relation, self.lang)} ({beside}): {self._said(one)}"
            yield ""

    def _said(self, one: Comparison) -> str:
        line = f"{self.tell(one.computed, one.members)} — {self.tell(one.reason, one.members)}"
        if one.relation not in ("agrees", "same_original"):
            return line
        return f"{line}; {said('originals', self.lang).format(n=one.originals)}"

    def _side(self, member: Member) -> str:
        figure, label = member.figure, self.publications[member.doc].label
        number = words(figure) if figure else " ".join(member.text.split())
        told = (figure.period, figure.authority) if figure else ()
        where = f"{member.doc}:{member.start}" if label == member.doc else f"{label}, {member.doc}:{member.start}"
        return " · ".join(part for part in (number, *told, where) if part)


def _sections(found: Iterable[Comparison], figures: Iterable[Point]) -> dict[str, _Section]:
    sections: dict[str, _Section] = defaultdict(_Section)
    for one in found:
        section = sections[one.subject.title]
        section.found.append(one)
        section.said.update((_span(member), member) for member in one.members)
    for point in figures:
        figure = point.figure
        title = Subject(topic_of([point]), figure.place, figure.place_code, point.family).title
        member = member_of(figure)
        if not any(_span(member) in section.said for section in sections.values()):
            sections[title].said[_span(member)] = member
    return dict(sorted(sections.items(), key=lambda item: (-len(item[1].found), item[0])))


def _span(member: Member) -> _Span:
    return member.doc, member.start, member.end


def _in_time(member: Member) -> tuple[str, str, int]:
    return (member.figure.period if member.figure else None) or "~", member.doc, member.start


def quote(document: Document, at: int, figure: Figure | None) -> str:
    """The sentence of a figure on one line; of a long one the words around the number."""
    start, end = (figure.sentence_start, figure.sentence_end) if figure else (max(0, at - 60), at + 120)
    if end - start <= _LONGEST:
        return " ".join(document.text[start:end].split())
    low, high = max(start, at - _LONGEST // 2), min(end, at + _LONGEST // 2)
    text = " ".join(document.text[low:high].split())
    return f"{'…' if low > start else ''}{text}{'…' if high < end else ''}"
