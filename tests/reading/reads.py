"""What the readers of text found, as a document and as short rows."""

from __future__ import annotations

from reading.sound import check_sound, kinds
from tieout.reading.document import Document
from tieout.reading.layout import Structure


def document(text: str, found: Structure) -> Document:
    """A document of a text and its structure."""
    return Document("x.txt", text, "txt", "", "test", found.blocks, found.spans, losses=found.losses)


def rows(text: str, found: Structure) -> list[tuple[str, str]]:
    """Each block as (kind, words)."""
    return kinds(document(text, found))


def assert_sound(text: str, found: Structure) -> None:
    """The structure is sound as that of any document, and its losses lie in the text."""
    check_sound(document(text, found))
    assert all(0 <= loss.start <= loss.end <= len(text) for loss in found.losses)
