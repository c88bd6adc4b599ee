"""`source`: the documents of the workspace, one of them, or one record with what stands around it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from pydantic import Field

from tieout.errors import UsageError
from tieout.evidence.figure import Figure
from tieout.evidence.records.record import Record
from tieout.mcp.desk import Desk, Desks
from tieout.mcp.parameters import MOST, Limit, Offset
from tieout.mcp.shapes import Held, Quote, Sources
from tieout.mcp.words import harmless
from tieout.workspace.entry import Entry
from tieout.workspace.part import FIELDS

_SHORTEST = 6
"""Digits that a cut id keeps."""
Cited = Annotated[
    str | None,
    Field(
        max_length=200,
        description="Key of a document (hrw-2025) or a record (f:6ef1ed2c1f). All documents if left out.",
    ),
]


def source(desks: Desks) -> Callable[..., Sources]:
    """The tool, over these desks."""

    def source(cited: Cited = None, limit: Limit = MOST, offset: Offset = 0) -> Sources:
        """The documents of the workspace: what each is, who published it and when, what was read and what was not. For
        the key of one: its findings. For a record: its words with the sentences before and behind."""
        desk = desks.now()
        if cited is None:
            all_of_them = desk.workspace.entries
            held = [_held(desk, entry) for entry in all_of_them[offset : offset + limit]]
            return Sources(said=f"{len(held)} of {len(all_of_them)} documents.", sources=held, results=[])
        key = cited.strip().strip("[]@")
        if key in desk.workspace.by_key:
            entry = desk.workspace.by_key[key]
            found = _findings(desk, entry)
            shown = found[offset : offset + limit]
            said = f"{key}: {len(shown)} of {len(found)} findings."
            return Sources(said=said, sources=[_held(desk, entry)], results=list(shown))
        one = record_of(desk, key)
        entry = desk.workspace.by_doc[one.doc]
        return Sources(said=f"{key} stands in {entry.key}.", sources=[_held(desk, entry)], results=_around(desk, one))

    return source


def entry_of(desk: Desk, key: str) -> Entry:
    """The document of a key. UsageError when there is none."""
    found = desk.workspace.by_key.get(key.strip().strip("[]@"))
    if found is None:
        raise UsageError("no document has this key; the tool source without parameters lists them")
    return found


def record_of(desk: Desk, key: str) -> Figure | Record:
    """The record that a citation means: its id, whole or cut to six digits, with a letter and a colon before it."""
    id = key.partition(":")[2] or key
    whole = desk.workspace.by_id.get(id)
    if whole is not None:
        return whole
    found = (
        [held for known, held in desk.workspace.by_id.items() if known.startswith(id)] if len(id) >= _SHORTEST else []
    )
    if len(found) != 1:
        what = "several records begin with it" if found else "no document and no record of this workspace has it"
        raise UsageError(f"unknown citation: {what}")
    return found[0]


def _held(desk: Desk, entry: Entry) -> Held:
    part = desk.workspace.part(entry.doc)
    return Held(
        key=entry.key,
        title=harmless(entry.title or entry.doc),
        publisher=harmless(entry.publisher),
        kind=entry.kind,
        date=entry.date,
        language=entry.language,
        country=entry.country,
        url=harmless(entry.url) or None,
        format=entry.format,
        sha256=entry.sha256,
        pages=sum(1 for _ in part.document.spans_of("page")),
        records={"figures": len(part.figures), **{plural: len(part.records(kind)) for kind, plural in FIELDS.items()}},
        not_read=[harmless(loss.message) for loss in (*part.document.losses, *part.losses)],
    )


def _findings(desk: Desk, entry: Entry) -> list[Quote]:
    found = [one for one in desk.workspace.part(entry.doc).findings if one.loud and one.doc == entry.doc]
    return [desk.words("finding", one.doc, one.start, one.end) for one in found]


def _around(desk: Desk, one: Figure | Record) -> list[Quote]:
    """The record, then the sentences of its passage before and behind it."""
    quotes = [desk.record(one)]
    for passage in desk.workspace.reading(one.doc).passages:
        sentences = [passage.view.span(start, end) for start, end in passage.sentences]
        met = [n for n, (start, end) in enumerate(sentences) if start < one.end and one.start < end]
        if met:
            near = [n for n in (met[0] - 1, met[-1] + 1) if 0 <= n < len(sentences)]
            quotes += [desk.words("passage", one.doc, *sentences[n]) for n in near]
            break
    return quotes
