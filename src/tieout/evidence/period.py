"""The period of a figure: which date of its clause, sentence or paragraph a number is about, and what a change is against.

Nothing is taken from general knowledge. A number without a printed or plainly carried date has no period: no guess is
better than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tieout.evidence.figure import Basis
from tieout.evidence.mention import Mention
from tieout.evidence.passage import Passage, Setting
from tieout.evidence.timeline import Attachment, Dated, Memory, Timeline, attachment
from tieout.language import edtf


@dataclass(frozen=True, slots=True)
class PeriodContext:
    """The time a figure is about (EDTF), for a change the end of it and what it is compared with."""

    period: str | None = None
    base_period: str | None = None
    anchors: tuple[tuple[int, int], ...] = ()
    """Document offsets of the words it rests on."""
    basis: Basis | None = None


NOTHING = PeriodContext()


@dataclass(frozen=True, slots=True)
class _Line:
    """One sentence with its dates and numbers; offsets are the view's."""

    text: str
    start: int
    end: int
    dates: Sequence[Dated]
    mentions: Sequence[Mention]
    words: Attachment

    def gap(self, start: int, end: int) -> str:
        return self.text[start:end]


class PeriodReader:
    """Reads the periods of one document's figures; its passages are given in document order."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._timeline = Timeline(setting)
        self._words = attachment(setting.language)
        self._last: Dated | None = None
        """What governed the last figure or opened the last sentence of the passage before."""
        self._above: tuple[int, ...] = ()
        self._introduced: dict[int, Dated] = {}
        """By passage index: what dates a list that the passage introduces."""

    def read(self, passage: Passage, mentions: Sequence[Mention]) -> list[PeriodContext]:
        """The period of each mention of a passage, in the order given."""
        carried = self._carried_into(passage)
        memory = Memory()
        if carried is not None:
            memory.take(carried)
        dates = self._timeline.read(passage.text, passage.view.span, memory)
        found: dict[int, PeriodContext] = {}
        idle = 0
        order = sorted(range(len(mentions)), key=lambda index: mentions[index].start)
        for start, end in passage.sentences:
            inside = [index for index in order if start <= mentions[index].start < end]
            line = _Line(
                passage.text,
                start,
                end,
                [date for date in dates if start <= date.start < end],
                [mentions[index] for index in inside],
                self._words,
            )
            contexts, carried = _sentence(line, carried)
            idle = 0 if line.dates or any(context.period for context in contexts) else idle + 1
            carried = carried if idle < _REACH else None
            found.update(zip(inside, contexts, strict=True))
        self._last, self._above = carried, passage.headings
        if carried is not None and passage.text.rstrip().endswith(":"):
            self._introduced[passage.index] = carried
        return [found.get(index, NOTHING) for index in range(len(mentions))]

    def _carried_into(self, passage: Passage) -> Dated | None:
        """A date that governs a passage from outside: its list's introduction, what it refers back to, its heading."""
        if passage.block.kind == "cell":
            return self._table(passage)
        if passage.lead is not None and passage.lead in self._introduced:
            return self._introduced[passage.lead]
        if self._last is not None and passage.headings == self._above and self._words.anaphora.search(passage.text):
            return replace(self._last, ranged=False)
        return self._heading(passage)

    def _heading(self, passage: Passage) -> Dated | None:
        """The date in the nearest heading (the document's title dates nothing)."""
        for index in reversed(passage.headings):
            heading = self._setting.passages[index]
            if heading.block.kind == "title" or heading.index == 0:
                continue
            dates = self._timeline.read(heading.text, heading.view.span, Memory())
            if len(dates) == 1 and dates[0].edtf is not None and dates[0].basis == "printed":
                return replace(dates[0], basis="heading", ranged=False)
        return None

    def _table(self, cell: Passage) -> Dated | None:
        """What dates a cell from outside: its column's or row's header, the caption, the heading above the table."""
        found = self._header(cell) or self._heading(cell)
        return replace(found, basis="table") if found is not None else None

    def _header(self, cell: Passage) -> Dated | None:
        for near in self._tables().get(cell.block.table, ()):
            block = near.block
            names = block.kind == "caption" or (block.header and (block.row == cell.block.row or block.col == cell.block.col))
            if not names or near.index == cell.index:
                continue
            dates = [d for d in self._timeline.read(near.text, near.view.span, Memory()) if d.edtf]
            if len(dates) == 1:
                return dates[0]
        return None

    def _tables(self) -> dict[int | None, list[Passage]]:
        """Headers first, then captions, by table."""
        found = self._setting.notes.get("period_tables")
        if not isinstance(found, dict):
            found = {}
            for passage in self._setting.passages:
                if passage.block.table is not None and (passage.block.header or passage.block.kind == "caption"):
                    found.setdefault(passage.block.table, []).append(passage)
            for headers in found.values():
                headers.sort(key=lambda p: p.block.kind == "caption")
            self._setting.notes["period_tables"] = found
        return found


