"""Places: one that the passage does not name in place of one that it does, or a number given to another place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tieout.language.places import Gazetteer, PlaceName
from tieout.sources.claims.claim import Difference, Place
from tieout.sources.claims.evidence import Evidence
from tieout.sources.claims.line import Line
from tieout.sources.stems import words_of

_COUNTRY = 2
"""Letters of a country's code."""


def compare(evidence: Evidence) -> Iterator[Difference]:
    """Places of the claim that stand nowhere around the passage, when the passage names another of their level."""
    gazetteer = _gazetteer(evidence)
    claim, line = evidence.claim, evidence.line
    own = {w.root for w in words_of(evidence.held.item.publisher or "")}
    mine = [p for p in _places(gazetteer, claim) if not {w.root for w in words_of(p.name)} <= own]
    around = [place for other in evidence.lines for place in _places(gazetteer, other)]
    around += gazetteer.scan(evidence.held.head)
    for above in line.passage.headings:
        around += gazetteer.scan(evidence.held.passages[above].text)
    known = _codes(around) | {evidence.held.item.country or evidence.held.document.country or ""}
    theirs = _places(gazetteer, line)
    named = _codes(mine)
    for place in mine:
        if place.code in known or place.canonical in _holders(around):
            continue
        rivals = [p for p in theirs if p.level == place.level and p.code not in named and not p.inner]
        if rivals and not place.inner:
            at, source = _at(claim, place), _at(line, rivals[0])
            yield Difference("differs", "place_differs", at, source)
            return
    yield from _given_to_another(evidence, _names(claim, mine), _names(line, theirs))


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a line, offsets of the passage: a place of the tables by its code, any other by its root."""

    start: int
    end: int
    code: str
    level: str


def _names(line: Line, places: Iterable[PlaceName]) -> list[Name]:
    """The places of a line and its other names: a report names more villages than any table has."""
    out = [Name(line.start + p.start, line.start + p.end, p.code, p.level) for p in places if not p.inner]
    for word in line.words:
        free = word.name and word.start > line.start and len(word.stem) > _SHORT
        if free and not any(n.start <= word.start < n.end for n in out):
            out.append(Name(word.start, word.end, word.root, _UNKNOWN))
    return sorted(out, key=lambda name: name.start)


_UNKNOWN = "name"
_SHORT = 3


def _given_to_another(evidence: Evidence, mine: list[Name], theirs: list[Name]) -> Iterator[Difference]:
    """A number that the passage's sentence gives to one of several names, and the claim to another of them."""
    claim, line = evidence.claim, evidence.line
    for pair in evidence.pairs:
        if pair.found is None or pair.line is not line:
            continue
        owner = _owner(line, pair.found.start, pair.found.end, theirs)
        rivals = {n.code for n in theirs if owner is not None and n.level == owner.level and n.code != owner.code}
        named = [n for n in mine if n.code in rivals]
        if owner is None or len(named) != 1 or any(n.code == owner.code for n in mine):
            continue
        others = (_owner(line, m.start, m.end, theirs) for m in line.mentions if m is not pair.found)
        if any(other is not None and other.code == named[0].code for other in others):
            at, source = claim.place(named[0].start, named[0].end), line.place(owner.start, owner.end)
            yield Difference("differs", "place_differs", at, source)
            return


def _owner(line: Line, start: int, end: int, places: list[Name]) -> Name | None:
    """The name nearest to a number with no clause mark between; the one before it when both sides have one."""
    before = [p for p in places if p.end <= start and not _parted(line, p.end, start)]
    behind = [p for p in places if p.start >= end and not _parted(line, end, p.start)]
    if before:
        return before[-1]
    return behind[0] if behind else None


def _parted(line: Line, start: int, end: int) -> bool:
    between = line.passage.text[start:end]
    return any(mark in between for mark in ",;:(") or " y " in between or " and " in between or len(between) > _REACH


_REACH = 60


def _gazetteer(evidence: Evidence) -> Gazetteer:
    country = evidence.held.item.country or evidence.held.document.country
    return Gazetteer.for_country(country if country and len(country) == _COUNTRY else None)


def _places(gazetteer: Gazetteer, line: Line) -> list[PlaceName]:
    """The places a line names, offsets of the line."""
    return gazetteer.scan(line.text)


def _at(line: Line, place: PlaceName) -> Place:
    return line.place(line.start + place.start, line.start + place.end)


def _codes(places: Iterable[PlaceName]) -> set[str]:
    return {code for place in places for code in (place.code, place.country or "")}


def _holders(places: Iterable[PlaceName]) -> set[str]:
    return {parent for place in places for parent in place.parents}
