"""The groups of a workspace as FollowTheMoney entities: organisations, what the documents say of them, the documents.

Each document's view stays its own: groups are joined over documents by their exact name only, and every alliance or
rivalry is a link of its own with the document that says it, its words and their hedge. No natural person is written
unless the workspace was built to name persons.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, cast

from tieout.errors import UsageError
from tieout.evidence.records.group import Group, Relation
from tieout.evidence.records.group_names import key_of
from tieout.evidence.records.words import any_of
from tieout.language.places import Gazetteer
from tieout.workspace.entry import Entry
from tieout.workspace.part import Part
from tieout.workspace.workspace import Workspace

_ROLES = {"ally": "allied with, as reported", "rival": "rival of, as reported", "parent": "part of, as reported"}

Properties = Mapping[str, Sequence[str | None]]


def ftm_entities(workspace: Workspace) -> Iterable[dict[str, Any]]:
    """Every entity as a plain mapping (`id`, `schema`, `properties`), validated by the followthemoney library, in a
    fixed order: documents, organisations, persons when asked for, links. UsageError when the library is missing."""
    documents: dict[str, dict[str, Any]] = {}
    groups: dict[str, dict[str, Any]] = {}
    persons: dict[str, dict[str, Any]] = {}
    links: dict[str, dict[str, Any]] = {}
    for entry, part in workspace.parts():
        if not part.groups:
            continue
        document = _document(entry)
        documents[document["id"]] = document
        named = {group.name: group for group in part.groups}
        sentences = _Sentences(part)
        for group in part.groups:
            _join(groups, _organization(group, entry))
            for relation in group.relations:
                link = _link(group, named.get(relation.other), relation, entry, sentences, part.language)
                links.setdefault(link["id"], link)
            if workspace.scope.persons:
                for leader in group.leaders:
                    person = _person(leader, entry)
                    _join(persons, person)
                    membership = _membership(person["id"], group, entry)
                    links.setdefault(membership["id"], membership)
    for kind in (documents, groups, persons, links):
        yield from _validated(kind[id] for id in sorted(kind))


def _validated(entities: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The entities as the library gives them back; what is no value of its type is an error of ours, never dropped."""
    try:
        from followthemoney import model  # the library takes a second and memory: only when asked
    except ImportError as fault:
        raise UsageError("FollowTheMoney is not installed: pip install 'tieout[ftm]'") from fault
    for entity in entities:
        proxy = model.get_proxy(entity, cleaned=False)
        made = proxy.to_dict()
        lost = {name for name, values in entity["properties"].items() if values and name not in made["properties"]}
        if lost:
            raise ValueError(f"{entity['id']}: FollowTheMoney takes no value of {', '.join(sorted(lost))}")
        proxy.schema.validate(cast(Any, made))
        values = {name: sorted(held) for name, held in sorted(made["properties"].items())}
        yield {"id": made["id"], "schema": made["schema"], "properties": values}


def _entity(schema: str, id: str, properties: Properties) -> dict[str, Any]:
    held = {name: [value for value in values if value] for name, values in properties.items()}
    return {"id": id, "schema": schema, "properties": {name: values for name, values in held.items() if values}}


def _document(entry: Entry) -> dict[str, Any]:
    return _entity(
        "Document",
        _id("document", entry.sha256),
        {
            "title": [entry.title],
            "name": [entry.title or entry.key],
            "fileName": [entry.doc.rpartition("/")[2]],
            "notes": [f"sha256: {entry.sha256}"],
            "date": [_day(entry.date)],
            "publisher": [entry.publisher],
            "sourceUrl": [entry.url],
            "country": [entry.country and entry.country.lower()],
        },
    )


def _organization(group: Group, entry: Entry) -> dict[str, Any]:
    size = _between(group.members_low, group.members_high)
    told = [f"{entry.key}: {words}" for words in (_list("activities", group.activities), size) if words]
    return _entity(
        "Organization",
        _group_id(group.name),
        {
            "name": [group.name],
            "alias": list(group.aliases),
            "country": [_country(group.origin)],
            "address": list(group.areas),
            "topics": ["crime"],
            "notes": told,
            **_source(entry),
        },
    )


def _link(
    group: Group, other: Group | None, relation: Relation, entry: Entry, sentences: _Sentences, language: str
) -> dict[str, Any]:
    """A relation as the document says it. An alliance or rivalry is one link, whichever of the two it was read from."""
    first, second = _group_id(group.name), _group_id(other.name if other else relation.other)
    if relation.kind != "parent":
        first, second = sorted((first, second))
    sentence = sentences.at(relation.start)
    hedge = any_of(language, "statements", "hedge").search(sentence)
    return _entity(
        "UnknownLink",
        _id("link", entry.sha256, relation.kind, first, second),
        {
            "subject": [first],
            "object": [second],
            "role": [_ROLES[relation.kind]],
            "status": [hedge and f"hedged: {hedge[0]}"],
            "summary": [sentence],
            "recordId": [group.id],
            **_source(entry),
        },
    )


def _person(name: str, entry: Entry) -> dict[str, Any]:
    return _entity("Person", _id("person", entry.sha256, key_of(name)), {"name": [name], **_source(entry)})


def _membership(person: str, group: Group, entry: Entry) -> dict[str, Any]:
    id = _id("membership", entry.sha256, person, _group_id(group.name))
    held = {"member": [person], "organization": [_group_id(group.name)], "role": ["leader, as reported"]}
    return _entity("Membership", id, {**held, "recordId": [group.id], **_source(entry)})


def _source(entry: Entry) -> Properties:
    proof = [_id("document", entry.sha256)]
    return {"proof": proof, "publisher": [entry.publisher], "sourceUrl": [entry.url]}


def _join(held: dict[str, dict[str, Any]], one: dict[str, Any]) -> None:
    """Add an entity, or what it says to the one of the same id."""
    known = held.setdefault(one["id"], one)
    for name, values in one["properties"].items():
        mine = known["properties"].setdefault(name, [])
        mine += [value for value in values if value not in mine]


def _id(*parts: str) -> str:
    return "tieout-" + hashlib.sha256("\n".join(parts).encode()).hexdigest()[:24]


def _group_id(name: str) -> str:
    return _id("group", key_of(name))


def _country(name: str | None) -> str | None:
    """The code of a country by its name."""
    found = Gazetteer.for_country(None).find(name) if name else []
    return next((place.country.lower() for place in found if place.level == "country" and place.country), None)


def _day(date: str | None) -> str | None:
    """The date as the library takes it: the start of an interval, nothing that is uncertain."""
    start = (date or "").split("/")[0]
    return start if start and all(c.isdigit() or c == "-" for c in start) else None


def _list(name: str, words: Sequence[str]) -> str:
    return f"{name}: {', '.join(words)}" if words else ""


def _between(low: int | None, high: int | None) -> str:
    if low is None:
        return ""
    return f"members: {low}" if high in (None, low) else f"members: {low} to {high}"


class _Sentences:
    """The sentences of a document, by the offsets of words in them."""

    def __init__(self, part: Part) -> None:
        self._held = sorted(
            (*passage.view.span(start, end), passage.text[start:end])
            for passage in part.reading().passages
            for start, end in passage.sentences
        )
        self._starts = [start for start, _, _ in self._held]

    def at(self, start: int) -> str:
        """The clean words of the sentence that holds an offset."""
        index = bisect_right(self._starts, start) - 1
        return self._held[index][2] if index >= 0 else ""
