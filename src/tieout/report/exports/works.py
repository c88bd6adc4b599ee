"""The documents of a workspace, and what they cite, as sources that reference managers know.

How they are written is the business of `sources.exports`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import cast

from tieout.sources.citation import CitationKind
from tieout.sources.source import Source, SourceKind
from tieout.workspace.entry import Entry
from tieout.workspace.workspace import Workspace

_ITEMS: Mapping[str, CitationKind] = {"press": "news", "academic": "article"}
"""What a document is, by what its publisher is; any other is a report."""
_TABLE = "xlsx"


def source_of(entry: Entry) -> Source:
    """A document of the workspace as a source, under the key it is cited by."""
    return Source(
        key=entry.key,
        publisher=entry.publisher,
        publisher_key=entry.publisher_key,
        kind=cast(SourceKind, entry.kind),
        language=entry.language,
        country=None,
        title=entry.title or entry.doc,
        date=entry.date,
        url=entry.url,
        funder=None,
        distributor=None,
        times_cited=0,
        author=entry.author or entry.publisher,
        item="statistic" if entry.format == _TABLE else _ITEMS.get(entry.kind, "report"),
    )


def held(workspace: Workspace) -> list[Source]:
    """The documents of a workspace."""
    return [source_of(entry) for entry in workspace.entries]


def cited(workspace: Workspace) -> list[tuple[Source, tuple[str, ...]]]:
    """What the documents of a workspace cite, each with the keys of those that cite it, the most cited first.

    One work that several documents cite is one source. Two works under one key get keys of their own.
    """
    merged: dict[tuple[str | None, ...], Source] = {}
    citing: dict[tuple[str | None, ...], list[str]] = {}
    for key, source in _each(workspace):
        same = (source.publisher_key, (source.title or "").casefold(), source.date, source.url, source.author)
        known = merged.get(same)
        merged[same] = _joined(known, source) if known else source
        citing.setdefault(same, []).append(key)
    order = sorted(merged, key=lambda same: (-merged[same].times_cited, merged[same].key, str(same)))
    taken: set[str] = set()
    return [(replace(merged[same], key=_free(merged[same].key, taken)), tuple(citing[same])) for same in order]


def _each(workspace: Workspace) -> Iterator[tuple[str, Source]]:
    for entry, part in workspace.parts():
        yield from ((entry.key, source) for source in part.sources)


def _joined(one: Source, other: Source) -> Source:
    """One work as two documents cite it. The ids of notes are those of a document, so none are left."""
    return replace(one, times_cited=one.times_cited + other.times_cited, notes=())


def _free(key: str, taken: set[str]) -> str:
    """The key, or with the first number behind it that is free; it is taken from now on."""
    free, number = key, 1
    while free in taken:
        number += 1
        free = f"{key}-{number}"
    taken.add(free)
    return free