_REACH = 2
"""How many sentences without a date or a dated number end a date's reach."""

_OWN_DATE = ("duration", "rank", "score")
"""What no earlier sentence dates: spans of time, and places in a ranking, which have their own edition."""


def _sentence(line: _Line, carried: Dated | None) -> tuple[list[PeriodContext], Dated | None]:
    """The contexts of a sentence's numbers, and what it hands on to the next sentence."""
    pairs = _pairs(line)
    contexts = []
    last: Dated | None = None
    for index, mention in enumerate(line.mentions):
        date = _listed(line, index) or _governing(line, index)
        if date is None and mention.kind not in _OWN_DATE and not _stands_alone(line, mention):
            date = carried
        if mention.kind == "change":
            context, date = _change(line, mention, date, carried)
        elif date is None or (mention.kind == "duration" and not _dates_duration(line, mention, date)):
            context = NOTHING
            date = None
        else:
            context = _context(_end_of(date, pairs.get(index)))
        contexts.append(context)
        if date is not None and _hands_on(line, mention, date):
            last = date
    opening = line.dates[0] if line.dates and line.dates[0].edtf and _leads(line, line.dates[0]) else None
    return contexts, last or opening or (carried if not line.dates else _only(line))


def _hands_on(line: _Line, mention: Mention, date: Dated) -> bool:
    """A date in brackets, or of a number that is only compared with, stays with its number."""
    if _in_brackets(line, date) and not date.survey:
        return False
    return mention.kind == "change" or not line.words.compared.search(line.gap(max(line.start, mention.start - 40), mention.start))


def _only(line: _Line) -> Dated | None:
    """What a sentence without dated numbers hands on: its last date, when that is an adverbial."""
    dates = [date for date in line.dates if date.edtf and (date.survey or not _in_brackets(line, date))]
    return dates[-1] if dates and (dates[-1].survey or dates[-1].lead in ("at", "from", "as_of")) else None


def _stands_alone(line: _Line, mention: Mention) -> bool:
    """Whether a number says what holds now or always, so that no earlier date reaches it."""
    return bool(line.words.timeless.search(line.gap(line.start, line.end)))


def _dates_duration(line: _Line, mention: Mention, date: Dated) -> bool:
    """A span of time has a period only when one stands right behind it (`five months of 2010`) or opens its clause."""
    if date.start >= mention.end:
        return date.lead == "of" and date.lead_start - mention.end <= 2
    gap = line.gap(date.end, mention.start)
    return line.start <= date.start and _leads(line, date) and not line.words.boundary.search(gap) and gap.count(",") <= 1


def _context(date: Dated, base: Dated | None = None) -> PeriodContext:
    if date.edtf is None:
        return NOTHING
    anchors = date.anchors + (base.anchors if base else ())
    return PeriodContext(date.edtf, base.edtf if base else None, anchors, date.basis)


# ------------------------------------------------------------------------------------------- which date governs


def _governing(line: _Line, index: int) -> Dated | None:
    """The date of the sentence that a number is about."""
    mention = line.mentions[index]
    brackets = _brackets(line, mention)
    if brackets is not None:
        inner = _nearest(line, index, [d for d in line.dates if brackets[0] <= d.start < brackets[1]])
        if inner is not None:
            return inner
        ahead = [d for d in line.dates if 0 <= brackets[0] - d.end <= 1]
        if ahead:
            return ahead[-1]
        outside = [d for d in line.dates if not _in_brackets(line, d)]
        return _before_or_after(line, index, outside, cut=brackets[0])
    own = [d for d in line.dates if d.bracketed and d.start > mention.end and (_next_number(line, index) > d.start or _closes_list(line, index, d))]
    if own and ";" not in line.gap(mention.end, own[0].start) and not _closer(line, mention, own[0]):
        return own[0]
    return _before_or_after(line, index, [d for d in line.dates if not _in_brackets(line, d) or _free(line, d)])


def _closer(line: _Line, mention: Mention, bracket: Dated) -> bool:
    """Whether another date stands between the number and the bracketed one."""
    return any(mention.end <= d.start < bracket.start for d in line.dates)


def _nearest(line: _Line, index: int, dates: Sequence[Dated]) -> Dated | None:
    return _before_or_after(line, index, dates)


