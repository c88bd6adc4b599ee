"""Passages: a document's blocks as clean lines with sentences, headings above them and their place in the order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
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


_LONGEST = 6_000
"""Characters of a passage. What is longer lost its paragraphs; reading it in stretches keeps the work linear."""


def _stretches(view: View, bounds: list[tuple[int, int]]) -> Iterator[tuple[View, tuple[tuple[int, int], ...]]]:
    """The view whole, or cut between sentences when it is very long; a sentence longer than that is cut at blanks."""
    if len(view.text) <= _LONGEST:
        yield view, tuple(bounds)
        return
    cut: list[tuple[int, int]] = []
    for start, end in (piece for bound in bounds for piece in _pieces(view.text, *bound)):
        if cut and end - cut[0][0] > _LONGEST:
            yield _stretch(view, cut)
            cut = []
        cut.append((start, end))
    if cut:
        yield _stretch(view, cut)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        blank = text.rfind(" ", start + 1, start + _LONGEST)
        stop = blank if blank > start else start + _LONGEST
        yield start, stop
        start = stop + 1 if blank > start else stop
    if start < end:
        yield start, end


def _stretch(view: View, bounds: list[tuple[int, int]]) -> tuple[View, tuple[tuple[int, int], ...]]:
    low, high = bounds[0][0], bounds[-1][1]
    cut = View(view.text[low:high], view.offsets[low:high], view.document)
    return cut, tuple((start - low, end - low) for start, end in bounds)


def passages_of(document: Document, language: str) -> list[Passage]:
    """All blocks of a document that hold running text, as passages in reading order (lists of links are left out)."""
    silences = silences_of(document)
    out: list[Passage] = []
    trail: list[tuple[int, int]] = []
    lead: int | None = None
    for block in document.blocks:
        if block.kind == "links":
            continue
        whole = view_of(document, block, silences)
        if not whole.text:
            continue
        index = len(out)
        if block.kind in ("heading", "title"):
            depth = block.level if block.kind == "heading" else 0
            trail = [(level, at) for level, at in trail if level < depth]
        headings = tuple(at for _, at in trail)
        for view, bounds in _stretches(whole, list(sentences(whole.text, language))):
            led = lead if block.kind == "list_item" else None
            out.append(Passage(len(out), block, view, bounds, headings, led))
        if block.kind in ("heading", "title"):
            trail.append((block.level if block.kind == "heading" else 0, index))
            lead = None
        elif block.kind == "paragraph":
            lead = index
    return out
