"""Groups as lines: one a group, joined over documents by its names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tieout.evidence.records.group import Group
from tieout.index.names import key_of
from tieout.report.country.model import GroupLine


def lines_of(groups: Iterable[Group]) -> tuple[GroupLine, ...]:
    """The lines of some groups, those of which most is said first."""
    sets: list[tuple[set[str], list[Group]]] = []
    for group in groups:
        names = {key_of(name) for name in (group.name, *group.aliases)} - {""}
        meant = [one for one in sets if one[0] & names]
        kept = (names.union(*(one[0] for one in meant)), [g for one in meant for g in one[1]] + [group])
        sets = [one for one in sets if one not in meant] + [kept]
    made = [_line(held) for _, held in sets]
    return tuple(sorted(made, key=lambda line: (-_told(line), -line.count, line.name)))


def _line(held: Sequence[Group]) -> GroupLine:
    best = sorted(held, key=lambda g: (-_facts(g), -len(g.mentions), g.doc))
    return GroupLine(best[0].name, tuple(best))


def _facts(group: Group) -> int:
    lists = (group.areas, group.activities, group.allies, group.rivals, group.aliases)
    return sum(map(len, lists)) + (group.origin is not None) + (group.parent is not None)


def _told(line: GroupLine) -> int:
    return sum(_facts(group) for group in line.mentions)
