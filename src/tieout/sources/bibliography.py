"""The blocks of a document's own list of sources: what stands under a heading such as Bibliography or Fuentes."""

from __future__ import annotations

from collections.abc import Iterator

from tieout.reading.document import Block, Document
from tieout.reading.view import view_of
from tieout.sources.words import whole

_ITEMS = frozenset({"paragraph", "list_item"})
_LONGEST_HEADING = 60


def bibliography_blocks(document: Document) -> Iterator[Block]:
    """The paragraphs and list items under such a heading, up to the next heading as high as it."""
    level: int | None = None
    for block in document.blocks:
        if block.kind in ("heading", "title"):
            words = view_of(document, block).text.strip(" .:0123456789") if block.end - block.start < _LONGEST_HEADING else ""
            if words and whole("bibliography").fullmatch(words):
                level = block.level
            elif level is not None and block.level <= level:
                level = None
        elif level is not None and block.kind in _ITEMS:
            yield block
