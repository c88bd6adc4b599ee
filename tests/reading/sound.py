"""What must hold for every document a reader gives, whatever the file."""

from __future__ import annotations

from tieout.reading.document import Document
from tieout.reading.view import silences_of, view_of

_UNSEEN = "\u00ad\u200b\ufeff\u2060\ufffe\x02"


def check_sound(document: Document) -> None:
    """Blocks and spans lie inside the text and in order; a view shows nothing that the text does not hold."""
    size = len(document.text)
    for block in document.blocks:
        assert block.pieces
        for start, end in block.pieces:
            assert 0 <= start < end <= size
        assert list(block.pieces) == sorted(block.pieces)
        assert document.text[block.start : block.end].strip()
    assert [block.start for block in document.blocks] == sorted(block.start for block in document.blocks)
    for span in document.spans:
        assert 0 <= span.start < span.end <= size
    assert list(document.spans) == sorted(document.spans, key=lambda span: (span.start, span.end))
    silent = silences_of(document)
    for block in document.blocks:
        view = view_of(document, block, silent)
        for char, offset in zip(view.text, view.offsets, strict=True):
            assert char == document.text[offset] or char == " "
            assert char not in _UNSEEN


def kinds(document: Document) -> list[tuple[str, str]]:
    """The blocks as (kind, text as a reader sees it)."""
    silent = silences_of(document)
    return [(block.kind, view_of(document, block, silent).text) for block in document.blocks]


def marks(document: Document) -> list[tuple[str, str]]:
    """The note marks as (characters, label)."""
    return [(document.text[s.start : s.end], s.label or "") for s in document.spans_of("note_mark")]


def links(document: Document) -> list[tuple[str, str]]:
    """The links as (words, address)."""
    return [(document.text[s.start : s.end], s.target or "") for s in document.spans_of("link")]
