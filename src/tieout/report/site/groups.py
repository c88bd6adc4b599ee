"""The page of groups: who is named, where they are and what they do, and who is allied with, against or part of whom.

Groups of one name stand together, each document's account apart: that they are one group is for the reader to say. No
natural person is a group.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from markupsafe import Markup

from tieout.evidence.records.group import Group, Relation, contradictions
from tieout.report.html import asset
from tieout.report.site.address import group_anchor, record_address
from tieout.report.site.dossier import Dossier
from tieout.report.site.graph import Edge, Node, graph
from tieout.report.site.marks import relation_id
from tieout.report.site.quoted import Quoted, label_of
from tieout.report.site.record_facts import record_facts
from tieout.report.site.shell import PACKAGE, render
from tieout.report.words import Words, words


@dataclass(frozen=True, slots=True)
class Said:
    """What one document says of a group."""

    group: Group
    source: str
    quote: Quoted
    facts: tuple[tuple[str, str], ...]
    relations: tuple[tuple[str, str, str, Quoted], ...]
    """Kind, name and address of the other group, and the words that say it."""


@dataclass(frozen=True, slots=True)
class Item:
    """A name with every document's account."""

    name: str
    anchors: tuple[str, ...]
    """Ids for every way the name is spelt."""
    said: tuple[Said, ...]
    mentions: int
    alike: tuple[tuple[str, str], ...]
    """Other names that some document says are this group's: name and address."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One document says of two groups that they are allies and that they are rivals."""

    a: str
    b: str
    ally: Quoted
    rival: Quoted


def groups_html(dossier: Dossier) -> str:
    """The page."""
    own = words(dossier.lang, PACKAGE)
    by_name = _by_name(dossier)
    items = [_item(dossier, groups, by_name, own) for groups in by_name.values()]
    nodes, edges = _network(dossier, by_name, own)
    return render(
        dossier.frame,
        "groups.html",
        own("nav", "groups"),
        "groups.html",
        {
            "items": sorted(items, key=lambda i: (-len(i.said), -i.mentions, i.name.casefold())),
            "graph": graph(nodes, edges, own("groups", "graph")) if edges else Markup(),
            "edges": edges,
            "kinds": [(k, own("relation", k)) for k in ("ally", "rival", "parent") if any(e.kind == k for e in edges)],
            "persons": any(group.leaders for groups in by_name.values() for group in groups),
            "contradictions": list(_contradictions(dossier)),
        },
        style=asset(PACKAGE, "groups.css"),
        script=asset(PACKAGE, "narrow.js"),
    )


def folded(name: str) -> str:
    """A name without regard to case and accents."""
    plain = unicodedata.normalize("NFD", name.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def _by_name(dossier: Dossier) -> dict[str, list[Group]]:
    found: dict[str, list[Group]] = {}
    for record in dossier.workspace.records("group"):
        group = cast(Group, record)
        found.setdefault(folded(group.name), []).append(group)
    return found


def _item(dossier: Dossier, groups: Sequence[Group], known: Mapping[str, Sequence[Group]], own: Words) -> Item:
    name = groups[0].name
    alike = {
        folded(alias): alias
        for group in groups
        for alias in group.aliases
        if folded(alias) in known and folded(alias) != folded(name)
    }
    return Item(
        name,
        tuple(dict.fromkeys(group_anchor(group.name) for group in groups)),
        tuple(_said(dossier, group, known, own) for group in groups),
        sum(len(group.mentions) for group in groups),
        tuple((known[key][0].name, "#" + group_anchor(known[key][0].name)) for key in alike),
    )


def _said(dossier: Dossier, group: Group, known: Mapping[str, Sequence[Group]], own: Words) -> Said:
    entry = dossier.workspace.by_doc[group.doc]
    told = {(r.kind, folded(r.other)) for r in group.relations}
    shown = {own.name("field", name) for name in ("name", "allies", "rivals", "parent")}
    facts = tuple((label, value) for label, value in record_facts(group, dossier.lang) if label not in shown)
    relations = []
    for number, relation in _first_of_each(group):
        other = known.get(folded(relation.other))
        to = "#" + group_anchor(other[0].name) if other else ""
        relations.append((own("relation", relation.kind), relation.other, to, _words(dossier, group, number, relation)))
    for kind, names in (("ally", group.allies), ("rival", group.rivals), ("parent", (group.parent,))):
        missing = [name for name in names if name and (kind, folded(name)) not in told]
        facts += tuple((own("relation", kind), name) for name in missing)
    return Said(group, label_of(entry), dossier.quotes.of(group), facts, tuple(relations))


def _first_of_each(group: Group) -> Iterator[tuple[int, Relation]]:
    """The relations, of several statements of one the longest words, with their numbers."""
    best: dict[tuple[str, str], int] = {}
    for number, relation in enumerate(group.relations):
        key = (relation.kind, folded(relation.other))
        held = best.get(key)
        if held is None or relation.end - relation.start > group.relations[held].end - group.relations[held].start:
            best[key] = number
    return ((number, group.relations[number]) for number in best.values())


def _words(dossier: Dossier, group: Group, number: int, relation: Relation) -> Quoted:
    entry = dossier.workspace.by_doc[group.doc]
    address = record_address(entry, relation_id(group, number))
    return dossier.quotes.at(group.doc, relation.start, relation.end, address)


def _network(dossier: Dossier, known: Mapping[str, Sequence[Group]], own: Words) -> tuple[list[Node], list[Edge]]:
    """The groups that stand in some relation, and each relation once, with the words of the first document."""
    numbers: dict[str, int] = {}
    nodes: list[Node] = []
    edges: dict[tuple[str, int, int], Edge] = {}

    def number_of(name: str) -> int:
        key = folded(name)
        if key not in numbers:
            group = known.get(key)
            numbers[key] = len(nodes)
            shown = group[0].name if group else name
            nodes.append(Node(shown, "#" + group_anchor(shown) if group else "#main"))
        return numbers[key]

    for groups in known.values():
        for group in groups:
            for n, relation in _first_of_each(group):
                a, b = number_of(group.name), number_of(relation.other)
                key = (relation.kind, a, b) if relation.kind == "parent" else (relation.kind, min(a, b), max(a, b))
                if a != b and key not in edges:
                    quote = _words(dossier, group, n, relation)
                    said = f"{group.name} – {relation.other}: {own('relation', relation.kind)}. {quote.source}"
                    edges[key] = Edge(relation.kind, a, b, said, quote.address)
    return nodes, list(edges.values())


def _contradictions(dossier: Dossier) -> Iterator[Contradiction]:
    for _, part in dossier.workspace.parts():
        for group, ally, rival in contradictions(part.groups):
            said = {id(r): (g, n, r) for g in part.groups for n, r in enumerate(g.relations)}
            yield Contradiction(
                group.name, ally.other, _words(dossier, *said[id(ally)]), _words(dossier, *said[id(rival)])
            )
