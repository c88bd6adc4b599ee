"""Passages: a document's blocks as clean lines with sentences, headings above them and their place in the order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from tieout.language.sentences import sentences
from tieout.reading.document import Block, Document
from tieout.reading.view import View, silences_of, view_of


@dataclass(frozen=True, slots=True)
class Passage:
    """One block as the language layer reads it. All offsets are those of `view.text` unless they say document."""

    index: int
    block: Block
    view: View
    sentences: tuple[tuple[int, int], ...]
    headings: tuple[int, ...] = ()
    """Indices of the heading passages above this one, outermost first."""
    lead: int | None = None
    """For a list item: index of the passage that introduces the list."""

    @property
    def text(self) -> str:
        return self.view.text

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that holds a view offset."""
        return max(0, bisect_right([start for start, _ in self.sentences], offset) - 1)


@dataclass(slots=True)
class Setting:
    """What a resolver may know: the document, its passages in order, and what the user or the file says of it."""

    document: Document
    passages: Sequence[Passage]
    language: str
    country: str | None
    """ISO 3166-1 alpha-2."""
    date: str | None
    """EDTF date of the document, given by the user or held by the file; None when unknown."""
    notes: dict[str, object] = field(default_factory=dict)


def passages_of(document: Document, language: str) -> list[Passage]:
    """All blocks of a document that hold running text, as passages in reading order (lists of links are left out)."""
    silences = silences_of(document)
    out: list[Passage] = []
    trail: list[tuple[int, int]] = []
    lead: int | None = None
    for block in document.blocks:
        if block.kind == "links":
            continue
        view = view_of(document, block, silences)
        if not view.text:
            continue
        index = len(out)
        if block.kind in ("heading", "title"):
            depth = block.level if block.kind == "heading" else 0
            trail = [(level, at) for level, at in trail if level < depth]
        headings = tuple(at for _, at in trail)
        out.append(
            Passage(
                index=index,
                block=block,
                view=view,
                sentences=tuple(sentences(view.text, language)),
                headings=headings,
                lead=lead if block.kind == "list_item" else None,
            )
        )
        if block.kind in ("heading", "title"):
            trail.append((block.level if block.kind == "heading" else 0, index))
            lead = None
        elif block.kind == "paragraph":
            lead = index
    return out
