"""From a document to its statements by topic: sentences without a number that speak of a topic or stand under a heading
that does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tieout.evidence.passage import Setting
from tieout.evidence.records.line import Line, lines_of, places_of
from tieout.evidence.records.record import identified, quoted
from tieout.evidence.records.statement import Basis, Statement
from tieout.evidence.records.topic import Topic, stems_of, term_topic
from tieout.evidence.records.voice import voice_of
from tieout.evidence.records.words import any_of

_HEADS = frozenset({"heading", "title", "note", "cell", "caption"})
_DIGIT = re.compile(r"\d")
_SHORTEST = 30
"""Characters of a sentence that says something."""
_HEADING = 120
"""Characters of a heading: what is longer is a sentence in large letters."""


def statements_of(setting: Setting, terms: Sequence[str | Topic] = (), *, headings: bool = False) -> list[Statement]:
    """The statements of a document on some topics, in text order; with `headings` all statements too, each under the
    heading that it stands under."""
    topics = [term_topic(term, setting.language) if isinstance(term, str) else term for term in terms]
    return identified(_statements(setting, topics, headings), setting.document)


def _statements(setting: Setting, topics: Sequence[Topic], headings: bool) -> Iterator[Statement]:
    above = _Above(setting, topics)
    for line in lines_of(setting) if topics or headings else ():
        if line.passage.block.kind in _HEADS or len(line.text) < _SHORTEST or _is_figure(line):
            continue
        held = stems_of(line.text, setting.language)
        inherited = above.topics(line)
        for topic in topics:
            if topic.meets(line.text, setting.language, held):
                yield _statement(line, topic.label, "printed", setting)
            elif topic in inherited:
                yield _statement(line, topic.label, "heading", setting)
        if headings and line.passage.headings:
            title = setting.passages[line.passage.headings[-1]].text
            yield _statement(line, title, "heading", setting)


class _Above:
    """The topics of the heading over a line, read once for each heading."""

    def __init__(self, setting: Setting, topics: Sequence[Topic]) -> None:
        self._setting, self._wanted = setting, topics
        self._known: dict[int, tuple[Topic, ...]] = {}

    def topics(self, line: Line) -> tuple[Topic, ...]:
        """Those that the nearest heading speaks of."""
        if not line.passage.headings:
            return ()
        index = line.passage.headings[-1]
        if index not in self._known:
            text, language = self._setting.passages[index].text, self._setting.language
            held = stems_of(text, language)
            on = (topic for topic in self._wanted if len(text) <= _HEADING and topic.meets(text, language, held))
            self._known[index] = tuple(on)
        return self._known[index]


def _is_figure(line: Line) -> bool:
    """Whether a number stands in a line besides those of its dates."""
    return any(not any(d.start <= m.start() < d.end for d in line.dates) for m in _DIGIT.finditer(line.text))


def _statement(line: Line, term: str, basis: Basis, setting: Setting) -> Statement:
    start, end = line.span(0, len(line.text))
    places = places_of(line, setting)
    date = line.date_in(0, len(line.text))
    hedge = any_of(setting.language, "statements", "hedge").search(line.text)
    voice, words = voice_of(line.text, setting.language)
    headings = line.passage.headings
    return Statement(
        **quoted(setting.document, start, end),
        term=term,
        basis=basis,
        voice=voice,
        voice_words=words,
        place=places[0].name if places else None,
        date=date.edtf if date else None,
        hedge=hedge[0] if hedge else None,
        section=setting.passages[headings[-1]].text if headings else None,
    )
