"""The period of a figure: which date of its sentence, paragraph, heading or table a number is about.

Nothing is taken from general knowledge. A number without a printed or plainly carried date has no period: no guess is
better than a wrong one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tieout.evidence.attachment import attachment
from tieout.evidence.changes import change_dates
from tieout.evidence.figure import Basis
from tieout.evidence.governing import Line, at_end, ends_of_spans, governing
from tieout.evidence.mention import Mention
from tieout.evidence.passage import Passage, Setting
from tieout.evidence.timeline import Dated, Memory, Timeline
from tieout.language import edtf

_REACH = 2
"""How many sentences without a date or a dated number end a date's reach."""


_Line = tuple[int | None, str, int | None]
"""A table, and a row, a column or the captions of it."""
_HEADER_ROWS = 4
"""The headers of a column stand in the first rows; those further down name rows."""
_LONGEST_HEADING = 366
"""Days: a chapter on several years tells stories, not counts of all of them."""


@dataclass(frozen=True, slots=True)
class PeriodContext:
    """The time a figure is about (EDTF), for a change the end of it and what it is compared with."""

    period: str | None = None
    base_period: str | None = None
    anchors: tuple[tuple[int, int], ...] = ()
    """Document offsets of the words it rests on."""
    basis: Basis | None = None


NOTHING = PeriodContext()


class PeriodReader:
    """Reads the periods of one document's figures; its passages are given in document order."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._timeline = Timeline(setting)
        self._words = attachment(setting.language)
        self._last: Dated | None = None
        """What the passage before hands on, and the headings it stood under."""
        self._above: tuple[int, ...] = ()
        self._introduced: dict[int, Dated] = {}
        """By passage index: what dates a list that the passage introduces."""
        self._single: dict[int, Dated | None] = {}
        self._tables: dict[_Line, list[Passage]] | None = None

    def read(self, passage: Passage, mentions: Sequence[Mention]) -> list[PeriodContext]:
        """The period of each mention of a passage, in the order given."""
        carried = self._from_outside(passage)
        memory = Memory()
        if carried is not None:
            memory.take(carried)
        dates = self._timeline.read(passage.text, passage.view.span, memory)
        found: dict[int, PeriodContext] = {}
        order = sorted(range(len(mentions)), key=lambda index: mentions[index].start)
        idle = 0
        for start, end in passage.sentences:
            inside = [index for index in order if start <= mentions[index].start < end]
            numbers = [mentions[index] for index in inside]
            own = [date for date in dates if start <= date.start < end]
            contexts, carried = _sentence(Line(passage.text, start, end, own, numbers, self._words), carried)
            found.update(zip(inside, contexts, strict=True))
            idle = 0 if own or any(context.period for context in contexts) else idle + 1
            carried = carried if idle < _REACH else None
        self._last, self._above = carried, passage.headings
        if carried is not None and passage.text.endswith(":"):
            self._introduced[passage.index] = carried
        return [found.get(index, NOTHING) for index in range(len(mentions))]

    def _from_outside(self, passage: Passage) -> Dated | None:
        """What dates a passage from outside: its table, its list's introduction, what it refers to, its heading."""
        if passage.block.kind == "cell":
            found = self._header(passage) or self._heading(passage)
            return replace(found, basis="table") if found is not None else None
        if passage.lead is not None and passage.lead in self._introduced:
            return self._introduced[passage.lead]
        if self._last is not None and passage.headings == self._above and self._words.anaphora.search(passage.text):
            return self._last
        return self._heading(passage)

    def _heading(self, passage: Passage) -> Dated | None:
        """The date of the heading above; a document's title dates nothing, a table's only the table."""
        if not passage.headings:
            return None
        heading = self._setting.passages[passage.headings[-1]]
        below = self._setting.passages[heading.index + 1]
        titles_table = below.block.kind == "cell" and passage.block.table != below.block.table
        if heading.block.kind == "title" or not heading.index or titles_table:
            return None
        date = self._only_date(heading)
        if date is None or date.basis != "printed" or (edtf.days_in(date.edtf or "..") or 1000) > _LONGEST_HEADING:
            return None
        return replace(date, basis="heading", ranged=False)

    def _header(self, cell: Passage) -> Dated | None:
        """The one date of the cell's column or row header, else of the table's caption."""
        block, headers = cell.block, self._headers()
        lines = ((block.table, "row", block.row), (block.table, "col", block.col))
        beside = {near.index: near for line in lines for near in headers.get(line, ())}
        named = [near for _, near in sorted(beside.items())]
        for near in (*named, *headers.get((block.table, "caption", None), ())):
            date = self._only_date(near) if near is not cell else None
            if date is not None:
                return date
        return None

    def _headers(self) -> dict[_Line, list[Passage]]:
        """The header cells of each row and column of each table, and its captions."""
        if self._tables is None:
            self._tables = {}
            for passage in self._setting.passages:
                block = passage.block
                if block.table is not None and block.kind == "caption":
                    self._tables.setdefault((block.table, "caption", None), []).append(passage)
                elif block.table is not None and block.header:
                    self._tables.setdefault((block.table, "row", block.row), []).append(passage)
                    if (block.row or 0) < _HEADER_ROWS:
                        self._tables.setdefault((block.table, "col", block.col), []).append(passage)
        return self._tables

    def _only_date(self, passage: Passage) -> Dated | None:
        """The one date of a heading, header or caption."""
        if passage.index not in self._single:
            dates = [date for date in self._timeline.read(passage.text, passage.view.span, Memory()) if date.edtf]
            self._single[passage.index] = dates[0] if len(dates) == 1 else None
        return self._single[passage.index]


