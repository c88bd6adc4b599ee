"""Notes, citations and sources as JSON: the shape that `tieout sources --format json` prints."""

from __future__ import annotations

import dataclasses
from typing import Any

from tieout.reading.document import Loss
from tieout.sources.citation import Citation
from tieout.sources.note import Note
from tieout.sources.read import SourcesOf
from tieout.sources.source import Source
from tieout.sources.withheld import Withheld


def answer(found: SourcesOf, *, quotes: bool = True) -> dict[str, Any]:
    """The answer for one document. `quotes=False` leaves out the texts of notes."""
    return {
        "notes": [_note(note, quotes=quotes) for note in found.notes],
        "sources": [source_record(source) for source in found.sources],
        "losses": [_loss(loss) for loss in found.losses],
        "withheld": [_withheld(statement, quotes=quotes) for statement in found.withheld],
    }


def _note(note: Note, *, quotes: bool) -> dict[str, Any]:
    return {
        "number": int(note.id) if note.id.isdigit() else note.id,
        "mark_start": note.mark_start,
        "start": note.start,
        "end": note.end,
        "text": note.text if quotes else None,
        "lost": note.lost,
        "citations": [_citation(citation) for citation in note.citations],
    }


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "author": citation.author,
        "title": citation.title,
        "date": citation.date,
        "url": citation.url,
        "pages": citation.pages,
        "kind": citation.kind,
        "see_also": citation.see_also,
    }


def source_record(source: Source) -> dict[str, Any]:
    """One source with all its fields."""
    return {f.name: _plain(getattr(source, f.name)) for f in dataclasses.fields(source)}


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _withheld(statement: Withheld, *, quotes: bool) -> dict[str, Any]:
    text = statement.text if quotes else None
    return {"kind": statement.kind, "start": statement.start, "end": statement.end, "text": text}


def _loss(loss: Loss) -> dict[str, Any]:
    return {"kind": loss.kind, "message": loss.message, "start": loss.start, "end": loss.end, "count": loss.count}
