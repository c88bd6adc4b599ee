"""What one sentence says of a group: activities, areas, origin, parent, allies, rivals, size.

It reads a line of which the subject is known. It finds no names; it is given those of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tieout.evidence.passage import Setting
from tieout.evidence.records.line import Line, places_of
from tieout.evidence.records.words import any_of, table
from tieout.language.habit import habit_of
from tieout.language.numerals import numerals

_REACH = 170
"""Characters of a list of activities or places."""
_NEXT = 120
"""Characters from the words of a relation to the other group."""
_ITEM = re.compile(r",? (?:and|y|e|as well as|o|or) |, ")
_LONGEST_ITEM = 60
_SIZE = 45
"""Characters between the numbers and `members`."""
_CUE = 90
"""Characters in front of `members` that may say that the group has them: eleven members may have been killed."""
_YEARS = range(1900, 2101)

Spot = tuple[int, int, str]
"""A mention of a group in a line: start, end, its key."""


@dataclass(slots=True)
class Said:
    """All that a document says of one group."""

    origin: str | None = None
    areas: list[str] = field(default_factory=list)
    activities: list[str] = field(default_factory=list)
    size: tuple[int, int] | None = None
    leaders: list[str] = field(default_factory=list)
    relations: list[tuple[str, str, int, int]] = field(default_factory=list)
    """(kind, key of the other, start, end in the document)."""


def read_line(line: Line, subject: str, spots: Sequence[Spot], said: dict[str, Said], setting: Setting) -> None:
    """Add what a line says of its subject and of the groups it names to `said`."""
    language, text = setting.language, line.text
    mine = said.setdefault(subject, Said())
    if mine.origin is None:
        mine.origin = _origin(line, spots, subject, setting)
    for match in any_of(language, "groups", "area").finditer(text):
        end = _stop(text, match.end(), language)
        names = [p.name for p in places_of(line, setting) if match.end() - 1 <= p.start < end]
        mine.areas += [name for name in names if name not in mine.areas]
    for match in any_of(language, "groups", "activity").finditer(text):
        items = _items(text[match.end() : _stop(text, match.end(), language)])
        mine.activities += [item for item in items if item not in mine.activities]
    for kind in ("parent", "ally", "rival"):
        _relate(line, kind, subject, spots, said, language)
    if mine.size is None:
        mine.size = _size(text, setting)


def _relate(line: Line, kind: str, subject: str, spots: Sequence[Spot], said: dict[str, Said], language: str) -> None:
    for match in any_of(language, "groups", kind).finditer(line.text):
        end = _stop(line.text, match.end(), language)
        others = [s for s in spots if match.end() - 2 <= s[0] < min(end, match.end() + _NEXT) and s[2] != subject]
        if kind == "parent" and (whole := next((s for s in spots if match.end() - 2 <= s[0] <= end), None)):
            # `factions of A operate here, including B and C`: A is the parent of each.
            parts = [s[2] for s in spots if s[0] > whole[1]] if _is_plural(match[0]) else [subject]
            for part in parts:
                _say(line, kind, part, whole, match.start(), said)
        elif kind != "parent" and _is_its_own(line.text, match, subject, spots, language):
            for other in others:
                if any_of(language, "groups", "parent").search(line.text, match.end() - 2, other[0]):
                    continue  # a rival of a faction of B is no rival of B
                _say(line, kind, subject, other, match.start(), said)
                _say(line, kind, other[2], (other[0], other[1], subject), match.start(), said)


def _is_its_own(text: str, match: re.Match[str], subject: str, spots: Sequence[Spot], language: str) -> bool:
    """Whether the words of a relation are said of the subject, not of persons between (`it seized men linked to B`)."""
    mine = max((s[1] for s in spots if s[2] == subject and s[1] <= match.start()), default=0)
    return any_of(language, "groups", "between").search(text, mine, match.start()) is None


def read_leaders(line: Line, subject: str, said: dict[str, Said], language: str) -> None:
    """Add the persons whom a line calls leaders of its subject: only for who asked for natural persons."""
    leaders = said.setdefault(subject, Said()).leaders
    for match in any_of(language, "groups", "leader").finditer(line.text):
        name = match["person"].strip(" ,'’‘“”\"")
        if name not in leaders:
            leaders.append(name)


def _say(line: Line, kind: str, key: str, other: Spot, at: int, said: dict[str, Said]) -> None:
    if key != other[2]:
        said.setdefault(key, Said()).relations.append((kind, other[2], *line.span(at, other[1])))


def _is_plural(words: str) -> bool:
    """Whether the words speak of several parts of one parent (`factions of`)."""
    return re.match(r"\w+(?:ns|rs|ts|lls|as|es)\b", words) is not None


def _origin(line: Line, spots: Sequence[Spot], subject: str, setting: Setting) -> str | None:
    match = any_of(setting.language, "groups", "origin").search(line.text)
    places = places_of(line, setting)
    if match is not None:
        found = next((p.name for p in places if 0 <= p.start - match.end() <= 1), None)
        if found is not None:
            return found
    owned = re.compile(rf"(?:’|')s (?:[\w’'-]+ ){{0,7}}?(?:{table(setting.language, 'groups')['parts']['class']})")
    opens = next((s for s in spots if s[2] == subject and s[0] <= 3), None)
    if opens is None:
        return None
    return next((p.name for p in places if p.level == "country" and owned.match(line.text, p.end)), None)


def _items(text: str) -> Iterator[str]:
    for item in _ITEM.split(text):
        bare = item.strip(" ,.;:()'\"")
        bare = re.sub(r"^(?:and|y|the|la|el|los|las|including) ", "", bare)
        if _LONGEST_ITEM >= len(bare) > 3 and bare[0].islower():
            yield bare


def _size(text: str, setting: Setting) -> tuple[int, int] | None:
    """How many members: the last one or two numbers right in front of the word."""
    member = any_of(setting.language, "groups", "member").search(text)
    if member is None:
        return None
    habit = habit_of(setting.document.text, setting.language)
    near = [
        int(n.value)
        for n in numerals(text, setting.language, habit)
        if n.value is not None and 0 <= member.start() - n.end <= _SIZE and n.value == int(n.value)
    ]
    near = [n for n in near if n not in _YEARS and n > 1][-2:]
    strength = any_of(setting.language, "groups", "strength")
    if strength.search(text, max(0, member.start() - _CUE), member.end() + _SIZE) is None:
        return None
    gap = text[: member.start()].rstrip()
    if not near or not gap or not (gap[-1].isdigit() or gap.split()[-1].isalpha()):
        return None
    return min(near), max(near)


def _stop(text: str, at: int, language: str) -> int:
    stop = any_of(language, "groups", "stop").search(text, at)
    return min(stop.start() if stop else len(text), at + _REACH)