def _before_or_after(line: _Line, index: int, dates: Sequence[Dated], cut: int | None = None) -> Dated | None:
    """Of the dates before and behind a number, the one that governs it."""
    mention = line.mentions[index]
    place = cut if cut is not None else mention.start
    usable = [d for d in dates if d.lead not in ("before", "after")]
    before = [d for d in usable if d.end <= place and not _is_base(line, d, mention)]
    before = [d for d in before if _leads(line, d) or ";" not in line.gap(d.end, place)]
    behind = [d for d in usable if d.start >= mention.end] if cut is None else []
    last, following = (before[-1] if before else None), (behind[0] if behind else None)
    if following is not None and _reaches_back(line, index, following, last):
        return following
    return last


def _reaches_back(line: _Line, index: int, date: Dated, last: Dated | None) -> bool:
    """Whether a date behind a number governs it: no clause ends between, and no other number claims it."""
    mention = line.mentions[index]
    if date.lead == "compared" or (date.lead == "from" and not date.ranged and mention.kind == "change"):
        return False
    gap = line.gap(mention.end, date.lead_start)
    if line.words.boundary.search(gap) or (last is not None and (date.edtf is None or "," in gap)):
        return False
    between = [m for m in line.mentions if m.start >= mention.end and m.end <= date.start]
    if not between:
        return True
    return last is None or _coordinated(line, mention, between, date)


def _coordinated(line: _Line, mention: Mention, between: Sequence[Mention], date: Dated) -> bool:
    """`84 men and 12 women in 2022`: numbers close together that share the date behind them."""
    near = between[0].start - mention.end <= 30 and date.lead_start - mention.end <= 60
    return near and len(between) <= 2 and "," not in line.gap(mention.end, date.lead_start)


def _is_base(line: _Line, date: Dated, mention: Mention) -> bool:
    """A date that only says what is compared with does not date what follows, unless a number stands with it."""
    if date.lead != "compared":
        return False
    return "," in line.gap(date.end, mention.start)[:3] or mention.kind == "change"


def _leads(line: _Line, date: Dated) -> bool:
    """Whether a date opens its sentence."""
    return date.lead_start - line.start <= 12 and date.lead is not None


_OPEN, _CLOSE = "([", ")]"


def _brackets(line: _Line, mention: Mention) -> tuple[int, int] | None:
    """The round brackets around a number, if any."""
    start = max(line.text.rfind(mark, line.start, mention.start) for mark in _OPEN)
    closed = max(line.text.rfind(mark, line.start, mention.start) for mark in _CLOSE)
    if start < 0 or closed > start:
        return None
    ends = [at for at in (line.text.find(mark, mention.end, line.end) for mark in _CLOSE) if at >= 0]
    return (start, min(ends)) if ends else None


def _in_brackets(line: _Line, date: Dated) -> bool:
    opened = line.text.rfind("(", line.start, date.start)
    return opened >= 0 and line.text.rfind(")", line.start, date.start) < opened and line.text.find(")", date.end, line.end) >= 0


def _free(line: _Line, date: Dated) -> bool:
    """A date in brackets that belongs to no number before it (`the latest data (2019) show`) dates what follows."""
    return date.survey or (date.bracketed and not any(m.end <= date.start for m in line.mentions))


def _closes_list(line: _Line, index: int, date: Dated) -> bool:
    """`24 percent here, 22 percent there (2019)`: the sentence's only date, behind numbers that follow one another closely."""
    numbers = [m for m in line.mentions[index:] if m.end <= date.start]
    near = all(two.start - one.end <= 30 for one, two in zip(numbers, numbers[1:], strict=False))
    return len(line.dates) == 1 and near and date.start - numbers[-1].end <= 30


def _next_number(line: _Line, index: int) -> int:
    return line.mentions[index + 1].start if index + 1 < len(line.mentions) else line.end


# ------------------------------------------------------------------------------------------- lists and pairs


def _listed(line: _Line, index: int) -> Dated | None:
    """`84 and 92 in 2020 and 2021, respectively`: the date of the same rank."""
    if not line.words.respectively.search(line.gap(line.start, line.end)):
        return None
    mention = line.mentions[index]
    for date in line.dates:
        count = len(date.parts)
        if count < 2:
            continue
        before = [i for i, m in enumerate(line.mentions) if m.end <= date.start][-count:]
        after = [i for i, m in enumerate(line.mentions) if m.start >= date.end][:count]
        ranked = before if mention.end <= date.start else after
        if index in ranked and len(ranked) == count:
            return replace(date, edtf=date.parts[ranked.index(index)], parts=(), ranged=False)
    return None


