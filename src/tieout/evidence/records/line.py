"""The sentences of a document as the readers of records take them: clean text with dates resolved and places found.

It knows no record. A line's own offsets are those of its passage's view; `span` gives those of the document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tieout.evidence.passage import Passage, Setting
from tieout.evidence.timeline import Dated, Memory, Timeline
from tieout.language.places import Gazetteer, PlaceName

_KEPT = "lines of records"
"""Where a setting's notes keep its lines, so that a document is read once for all kinds of records."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence. `text` is the sentence; `offset` where it begins in its passage's view."""

    passage: Passage
    index: int
    """Which sentence of the passage this is."""
    offset: int
    text: str
    dates: tuple[Dated, ...]
    """The dates of the sentence, their offsets counted from its beginning."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Document offsets of `text[start:end]`."""
        return self.passage.view.span(self.offset + start, self.offset + end)

    def date_in(self, start: int, end: int) -> Dated | None:
        """The first date that begins in `text[start:end]` and is no limit (`committed before 2024`)."""
        return next(
            (d for d in self.dates if start <= d.start < end and d.edtf is not None and d.lead != "before"), None
        )


def lines_of(setting: Setting) -> list[Line]:
    """Every sentence of a document in reading order, made once."""
    kept = setting.notes.get(_KEPT)
    if not isinstance(kept, list):
        kept = setting.notes[_KEPT] = list(_lines(setting))
    return kept


def _lines(setting: Setting) -> Iterator[Line]:
    timeline, memory = Timeline(setting), Memory()
    told: tuple[int, ...] = ()
    for passage in setting.passages:
        if passage.headings != told:
            memory, told = Memory(), passage.headings
        dates = timeline.read(passage.text, passage.view.span, Memory() if passage.block.kind == "note" else memory)
        for index, (start, end) in enumerate(passage.sentences):
            yield Line(passage, index, start, passage.text[start:end], tuple(_of(dates, start, end)))


def _of(dates: list[Dated], start: int, end: int) -> Iterator[Dated]:
    for date in dates:
        if start <= date.start < end:
            yield _moved(date, start)


def _moved(date: Dated, by: int) -> Dated:
    return replace(date, start=date.start - by, end=date.end - by, lead_start=date.lead_start - by)


def places_of(line: Line, setting: Setting) -> list[PlaceName]:
    """The places that a line names, offsets counted from its beginning."""
    return Gazetteer.for_country(setting.country).find(line.text)
