"""Short forms of what a reader found, for tests."""

from __future__ import annotations

from tieout.reading.document import Document
from tieout.reading.layout import Structure
from tieout.reading.view import view_of


def document(text: str, found: Structure) -> Document:
    """A document of a text and its structure."""
    return Document("x.txt", text, "txt", "", "test", found.blocks, found.spans, losses=found.losses)


def rows(text: str, found: Structure) -> list[tuple[str, str]]:
    """Each block as (kind, words)."""
    made = document(text, found)
    return [(block.kind, view_of(made, block).text) for block in made.blocks]


def assert_sound(text: str, found: Structure) -> None:
    """Everything lies in the text, and a view's characters are the text's but for blanks."""
    made = document(text, found)
    for block in made.blocks:
        assert all(0 <= start < end <= len(text) for start, end in block.pieces)
        assert all(a[1] <= b[0] for a, b in zip(block.pieces, block.pieces[1:], strict=False))
        view = view_of(made, block)
        assert all(c == " " or text[o] == c for c, o in zip(view.text, view.offsets, strict=True))
    assert all(0 <= span.start < span.end <= len(text) for span in made.spans)
    assert [span.start for span in made.spans] == sorted(span.start for span in made.spans)
    assert all(0 <= loss.start <= loss.end <= len(text) for loss in made.losses)