def _sentence(line: Line, carried: Dated | None) -> tuple[list[PeriodContext], Dated | None]:
    """The contexts of a sentence's numbers, and what it hands on to the next sentence."""
    spans = ends_of_spans(line)
    timeless = bool(line.mentions) and bool(line.words.timeless.search(line.gap(line.start, line.end)))
    contexts: list[PeriodContext] = []
    last: Dated | None = None
    kept: list[Dated] = []
    for index, mention in enumerate(line.mentions):
        date, base = governing(line, index), None
        handed = date is None and not timeless and mention.kind not in ("duration", "score")
        if handed:
            date = carried
        if mention.kind == "change":
            date, base = change_dates(line, mention, date, carried)
        elif mention.kind == "duration" and date is not None and not _dates_duration(line, mention, date):
            date = None
        elif date is not None and index in spans:
            date = at_end(date, spans[index])
        context = _context(date, base)
        contexts.append(replace(context, basis="inferred") if handed and context.basis == "printed" else context)
        if date is not None and _stays(line, mention, date):
            kept.append(date)
        elif date is not None:
            last = _whole(line, date, carried)
    return contexts, last or _opening(line) or _handed_on(line, kept, carried)


def _context(date: Dated | None, base: Dated | None) -> PeriodContext:
    if date is None or date.edtf is None:
        return NOTHING
    anchors = date.anchors if base is None else tuple(dict.fromkeys(date.anchors + base.anchors))
    return PeriodContext(date.edtf, base.edtf if base else None, anchors, date.basis)


def _whole(line: Line, date: Dated, carried: Dated | None) -> Dated:
    """A date narrowed to one of its ends, as it was printed: the sentence hands on all of it."""
    known = [*line.dates, *([carried] if carried is not None else [])]
    return next((one for one in known if one.anchors == date.anchors), date)


def _dates_duration(line: Line, mention: Mention, date: Dated) -> bool:
    """A span of time has a period only when one stands right behind it (`five months of 2010`) or opens its clause."""
    if date.start >= mention.end:
        return date.lead == "of" and date.lead_start - mention.end <= 2
    gap = line.gap(date.end, mention.start)
    return line.opens(date) and gap.count(",") <= 1 and not line.words.boundary.search(gap)


def _stays(line: Line, mention: Mention, date: Dated) -> bool:
    """A date in brackets, or of a number that is only compared with, stays with its number."""
    if line.encloses(date) and not date.survey:
        return True
    before = line.gap(max(line.start, mention.start - 40), mention.start)
    return mention.kind != "change" and bool(line.words.compared.search(before))


def _opening(line: Line) -> Dated | None:
    """The date that opens a sentence."""
    first = line.dates[0] if line.dates else None
    return first if first is not None and first.edtf and line.opens(first) else None


def _handed_on(line: Line, kept: Sequence[Dated], carried: Dated | None) -> Dated | None:
    """What a sentence without dated numbers hands on: its last adverbial date, or what it was handed."""
    dates = [d for d in line.dates if d not in kept]
    if not dates:
        return carried
    dates = [d for d in dates if d.edtf and (d.survey or not line.encloses(d))]
    return dates[-1] if dates and (dates[-1].survey or dates[-1].lead in ("at", "from", "as_of")) else None