def _pairs(line: _Line) -> dict[int, int]:
    """Numbers told as `from A to B`: 0 for the first, 1 for the second, by index."""
    out = {}
    for index in range(len(line.mentions) - 1):
        one, two = line.mentions[index], line.mentions[index + 1]
        if one.kind in ("age", "duration") or one.unit != two.unit:
            continue
        opened = line.words.from_.search(line.gap(max(line.start, one.start - 30), one.start))
        if opened and line.words.to.search(line.gap(one.end, two.start)) and not _has_date(line, one.end, two.start):
            out[index], out[index + 1] = 0, 1
    return out


def _has_date(line: _Line, start: int, end: int) -> bool:
    return any(start <= d.start < end for d in line.dates)


def _end_of(date: Dated, which: int | None) -> Dated:
    """For `from A to B` under `from 2016 to 2024`: the end of the span that the number stands at."""
    if which is None or date.edtf is None or not (date.ranged or date.parts):
        return date
    ends = edtf.ends(date.edtf)
    return date if ".." in ends else replace(date, edtf=ends[which])


# ------------------------------------------------------------------------------------------- changes


def _change(line: _Line, mention: Mention, date: Dated | None, carried: Dated | None) -> tuple[PeriodContext, Dated | None]:
    """Period and base of a change, and what it hands on."""
    base = _base(line, mention)
    if base is not None:
        if date is None or date is base:
            date = _earlier(line, base, mention) or carried
        return (_context(date, base), date) if date is not None else (NOTHING, None)
    if date is None or date.edtf is None:
        return NOTHING, None
    inside = line.start <= date.start < line.end and date in line.dates
    other = _told_before(line, mention, date) if inside else None
    if other is not None and other.edtf is not None:
        if edtf.before(other.edtf, date.edtf):
            return _context(date, other), date
        if edtf.before(date.edtf, other.edtf):
            return _context(other, date), other
    if (date.ranged or len(date.parts) == 2) and _runs_between(date, inside=inside):
        first, last = edtf.ends(date.edtf)
        return PeriodContext(last, first, date.anchors, date.basis), date
    return _context(date), date


def _earlier(line: _Line, base: Dated, mention: Mention) -> Dated | None:
    """The last date before both the base and the number."""
    before = [d for d in line.dates if d is not base and d.edtf and d.end <= min(base.start, mention.start)]
    return before[-1] if before else None


def _told_before(line: _Line, mention: Mention, date: Dated) -> Dated | None:
    """`rose from 12 in 2021 to 15 in 2022, a quarter more`: the other dated number of the sentence."""
    before = [d for d in line.dates if d.edtf and d is not date and d.end <= min(mention.start, date.start) and not d.ranged]
    if not before or date.start < mention.start and not any(before[-1].end <= m.start and m.end <= date.start for m in line.mentions):
        return None
    told = before[-1]
    numbered = any(m.end <= told.start or told.end <= m.start < date.start for m in line.mentions if m is not mention)
    return told if numbered and ";" not in line.gap(told.end, mention.start) else None


def _base(line: _Line, mention: Mention) -> Dated | None:
    """The date a change is measured from: the next one behind `from` or a word of comparison, or one that opens the sentence."""
    for date in line.dates:
        compared = date.lead == "compared" or (date.lead == "from" and not date.ranged) or date.relative
        if not compared or date.edtf is None:
            continue
        if date.start >= mention.end and ";" not in line.gap(mention.end, date.start):
            return date if date.relative or not _other_number(line, mention, date) else None
        if date.end <= mention.start and (_leads(line, date) if date.lead == "compared" else _follows(line, mention, date)):
            return date
    return None


def _follows(line: _Line, mention: Mention, date: Dated) -> bool:
    """`84 this spring, against 70 in the same months of 2022, 20 percent more`: the last date before, with one before it."""
    later = any(date.end <= d.start < mention.start for d in line.dates)
    return date.relative and not later and _earlier(line, date, mention) is not None


def _other_number(line: _Line, mention: Mention, date: Dated) -> bool:
    return sum(m.start >= mention.end and m.end <= date.start for m in line.mentions) > 1


def _runs_between(date: Dated, *, inside: bool) -> bool:
    """Whether a change runs from one end of a span to the other: years always, months when the sentence itself says so."""
    first, last = edtf.ends(date.edtf or "..")
    if ".." in (first, last) or first[:4] == last[:4]:
        return False
    return len(first) == len(last) == 4 or (inside and date.lead in ("from", "of"))
