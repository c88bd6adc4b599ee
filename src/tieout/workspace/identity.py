"""Who published a document, and what it is cited by: an Entry for each, from what the user, the file and its first
lines say. A publisher is what the table of publishers knows by a name that stands there alone; nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import PurePosixPath

from tieout.errors import UsageError
from tieout.reading.sidecar import About
from tieout.sources.citations.draft import Draft
from tieout.sources.owner import Owner, owner_of
from tieout.sources.publisher import PublisherTable
from tieout.sources.words import fold
from tieout.workspace.entry import Entry
from tieout.workspace.fingerprint import key as hash_of
from tieout.workspace.making import Card, Keys
from tieout.workspace.plan import Planned

_STATING = ("publisher", "og:site_name", "outlet", "company")
"""Fields of a file's own metadata that name its publisher."""
_NAMING = ("author", "creator")
"""Fields that may name it, or a person, or a program."""
_SHORT, _LONG = 20, 28
"""Characters of a publisher's name, and of a file's, in a key."""
_LATER = re.compile(r"-(?:[b-z]|[0-9]{2,3})\Z")


@dataclass(frozen=True, slots=True)
class Known:
    """A document that was made: what was planned, under which names it is kept, what a build must know of it."""

    planned: Planned
    keys: Keys
    card: Card
    same_text: tuple[str, ...] = ()


def entries_of(known: Iterable[Known], table: PublisherTable, before: Mapping[str, str]) -> tuple[Entry, ...]:
    """The entries of a workspace, in the order of their names, each with a key of its own. `before` holds the keys that
    the last build gave, by name: what was cited once stays citable. UsageError when the user gave a key twice."""
    ordered = sorted(known, key=lambda one: one.planned.doc)
    entries = [_entry(one, table) for one in ordered]
    keys = _keys(entries, ordered, before)
    return tuple(replace(entry, key=key) for entry, key in zip(entries, keys, strict=True))


def _entry(one: Known, table: PublisherTable) -> Entry:
    """The entry of a document, its key still to be found."""
    planned, card, about = one.planned, one.card, one.planned.about
    own = {name.casefold(): value.strip() for name, value in card.metadata if value.strip()}
    url = about.url or own.get("url")
    owner = _owner(about, own, url, card, table)
    return Entry(
        doc=planned.doc,
        key="",
        sha256=planned.sha256,
        paths=planned.paths,
        title=card.title,
        date=card.date,
        language=card.language,
        country=card.country,
        publisher=owner.name if owner else None,
        publisher_key=owner.key if owner else None,
        kind=owner.kind if owner else "unknown",
        author=about.author or own.get("author") or (own.get("creator") if card.format != "pdf" else None),
        url=url,
        format=card.format,
        part=one.keys.part,
        same_text=one.same_text,
        document=one.keys.document,
    )


def _owner(about: About, own: Mapping[str, str], url: str | None, card: Card, table: PublisherTable) -> Owner | None:
    """The publisher: what the user says, what the file says of itself, whose name stands alone in its title or first
    lines, whose site it is from."""
    stated = about.publisher or next((own[name] for name in _STATING if name in own), None)
    if stated:
        return owner_of(Draft(0, 0, author=stated), table)
    named = next((name for name in _told(own, card) if table.named(name) is not None), None)
    return owner_of(Draft(0, 0, author=named, url=url), table) if named or url else None


def _told(own: Mapping[str, str], card: Card) -> Iterator[str]:
    """Names that may be a publisher's: nothing else stands in their line."""
    yield from (own[name] for name in _NAMING if name in own)
    for line in (card.title or "", *card.lines):
        whole, *parts = (line, *line.split(" | ")[1:])
        yield whole
        yield from parts


def _keys(entries: Sequence[Entry], known: Sequence[Known], before: Mapping[str, str]) -> list[str]:
    """A key for each entry: the user's own, else the one it had before, else the next free one of its name."""
    stated = {entry.doc: one.planned.about.key for entry, one in zip(entries, known, strict=True)}
    taken: dict[str, str] = {}
    for doc, key in stated.items():
        if key is not None and taken.setdefault(key, doc) != doc:
            raise UsageError(f"{doc}: its key {key} is that of {taken[key]} too; give one of them another key")
    for entry in entries:
        old = before.get(entry.doc, "")
        if stated[entry.doc] is None and old not in taken and _LATER.sub("", old) == _name(entry):
            stated[entry.doc] = old
            taken[old] = entry.doc
    return [stated[entry.doc] or _free(_name(entry), taken, entry.doc) for entry in entries]


def _name(entry: Entry) -> str:
    """What an entry would be cited by: publisher and year, else the name of its file."""
    year = (entry.date or "")[:4]
    if entry.publisher_key and year:
        return f"{_slug(entry.publisher_key, _SHORT)}-{year}"
    return _slug(PurePosixPath(entry.doc).stem, _LONG)


def _slug(text: str, most: int) -> str:
    """The first words of a text as far as they fit, with `-` between."""
    words = fold(text).split() or ["document"]
    out = words[0][:most]
    for word in words[1:]:
        if len(out) + 1 + len(word) > most:
            break
        out = f"{out}-{word}"
    return out if out.isascii() else hash_of(out)[:8]


def _free(name: str, taken: dict[str, str], doc: str) -> str:
    """The name, or the first of `name-b`, `name-c`, … `name-z`, `name-27`, … that is free."""
    endings = chain(("",), (f"-{letter}" for letter in "bcdefghijklmnopqrstuvwxyz"), (f"-{n}" for n in count(27)))
    key = next(f"{name}{ending}" for ending in endings if f"{name}{ending}" not in taken)
    taken[key] = doc
    return key
