"""The notes and citations of a case, and nothing at all for a document without notes, which costs no import then."""

from __future__ import annotations

from collections.abc import Sequence

from tieout.checks.case import Case
from tieout.checks.sourcing.once import once
from tieout.reading.document import Loss
from tieout.sources.citation import Citation
from tieout.sources.note import Note
from tieout.sources.source import Source


@once
def noted(case: Case) -> bool:
    """Whether the document has marks of notes, or notes."""
    document = case.reading.document
    return any(document.spans_of("note_mark")) or any(block.kind == "note" for block in document.blocks)


def notes(case: Case) -> Sequence[Note]:
    """The notes, in order of their marks."""
    return case.sources().notes if noted(case) else ()


def citations(case: Case) -> Sequence[Citation]:
    """What the notes cite, in order."""
    return case.sources().citations if noted(case) else ()


def losses(case: Case) -> Sequence[Loss]:
    """The gaps: notes and links that the file has lost."""
    return case.sources().losses if noted(case) else ()


@once
def register(case: Case) -> dict[str, Source]:
    """The sources that the notes cite, by their keys."""
    return {source.key: source for source in case.sources().sources} if noted(case) else {}
