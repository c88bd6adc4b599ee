"""Reads plain text files: decodes them, takes off the front matter and gives the text its structure."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tieout.errors import UnreadableError
from tieout.reading.decode import decode
from tieout.reading.document import Document, Loss, Span
from tieout.reading.frontmatter import FrontMatter, front_matter
from tieout.reading.kinds import FORMATS
from tieout.reading.layout import Structure, structure
from tieout.reading.view import view_of

READER = "tieout text 1"


def read_text(path: Path) -> Document:
    """The document in a plain text file. Raises UnreadableError when the file is no text."""
    text, sha256 = read_bytes_as_text(path)
    front = front_matter(text)
    return assemble(path, text, "txt", sha256, READER, structure(text, front.end if front else 0))


def read_bytes_as_text(path: Path) -> tuple[str, str]:
    """The decoded text of a file and the sha256 of its bytes."""
    data = path.read_bytes()
    try:
        return decode(data), hashlib.sha256(data).hexdigest()
    except ValueError as error:
        raise UnreadableError(str(path), str(error), f"give {FORMATS}") from error


def assemble(path: Path, text: str, form: str, sha256: str, reader: str, found: Structure) -> Document:
    """The Document of a text and its structure, with what the front matter says of it."""
    front = front_matter(text)
    spans = ((Span("front_matter", 0, front.end),) if front else ()) + found.spans
    bare = Document(str(path), text, form, sha256, reader, found.blocks, spans)
    title = front.title if front else None
    if title is None:
        block = next((b for b in found.blocks if b.kind == "title"), None)
        title = view_of(bare, block).text or None if block else None
    return Document(
        path=str(path),
        text=text,
        format=form,
        sha256=sha256,
        reader=reader,
        blocks=found.blocks,
        spans=spans,
        title=title,
        date=front.date if front else None,
        country=front.country if front else None,
        language=front.language if front else None,
        metadata=dict(front.values) if front else {},
        losses=(*_passed_over(front), *found.losses),
    )


def _passed_over(front: FrontMatter | None) -> list[Loss]:
    if front is None:
        return []
    return [
        Loss("front_matter", f"the front matter says {line!r}, which is not understood", 0, front.end)
        for line in front.not_understood
    ]
