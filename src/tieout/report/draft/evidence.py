"""The evidence for a question of the terms of reference: sentences of the workspace that speak of it.

The newest first, and of one year what most independent originals give: originals are counted, not documents. Where
sources disagree, that is said. It ranks and quotes, and writes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tieout.compare.comparison import Comparison
from tieout.compare.originals import corroboration
from tieout.compare.select import about, disagreements
from tieout.evidence.figure import Figure
from tieout.evidence.records.gap import Gap
from tieout.evidence.records.record import Record
from tieout.evidence.terms_of_reference import Item
from tieout.language.edtf import is_date, last_year, sort_key
from tieout.report.draft.citing import place_of
from tieout.sources.passages import Index, Unit, keys_of
from tieout.sources.stems import words_of
from tieout.workspace.compared import comparisons_of
from tieout.workspace.entry import Entry
from tieout.workspace.part import FIELDS
from tieout.workspace.workspace import Workspace

_CANDIDATES = 200
_COVERED = 0.3
"""Share of the weight of a question's words that a sentence must have when the terms name no words to look for."""
_RUNNING = frozenset({"paragraph", "list_item", "cell", "caption"})
_LEAST = 30
"""Characters of a sentence."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence that speaks of a question: `document.text[start:end]`."""

    entry: Entry
    start: int
    end: int
    text: str
    """As a clean line."""
    place: str
    """Page or paragraph."""
    figures: tuple[Figure, ...]
    records: tuple[Record, ...]
    """Other records whose words it holds."""
    originals: int
    """How many independent originals give its figures; 1 when nobody else does."""
    period: str | None
    """The newest time that its figures are about, or else the date of its document."""

    @property
    def cites(self) -> tuple[str, ...]:
        """What a draft cites it by: its records, or else its source with the place."""
        ids = [f"@f:{figure.id}" for figure in self.figures] + [f"@f:{record.id}" for record in self.records]
        return tuple(ids) or (f"@{self.entry.key}, {self.place}" if self.place else f"@{self.entry.key}",)


@dataclass(frozen=True, slots=True)
class Answers:
    """What there is on one question."""

    item: Item
    evidence: tuple[Evidence, ...]
    left: int
    """How many more sentences speak of it."""
    disagreements: tuple[Comparison, ...]
    gaps: tuple[Evidence, ...]
    """Sentences in which a source says that it is not known."""


class Searched:
    """A workspace made ready to be asked. Reading it takes a moment; ask it for all questions."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._entries = list(workspace.entries)
        self._units = [
            Unit(number, passage, start, end)
            for number, entry in enumerate(self._entries)
            for passage in workspace.reading(entry.doc).passages
            if passage.block.kind in _RUNNING and passage.block.table is None
            for start, end in passage.sentences
            if end - start >= _LEAST
        ]
        self._index = Index(self._units)

    @cached_property
    def compared(self) -> tuple[Comparison, ...]:
        """What the sources say of the same things."""
        return comparisons_of(self.workspace)

    def answers(self, item: Item, most: int) -> Answers:
        """The evidence for a question, `most` sentences of it."""
        found = [self._evidence(unit) for unit in self._about(item)]
        gaps = [one for one in found if any(isinstance(record, Gap) for record in one.records)]
        told = [one for one in found if one not in gaps]
        told.sort(key=lambda one: (bool(one.figures), _newest(one), one.originals), reverse=True)
        shown = told[:most]
        ids = {figure.id for one in shown for figure in one.figures}
        differing = disagreements(about(self.compared, ids)) if ids else ()
        return Answers(item, tuple(shown), len(told) - len(shown), differing, tuple(gaps))

    def _about(self, item: Item) -> list[Unit]:
        """The sentences that speak of a question, the best first."""
        asked = " ".join([*item.text.values(), *item.words])
        keys = keys_of(list(words_of(asked)))
        wanted = [frozenset(w.stem for w in words_of(word)) for word in item.words]
        total = sum(self._index.weight(key) for key in keys_of(list(words_of(next(iter(item.text.values()))))))
        out = []
        for number in self._index.search(keys, limit=_CANDIDATES):
            held = self._index.keys[number]
            if wanted:
                stems = {w.stem for w in words_of(self._units[number].text)}
                fits = any(word <= stems for word in wanted)
            else:
                fits = sum(self._index.weight(key) for key in keys & held) >= _COVERED * total
            if fits:
                out.append(self._units[number])
        return out

    def _evidence(self, unit: Unit) -> Evidence:
        entry = self._entries[unit.item]
        part = self.workspace.part(entry.doc)
        start, end = unit.passage.view.span(unit.start, unit.end)
        figures = tuple(figure for figure in part.figures if start <= figure.start < end)
        records = tuple(r for kind in FIELDS for r in part.records(kind) if r.start < end and start < r.end)
        originals = max((corroboration(self.compared, figure.id) for figure in figures), default=1)
        place = place_of(self.workspace, entry.doc, start)
        period = _latest([figure.period for figure in figures]) or entry.date
        return Evidence(entry, start, end, unit.text, place, figures, records, originals, period)


def _latest(periods: Sequence[str | None]) -> str | None:
    known = [period for period in periods if period and is_date(period)]
    return max(known, key=lambda period: sort_key(period)[::-1], default=None)


def _newest(one: Evidence) -> int:
    """The year it is about: within a year what more originals give comes first."""
    return (last_year(one.period) if one.period and is_date(one.period) else None) or 0
