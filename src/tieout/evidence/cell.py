"""What the numbers of a table count: words of the cell itself, else the headers of its column and row and the caption.

It reads the table a cell stands in and the line above that table; running text is the business of others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from tieout.evidence.concept import concept_of, counting_of
from tieout.evidence.mention import Mention
from tieout.evidence.passage import Passage
from tieout.evidence.wording import CONTENT, Wording

Named = tuple[Passage, tuple[int, int]]
"""A passage and the stretch of its text that names something."""

_Line = tuple[int | None, int | None]
"""A table and one of its columns or rows."""
_WORD = re.compile(r"[^\W\d_]{3}")
_NUMBERED = re.compile(r"\s*(?:(?:table|figure|chart|tabla|cuadro|gráfico|figura)\s*\d+\s*[.:–-]?)?\s*", re.IGNORECASE)


class CellMeasures:
    """Names what the numbers in the cells of a document's tables count."""

    def __init__(self, passages: Sequence[Passage], language: str) -> None:
        self._passages = passages
        self._language = language

    def read(self, cell: Passage, mention: Mention) -> list[Named]:
        """The passages, with the stretch of each, that together name what a number in a cell counts."""
        wording = self._wording(cell, [(mention.start, mention.end)])
        own = [t for t in wording.tokens if t.kind in CONTENT]
        if own:
            return [(cell, (own[0].start, own[-1].end))]
        headers = self._headers(cell)
        if mention.kind == "score" or any(self._is_known(page.text) for page, _ in headers):
            return headers
        return [*self._caption(cell), *headers]

    def _wording(self, passage: Passage, spans: Sequence[tuple[int, int]] = (), start: int = 0) -> Wording:
        return Wording(passage.text, (start, len(passage.text)), spans, self._language)

    def _is_known(self, words: str) -> bool:
        return (concept_of(words, self._language) or counting_of(words, self._language)) is not None

    def _headers(self, cell: Passage) -> list[Named]:
        """The cells that name a cell's column and row; those that are years, numbers or units left out."""
        block, found = cell.block, []
        columns, rows = self._lines
        near = {
            p.index: p for p in (*columns.get((block.table, block.col), ()), *rows.get((block.table, block.row), ()))
        }
        for _, page in sorted(near.items()):
            other = page.block
            above = other.col == block.col and other.header and (other.row or 0) < (block.row or 0)
            beside = other.row == block.row and (other.col or 0) < (block.col or 0)
            named = above or (beside and (other.header or other.col == 0))
            if named and _WORD.search(page.text) and not self._is_unit(page):
                found.append((page, (0, len(page.text))))
        return found

    def _is_unit(self, page: Passage) -> bool:
        """Whether a header only measures: `in percent`, `number`."""
        wording = self._wording(page)
        named = [t.word for t in wording.tokens if t.kind in CONTENT | {"number"}]
        measures = len(named) <= 2 and any(word in wording.words.quantity for word in named)
        return measures and not self._is_known(page.text)

    def _caption(self, cell: Passage) -> list[Named]:
        """The noun phrase that opens the caption of a table, or the heading right above it."""
        first = self._tables[cell.block.table][0].index
        page = self._passages[max(0, first - 1)]
        if page.block.kind not in ("caption", "heading"):
            return []
        mark = _NUMBERED.match(page.text)
        wording = self._wording(page, start=mark.end() if mark else 0)
        phrase = wording.phrase(0)
        found = wording.described(phrase, predicate=False) if phrase is not None else ()
        return [(page, piece) for piece in found[:1]]

    @cached_property
    def _lines(self) -> tuple[dict[_Line, list[Passage]], dict[_Line, list[Passage]]]:
        """The header cells of each column and the cells of each row, by table, so that no table is searched twice."""
        columns: dict[_Line, list[Passage]] = {}
        rows: dict[_Line, list[Passage]] = {}
        for pages in self._tables.values():
            for page in pages:
                rows.setdefault((page.block.table, page.block.row), []).append(page)
                if page.block.header:
                    columns.setdefault((page.block.table, page.block.col), []).append(page)
        return columns, rows

    @cached_property
    def _tables(self) -> dict[int | None, list[Passage]]:
        found: dict[int | None, list[Passage]] = {}
        for page in self._passages:
            if page.block.kind == "cell":
                found.setdefault(page.block.table, []).append(page)
        return found
