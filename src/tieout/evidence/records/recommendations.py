"""From a document to its recommendations.

Three forms are read: the points of a section headed so, addressed by the heading above them; what a body asks of a
State, in one sentence or as the points after a colon; and what somebody should do, where the author speaks.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from tieout.evidence.passage import Passage, Setting
from tieout.evidence.records.line import Line, lines_of
from tieout.evidence.records.recommendation import Recommendation
from tieout.evidence.records.record import identified, quoted
from tieout.evidence.records.words import any_of
from tieout.language.places import Gazetteer

_HEADS = frozenset({"heading", "title"})
_LONGEST_HEADING = 160
_PRONOUN = re.compile(r"(?:[Tt]hey|It)$")
_KEPT = "spans of recommendations"
"""Where a setting's notes keep them."""
_SHORTEST = 20
"""Characters of a point that says something."""


@dataclass(slots=True)
class _Place:
    """Where the reader is: in a section of recommendations or not, and to whom its points are addressed."""

    inside: bool = False
    level: int = 0
    addressee: str | None = None
    asked: int | None = None
    """The passage that asked for the points that follow it."""
    asked_of: str | None = None
    last: str | None = None
    """Whom the line before addressed."""


def recommendations_of(setting: Setting) -> list[Recommendation]:
    """Every recommendation of a document, in text order."""
    return identified(_recommendations(setting), setting.document)


def is_recommended(line: Line, setting: Setting) -> bool:
    """Whether a line is a recommendation or lies in one: what is asked for is not said to be so."""
    kept = setting.notes.get(_KEPT)
    if not isinstance(kept, list):
        kept = setting.notes[_KEPT] = [(found.start, found.end) for found in recommendations_of(setting)]
    listed = line.passage.block.kind == "list_item"
    if listed and any_of(setting.language, "recommendations", "point").match(line.text):
        return True
    start, end = line.span(0, len(line.text))
    last = bisect_left(kept, (end, 0)) - 1
    return last >= 0 and kept[last][1] > start


def _recommendations(setting: Setting) -> Iterator[Recommendation]:
    place = _Place()
    whole: set[int] = set()
    for line in lines_of(setting):
        passage = line.passage
        if passage.block.kind in _HEADS:
            _enter(place, passage, setting)
            continue
        if passage.block.kind in ("note", "cell", "caption") or passage.index in whole:
            continue
        if line.index == 0 and _is_point(place, passage, setting.language):
            # A point of a list is one recommendation, however many sentences it has.
            whole.add(passage.index)
            yield _point(place, passage, setting)
            continue
        found = _asked(place, line, setting) or _should(place, line, setting)
        if found is not None:
            yield found


def _enter(place: _Place, heading: Passage, setting: Setting) -> None:
    """Take a heading: one that opens a section of recommendations, addresses one, or ends it."""
    text, language = heading.text, setting.language
    place.asked = place.asked_of = place.last = None
    if any_of(language, "recommendations", "section").search(text) and len(text) < _LONGEST_HEADING:
        place.inside, place.level, place.addressee = True, heading.block.level, None
    elif place.inside:
        to = any_of(language, "recommendations", "addressee").match(text)
        if to is not None:
            place.addressee = _plain(to["to"])
        elif heading.block.level <= place.level:
            place.inside, place.addressee = False, None


def _is_point(place: _Place, passage: Passage, language: str) -> bool:
    """Whether a passage is a point that says what is to be done, in a section or after a colon."""
    if len(passage.text) < _SHORTEST or not any_of(language, "recommendations", "point").match(passage.text):
        return False
    after = place.asked is not None and passage.lead == place.asked and passage.block.kind == "list_item"
    listed = passage.block.kind == "list_item" or passage.text.rstrip().endswith(";")
    return after or (place.inside and listed)


def _point(place: _Place, passage: Passage, setting: Setting) -> Recommendation:
    start, end = passage.view.span(0, len(passage.text.rstrip()))
    listed = place.asked is not None and passage.lead == place.asked
    to = place.asked_of if listed else place.addressee or _nation(setting)
    return _made(setting, start, end, passage.text.strip(), to, _heading(passage, setting))


def _asked(place: _Place, line: Line, setting: Setting) -> Recommendation | None:
    """What a body asks of a State; one that ends with a colon asks for the points below it."""
    match = any_of(setting.language, "recommendations", "asked").search(line.text)
    if match is None:
        return None
    to = _plain(_group(match, "to"))
    if line.text.rstrip().endswith(":"):
        place.asked, place.asked_of = line.passage.index, to
        return None
    start, end = line.span(0, len(line.text))
    place.last = to
    return _made(setting, start, end, line.text[match.end() :].strip(), to, _heading(line.passage, setting))


def _should(place: _Place, line: Line, setting: Setting) -> Recommendation | None:
    """What somebody should do; `they` are those of the line before."""
    match = any_of(setting.language, "recommendations", "should").match(line.text)
    if match is None or any_of(setting.language, "recommendations", "no_advice").search(match[0]):
        return None
    to = _plain(_group(match, "to"))
    if _PRONOUN.fullmatch(to):
        if place.last is None:
            return None
        to = place.last
    place.last = to
    start, end = line.span(0, len(line.text))
    return _made(setting, start, end, line.text[match.end() :].strip(), to, _heading(line.passage, setting))


def _made(setting: Setting, start: int, end: int, action: str, to: str | None, section: str | None) -> Recommendation:
    norm = any_of(setting.language, "recommendations", "norm").search(action)
    return Recommendation(
        **quoted(setting.document, start, end),
        action=action.rstrip(".;"),
        addressee=to,
        norm=norm[0].strip() if norm else None,
        section=section,
    )


def _heading(passage: Passage, setting: Setting) -> str | None:
    return setting.passages[passage.headings[-1]].text if passage.headings else None


def _nation(setting: Setting) -> str | None:
    """The State under review, where a list of recommendations names nobody."""
    code = setting.country
    return Gazetteer.for_country(code).canonical(code, setting.language) if code else None


def _group(match: re.Match[str], name: str) -> str:
    return match[name] or ""


def _plain(name: str) -> str:
    """A body without its article and what is said of it in asides."""
    first, _, rest = name.strip(" ,:").partition(" ")
    return rest if rest and first.lower() in ("the", "el", "la", "los", "las") else name.strip(" ,:")
