"""What a table's headers, caption and heading say of the unit of a bare number in its cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from tieout.evidence.contexts import speaks_of_scores
from tieout.evidence.figure import Kind
from tieout.evidence.mention import Mention
from tieout.evidence.passage import Passage
from tieout.language.bases import bases
from tieout.language.units import is_scaled, unit_named

_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"\d[\d.,\u00a0 ]*")


@dataclass(frozen=True, slots=True)
class _Header:
    unit: str
    kind: Kind


class Tables:
    """The headers of all tables of a document, by cell."""

    def __init__(self, passages: Sequence[Passage], language: str) -> None:
        self._passages, self._language = passages, language
        self._columns: dict[tuple[int, int], list[str]] = {}
        self._captions: dict[int, str] = {}
        self._named: dict[tuple[int, int], _Header | None] = {}
        self._counts: set[tuple[int, int]] = set()
        """Columns that hold numbers no year looks like, below their first row."""
        for passage in passages:
            block = passage.block
            if block.table is None:
                continue
            if block.kind == "caption":
                self._captions[block.table] = passage.text
            elif block.header and block.col is not None:
                self._columns.setdefault((block.table, block.col), []).append(passage.text)
            elif block.row and block.col and _NUMBER.fullmatch(passage.text) and not _YEAR.fullmatch(passage.text):
                self._counts.add((block.table, block.col))

    def read(self, passage: Passage, mentions: list[Mention]) -> list[Mention]:
        """The mentions of a cell, bare numbers with the unit that the table's words give them; others unchanged."""
        block = passage.block
        if not mentions and block.kind == "cell" and block.row and not block.header and _YEAR.fullmatch(passage.text):
            mentions = self._count(passage)
        if block.kind not in ("cell", "heading", "paragraph") or all(m.unit != "count" for m in mentions):
            return mentions
        header = self._header(passage)
        if header is None:
            return mentions
        return [m.with_(unit=header.unit, kind=header.kind) if self._takes(m, header, passage) else m for m in mentions]

    def _count(self, passage: Passage) -> list[Mention]:
        """A lone `2016` as a number where the column counts: `667, 94, 1755, 2516`."""
        if (passage.block.table or 0, passage.block.col or 0) not in self._counts:
            return []
        end = len(passage.text)
        return [Mention(0, end, 0, end, Fraction(int(passage.text)), passage.text)]

    def _takes(self, mention: Mention, header: _Header, passage: Passage) -> bool:
        bare = mention.unit == "count" and mention.kind == "level" and mention.value is not None
        alone = mention.end - mention.start >= len(passage.text) - 1 or header.unit != "score"
        return bare and (
            header.unit != "score" or (mention.decimals > 0 and (alone or passage.block.kind != "paragraph"))
        )

    def _header(self, passage: Passage) -> _Header | None:
        block = passage.block
        if block.kind != "cell":
            return self._score(passage) if len(passage.text) <= 60 else None
        column = block.table or 0, block.col or 0
        if column not in self._named:
            self._named[column] = self._column(*column)
        return self._named[column] or self._score(passage)

    def _column(self, table: int, col: int) -> _Header | None:
        """What the headers of a column say, else the table's caption."""
        own = " ".join(self._columns.get((table, col), []))
        for words in (own, self._captions.get(table, "")):
            found = self._unit(words) if words and not is_scaled(words, self._language) else None
            if found is not None:
                return found
        return None

    def _unit(self, words: str) -> _Header | None:
        per = next(iter(bases(words, self._language)), None)
        if per is not None and per.unit == "per_100k":
            return _Header(per.unit, "rate")
        unit = unit_named(words, self._language)
        if unit is not None:
            return _Header(unit.code, "money" if unit.kind == "money" else "share")
        return _Header("score", "score") if speaks_of_scores(words, self._language) else None

    def _score(self, passage: Passage) -> _Header | None:
        """A heading that announces scores, above the cell or next to a number that stands alone."""
        near = [self._passages[i].text for i in passage.headings[-1:]]
        if passage.block.kind != "cell":
            following = self._passages[passage.index + 1 : passage.index + 2]
            near = (
                [passage.text]
                if passage.block.kind == "heading"
                else [p.text for p in following if p.block.kind == "heading"]
            )
        return _Header("score", "score") if any(speaks_of_scores(words, self._language) for words in near) else None
