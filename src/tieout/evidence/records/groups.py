"""From a document to its groups: names first, then what every sentence about each of them says.

A sentence is about the group it begins with; one that names none at its head (`It operates in …`) is about the group of
the sentence or heading before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tieout.evidence.passage import Setting
from tieout.evidence.records.group import Group, Relation, RelationKind, contradictions
from tieout.evidence.records.group_names import Names, group_names, key_of
from tieout.evidence.records.group_ties import Said, Spot, read_leaders, read_line
from tieout.evidence.records.line import Line, lines_of
from tieout.evidence.records.record import identified, quoted
from tieout.evidence.records.words import any_of

_HEADS = frozenset({"heading", "title"})
_OFTEN = 5
"""Mentions that make one plain word a name."""
_NEAR = 100
"""Characters beside a relation that may say that it did not last."""
_OPENING = 70
"""Characters in which a sentence names whom it is about."""
_KINDS: dict[str, RelationKind] = {"parent": "parent", "ally": "ally", "rival": "rival"}


def groups_of(setting: Setting, *, persons: bool = False) -> list[Group]:
    """The criminal and armed groups that a document names, by their first mention. Natural persons (a group's leaders)
    are named only when asked for."""
    names = group_names(setting)
    if not names:
        return []
    finder, keys = _finder(names)
    said: dict[str, Said] = {}
    mentions: dict[str, list[tuple[int, int]]] = {key: [] for key in names}
    about: str | None = None
    for line in lines_of(setting):
        if line.passage.block.kind == "note":
            continue
        spots = [(m.start(), m.end(), keys[key_of(m[0])]) for m in finder.finditer(line.text) if key_of(m[0]) in keys]
        for start, end, key in spots:
            mentions[key].append(line.span(start, end))
        about = _subject(line, spots, about, setting.language)
        if about is not None and line.passage.block.kind not in _HEADS:
            read_line(line, about, spots, said, setting)
            if persons:
                read_leaders(line, about, said, setting.language)
    found = [
        _group(key, names, mentions[key], said.get(key, Said()), setting)
        for key in names
        if mentions[key] and (_is_telling(names[key][0]) or len(mentions[key]) >= _OFTEN)
    ]
    return identified(found, setting.document)


def contradictions_of(setting: Setting) -> list[tuple[Group, Relation, Relation]]:
    """Groups that a document calls both allies and rivals, with the words of each, where it speaks of no change."""
    text, language = setting.document.text, setting.language
    if not all(any_of(language, "groups", kind).search(text) for kind in ("ally", "rival")):
        return []
    found = contradictions(groups_of(setting))
    return [one for one in found if not any(_is_changed(text, r.start, r.end, language) for r in one[1:])]


def _is_changed(text: str, start: int, end: int, language: str) -> bool:
    """Whether words near a relation say that it was another before or became another."""
    near = text[max(0, start - _NEAR) : end + _NEAR]
    return any_of(language, "groups", "changed").search(near) is not None


def _is_telling(name: str) -> bool:
    """Whether a name is more than one plain word with a capital, which any word may have."""
    return " " in name or any(c.isdigit() or c.isupper() or c == "-" for c in name[1:])


def _finder(names: Names) -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern for all names and aliases, longest first, and the group of each folded name."""
    keys: dict[str, str] = {}
    for key, forms in names.items():
        for form in forms:
            keys.setdefault(key_of(form), key)
    forms = sorted({form for known in names.values() for form in known}, key=len, reverse=True)
    article = r"(?:(?:El|La|Los|Las) )?"
    parts = [r"\s".join(re.escape(word) for word in form.split()) for form in forms]
    return re.compile(rf"(?<![\w-])(?:{article}(?:{'|'.join(parts)}))(?![\w-])"), keys


def _subject(line: Line, spots: Sequence[Spot], about: str | None, language: str) -> str | None:
    """Whom a line is about, or None."""
    if line.passage.block.kind in _HEADS:
        return spots[0][2] if len(spots) == 1 else None
    first = next((spot for spot in spots if spot[0] <= _OPENING), None)
    if first is not None and not any_of(language, "groups", "parent").search(line.text, 0, first[0]):
        again = any_of(language, "groups", "subject").match(line.text)
        return about if again and about is not None else first[2]
    if any_of(language, "groups", "subject").match(line.text):
        return about
    spoken_of = not spots and any_of(language, "groups", "spoken_of").search(line.text)
    return about if spoken_of else (first[2] if first else None)


def _group(key: str, names: Names, mentions: list[tuple[int, int]], said: Said, setting: Setting) -> Group:
    relations = tuple(
        Relation(_KINDS[kind], names[other][0], start, end)
        for kind, other, start, end in said.relations
        if other in names
    )

    def others(kind: RelationKind) -> tuple[str, ...]:
        return tuple(dict.fromkeys(r.other for r in relations if r.kind == kind))

    low, high = said.size or (None, None)
    parents = others("parent")
    return Group(
        **quoted(setting.document, *mentions[0]),
        name=names[key][0],
        aliases=tuple(names[key][1:]),
        origin=said.origin,
        areas=tuple(said.areas),
        activities=tuple(said.activities),
        allies=others("ally"),
        rivals=others("rival"),
        parent=parents[0] if parents else None,
        members_low=low,
        members_high=high,
        mentions=tuple(mentions),
        relations=relations,
        leaders=tuple(said.leaders),
    )
