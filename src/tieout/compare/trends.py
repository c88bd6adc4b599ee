"""Trends: what one source says in words of two years (`more complaints in 2022 than in 2021`), and the change that
another one counts between them."""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tieout.compare.comparison import Comparison
from tieout.compare.fit import fit
from tieout.compare.originals import Origins
from tieout.compare.point import Days, Point, days_of, place_of
from tieout.compare.topic import concepts_in
from tieout.evidence.corpus import Reading
from tieout.evidence.figure import Direction
from tieout.ties.plain import words
from tieout.ties.tie import Member

_DATA = files("tieout.compare") / "data" / "trends.toml"
_TWO_YEARS = re.compile(r"\b(?:19|20)\d\d\b(?=.*\b(?:19|20)\d\d\b)", re.DOTALL)
_RUNNING = frozenset({"paragraph", "list_item"})
_MOST = 4
"""Counted changes that one sentence is held against."""


@dataclass(frozen=True, slots=True)
class Form:
    """A way to say that something grew or fell between two years."""

    language: str
    direction: Direction
    pattern: re.Pattern[str]
    later: str
    """Which year of the words is the later one: `first` or `second`."""
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """Words that say that something grew or fell between two years, without a number."""

    concept: str
    place: str
    base: Days
    end: Days
    direction: Direction
    order: int
    words: Member


@cache
def forms() -> tuple[Form, ...]:
    """The table `data/trends.toml`."""
    rows = tomllib.loads(_DATA.read_text(encoding="utf-8"))["trend"]
    return tuple(
        Form(r["language"], r["direction"], re.compile(r["pattern"], re.IGNORECASE), r["later"], tuple(r["examples"]))
        for r in rows
    )


def trends_in(reading: Reading, order: int) -> Iterator[Trend]:
    """The trends that a document tells in words alone, of the place that it speaks of most."""
    places = Counter(place for f in reading.figures if (place := place_of(f)) is not None)
    numbered = {figure.sentence_start for figure in reading.figures}
    text = reading.document.text
    for passage in reading.passages if places else ():
        if passage.block.kind not in _RUNNING or _TWO_YEARS.search(passage.text) is None:
            continue
        for start, end in passage.sentences:
            found = _told(passage.text[start:end], reading.language)
            if found is None or passage.view.span(start, end)[0] in numbered:
                continue
            concept, form, said = found
            first, last = passage.view.span(start + said.start(), start + said.end())
            years = [days_of(said[1]), days_of(said[2])]
            end_days, base = years if form.later == "first" else reversed(years)
            if base is None or end_days is None or base >= end_days:
                continue
            member = Member(reading.document.path, first, last, text[first:last])
            yield Trend(concept, places.most_common(1)[0][0], base, end_days, form.direction, order, member)


def _told(sentence: str, language: str) -> tuple[str, Form, re.Match[str]] | None:
    concepts = concepts_in(sentence, "es" if language == "es" else "en")
    if len(concepts) != 1:
        return None
    for form in forms():
        if form.language == language and (said := form.pattern.search(sentence)) is not None:
            return next(iter(concepts)), form, said
    return None


def trends(told: Iterable[Trend], found: Iterable[Point], origins: Origins) -> Iterator[Comparison]:
    """A trend in words with the change of another document between the same years."""
    changes: dict[tuple[object, ...], list[Point]] = defaultdict(list)
    levels: dict[tuple[str, int, Days], list[Point]] = defaultdict(list)
    for one in found:
        if one.level and one.topic.concept is not None and one.days:
            levels[one.figure.doc, one.figure.sentence_start, one.days].append(one)
        base = days_of(one.figure.base_period)
        if not one.level and one.topic.concept is not None and not one.topic.scopes and base and one.days:
            changes[(one.topic.concept, one.place, base, one.days)].append(one)
    for trend in told:
        others = changes.get((trend.concept, trend.place, trend.base, trend.end), ())
        for one in [other for other in others if other.order != trend.order][:_MOST]:
            if one.figure.direction == trend.direction:
                line = f"both tell of {_ARTICLE[trend.direction]}: {words(one.figure)}"
                reached = levels.get((one.figure.doc, one.figure.sentence_start, trend.end), ())[:1]
                yield fit("order", (one, *reached), line, origins, (trend.words,))


_ARTICLE: dict[Direction, str] = {"increase": "an increase", "decrease": "a decrease"}
