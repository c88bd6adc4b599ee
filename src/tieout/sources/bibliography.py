"""The blocks of a document's own list of sources: what stands under a heading such as Bibliography or Fuentes."""

from __future__ import annotations

from collections.abc import Iterator

from tieout.reading.document import Block, Document
from tieout.reading.view import view_of
from tieout.sources.citations.names import is_name
from tieout.sources.publisher import PublisherTable
from tieout.sources.words import whole

_ITEMS = frozenset({"paragraph", "list_item"})
_LONGEST_HEADING = 60


def is_author_line(words: str, table: PublisherTable) -> bool:
    """Whether a line stands over the items of one author, as bibliographies by author have it: `Crisis Group,`"""
    bare = words.rstrip(" ,:")
    return (
        len(bare) < _LONGEST_HEADING
        and not any(c.isdigit() for c in bare)
        and (table.named(bare) is not None or (bare != words and is_name(bare)))
    )


def bibliography_blocks(document: Document) -> Iterator[Block]:
    """The headings, paragraphs and list items under such a heading, up to the next heading as high as it."""
    level: int | None = None
    for block in document.blocks:
        heading = block.kind in ("heading", "title")
        short = block.end - block.start < _LONGEST_HEADING
        words = (
            view_of(document, block).text.strip(" .:0123456789") if short and (heading or block.kind in _ITEMS) else ""
        )
        if words and whole("bibliography").fullmatch(words):
            # A short list keeps its heading as a line of its own that no reader knows for one.
            level = block.level if heading else level or 1
        elif heading and level is not None and block.level <= level:
            level = None
        elif level is not None and (heading or block.kind in _ITEMS):
            yield block
