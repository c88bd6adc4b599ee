"""A Point: a figure as comparisons see it: its topic, family of units, place, days and authority as keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache

from tieout.compare.topic import Topic, read_topic
from tieout.evidence.corpus import Reading
from tieout.evidence.figure import Figure
from tieout.language.edtf import bounds, is_date
from tieout.sources.publisher import shipped
from tieout.sources.stems import words_of
from tieout.sources.terms import terms_in
from tieout.sources.words import fold
from tieout.ties.interval import Interval
from tieout.ties.stated import HARD, SOFT, Look

Days = tuple[date, date]

_WHERE = frozenset({"body", "table", "caption"})
_BODY = "body"
"""The family of terms that name institutions."""
_NEAR = 3
"""Characters between a sentence and the next."""
_ROOT = 4
"""Letters that the name of a place and of its people share (`Peru`, `Peruvian`)."""
_COUNTED_PER = {"per_year": "count"}
"""A count a year is a count whose period is that year."""
_SHARES = frozenset({"percent", "share"})


@dataclass(frozen=True, eq=False)
class Point:
    """One figure of one document."""

    figure: Figure
    order: int
    """Place of its document in the corpus."""
    topic: Topic
    family: str
    """`count`, `share`, `change`, or the unit itself."""
    place: str
    days: Days | None
    """First and last day of its period; None when it states none, or an open one."""
    authority: str | None
    """Key of who counted or said it; None when nobody is named."""

    @property
    def level(self) -> bool:
        """How much there was, not how much it changed."""
        return self.family != "change"

    @cached_property
    def hard(self) -> Interval | None:
        """What its words allow, shares in percent."""
        return self._stated(HARD)

    @cached_property
    def soft(self) -> Interval | None:
        """What a reader expects, shares in percent."""
        return self._stated(SOFT)

    def _stated(self, look: Look) -> Interval | None:
        stated = look.rounded(self.figure)
        return stated.scaled(100) if stated is not None and self.figure.unit == "share" else stated


def points(reading: Reading, order: int) -> Iterator[Point]:
    """The figures of a document that can be held against others: with a value, a measure, a place."""
    text, language = reading.document.text, "es" if reading.language == "es" else "en"
    last, before = (0, 0), ""
    for figure in reading.figures:
        sentence = (figure.sentence_start, figure.sentence_end)
        if sentence != last:
            before = text[slice(*last)] if 0 <= sentence[0] - last[1] < _NEAR else ""
            last = sentence
        place = place_of(figure)
        if figure.where not in _WHERE or not figure.measure or place is None or figure.ocr:
            continue
        topic = _elsewhere(read_topic(figure, language, text[slice(*sentence)], before), figure.place or "")
        if topic.concept is None and not topic.scopes:
            continue
        who = authority_of(figure.authority)
        yield Point(figure, order, topic, family_of(figure), place, days_of(figure.period), who)


def _elsewhere(topic: Topic, place: str) -> Topic:
    """Without the words that only repeat the place."""
    roots = {word.stem[:_ROOT] for word in words_of(place) if len(word.stem) >= _ROOT}
    scopes = frozenset(scope for scope in topic.scopes if scope[:_ROOT] not in roots)
    return topic if len(scopes) == len(topic.scopes) else replace(topic, scopes=scopes)


def place_of(figure: Figure) -> str | None:
    """One key for one place, with what the text sets apart in it: `PE (rural areas)`."""
    if figure.place_code is None or figure.place is None:
        return figure.place_code or (fold(figure.place) if figure.place else None)
    _, bracket, part = figure.place.partition("(")
    return f"{figure.place_code} ({fold(part)})" if bracket else figure.place_code


def family_of(figure: Figure) -> str:
    """What figures must share to be held beside each other."""
    if figure.kind == "change":
        return "change"
    if figure.unit in _SHARES:
        return "share"
    return _COUNTED_PER.get(figure.unit, figure.unit)


@lru_cache(maxsize=1 << 12)
def days_of(period: str | None) -> Days | None:
    """The days of a period with two ends."""
    if not period or not is_date(period):
        return None
    first, last = bounds(period)
    return (first, last) if first and last else None


@lru_cache(maxsize=1 << 12)
def authority_of(name: str | None) -> str | None:
    """One key for one body, however it is called: by the register of publishers, by the table of terms, by name."""
    if not name:
        return None
    bodies = sorted(one.term.id for one in terms_in(list(words_of(name))) if one.term.family == _BODY)
    if bodies:
        return bodies[0]
    known = shipped().named(name)
    return known.key if known else fold(name)


def topic_of(members: Sequence[Point]) -> str:
    """What some points are about together: their concept, else the shortest of their measures."""
    concept = next((one.topic.concept for one in members if one.topic.concept), None)
    return concept or min((" ".join((one.figure.measure or "").split()) for one in members), key=len)
