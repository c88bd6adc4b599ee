"""Holdings: the texts of a library read into passages, with their index; what is not needed is not read.

It judges nothing. A text that cannot be read is named in `unreadable`, the others are there all the same.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from tieout.errors import UnreadableError
from tieout.evidence.passage import Passage, passages_of
from tieout.language.detect import language_of
from tieout.language.habit import Habit, habit_of
from tieout.reading.document import Document
from tieout.reading.read import read
from tieout.sources.claims.line import Line
from tieout.sources.library import Item, Library
from tieout.sources.passages import Index, Unit, keys_of
from tieout.sources.stems import words_of

_RECORD = re.compile(r"[a-z]:([0-9a-f]{6,})")


@dataclass
class Held:
    """One text of the library, read."""

    item: Item
    document: Document
    language: str
    passages: Sequence[Passage]
    plain: str | None = field(default=None, repr=False)
    """The text as quotations are sought in it, made when first asked for."""

    @cached_property
    def habit(self) -> Habit:
        return habit_of(self.document.text, self.language)

    @cached_property
    def head(self) -> str:
        """What the text says of itself: its title, or its first lines in the title's stead."""
        return self.item.title or self.document.title or " ".join(p.text[:120] for p in self.passages[:2])

    @cached_property
    def head_keys(self) -> frozenset[str]:
        """What that names: the country of a report is often named in its title alone."""
        return frozenset(keys_of(list(words_of(self.head))))


@dataclass
class Holdings:
    """All texts at hand."""

    texts: Sequence[Held]
    unreadable: Sequence[UnreadableError] = ()
    records: Sequence[tuple[str, int]] = ()
    """Ids of the records in the texts, sorted, each with the number of its text: a draft may cite by them."""
    _lines: dict[int, Line] = field(default_factory=dict, repr=False)

    @cached_property
    def index(self) -> Index:
        units = [
            Unit(number, passage, start, end, order)
            for number, held in enumerate(self.texts)
            for passage in held.passages
            for order, (start, end) in enumerate(passage.sentences)
        ]
        return Index(units)

    @cached_property
    def keys(self) -> dict[str, int]:
        """What a draft may cite each text by, to its number."""
        return {held.item.key or Path(held.item.file).stem: n for n, held in enumerate(self.texts)}

    def cited(self, key: str) -> int | None:
        """The text that a key of a draft means: the text's own key, or `f:` with an id of a record in it, which may be
        cut to six digits; None when nothing has it, or several have."""
        record = _RECORD.fullmatch(key)
        if key in self.keys or record is None:
            return self.keys.get(key)
        first = bisect_left(self.records, (record[1], -1))
        found = {n for id, n in self.records[first : first + 2] if id.startswith(record[1])}
        whole = {n for id, n in self.records[first : first + 1] if id == record[1]}
        (number,) = whole or found if len(whole or found) == 1 else (None,)
        return number

    def line(self, number: int) -> Line:
        """The sentence of a unit, with what can be compared."""
        if number not in self._lines:
            unit = self.index.units[number]
            held = self.texts[unit.item]
            self._lines[number] = Line(
                held.document.path, unit.passage, unit.start, unit.end, held.language, held.habit
            )
        return self._lines[number]

    def near(self, number: int, reach: int = 1) -> list[Line]:
        """The sentences before and behind a unit, of the same text."""
        units = self.index.units
        around = range(max(0, number - reach), min(len(units), number + reach + 1))
        return [self.line(n) for n in around if n != number and units[n].item == units[number].item]


def read_holdings(library: Library) -> Holdings:
    """Read every text of a library."""
    texts: list[Held] = []
    unreadable: list[UnreadableError] = []
    for item in library.items:
        try:
            texts.append(_held(item, library.path(item)))
        except UnreadableError as fault:
            unreadable.append(fault)
    return Holdings(texts, unreadable)


def _held(item: Item, path: Path) -> Held:
    document = read(path)
    language = item.language or document.language or language_of(document.text)
    known = replace(item, sha256=document.sha256, title=item.title or document.title, date=item.date or document.date)
    return Held(known, document, language, passages_of(document, language))
