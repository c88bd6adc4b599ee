"""Which date of its sentence a number is about: the nearest of its clause, the one in brackets, the one of its rank.

It sees one sentence with its dates (already on the calendar) and numbers. What earlier sentences hand on is decided in
`period.py`, what a change is measured from in `changes.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tieout.evidence.attachment import Attachment
from tieout.evidence.mention import Mention
from tieout.evidence.timeline import Dated
from tieout.language import edtf

_COMMA = re.compile(r",(?!\d)")
"""A comma between words; one inside a number parts nothing."""
_OPENING = 12
"""How many characters may stand before a date that opens its sentence."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with its dates and numbers; offsets are the view's."""

    text: str
    """Of the whole passage."""
    start: int
    end: int
    dates: Sequence[Dated]
    mentions: Sequence[Mention]
    words: Attachment

    def gap(self, start: int, end: int) -> str:
        """What stands between two offsets."""
        return self.text[start:end]

    def opens(self, date: Dated) -> bool:
        """Whether a date opens the sentence (`In 2023, …`)."""
        return date.lead is not None and date.lead_start - self.start <= _OPENING

    def encloses(self, date: Dated) -> bool:
        """Whether a date stands in round brackets."""
        opened = self.text.rfind("(", self.start, date.start)
        closed = self.text.rfind(")", self.start, date.start)
        return opened > closed and self.text.find(")", date.end, self.end) >= 0


def governing(line: Line, index: int) -> Dated | None:
    """The date of the sentence that number `index` is about, None when the sentence has none for it."""
    return _by_rank(line, index) or _by_bracket(line, index) or _by_clause(line, index)


def ends_of_spans(line: Line) -> dict[int, int]:
    """Numbers told as `from A to B`: 0 for the first, 1 for the second, by index."""
    out = {}
    for index, (one, two) in enumerate(pairwise(line.mentions)):
        if one.kind in ("age", "duration") or one.unit != two.unit:
            continue
        opened = line.words.from_.search(line.gap(max(line.start, one.start - 30), one.start))
        linked = opened and line.words.to.search(line.gap(one.end, two.start))
        if linked and not any(one.end <= date.start < two.start for date in line.dates):
            out[index], out[index + 1] = 0, 1
    return out


def at_end(date: Dated, which: int | None) -> Dated:
    """For `from A to B` under `from 2016 to 2024`: the end of the span at which the number stands."""
    if which is None or date.edtf is None or not (date.ranged or date.parts):
        return date
    ends = edtf.ends(date.edtf)
    return date if ".." in ends else replace(date, edtf=ends[which])


# ------------------------------------------------------------------------------------------- rank


def _by_rank(line: Line, index: int) -> Dated | None:
    """`84 and 92 in 2020 and 2021, respectively`: the date of the same rank."""
    if not line.words.respectively.search(line.gap(line.start, line.end)):
        return None
    for date in line.dates:
        count = len(date.parts)
        if count < 2:
            continue
        before = [i for i, m in enumerate(line.mentions) if m.end <= date.start][-count:]
        after = [i for i, m in enumerate(line.mentions) if m.start >= date.end][:count]
        ranked = before if line.mentions[index].end <= date.start else after
        if index in ranked and len(ranked) == count:
            return replace(date, edtf=date.parts[ranked.index(index)], parts=(), ranged=False)
    return None


# ------------------------------------------------------------------------------------------- brackets


def _by_bracket(line: Line, index: int) -> Dated | None:
    """`2007 (200 a year)`, `(856 in 2015)`, `44.3 percent (2015)`."""
    mention = line.mentions[index]
    brackets = _brackets(line, mention)
    if brackets is not None:
        inner = [date for date in line.dates if brackets[0] <= date.start < brackets[1]]
        ahead = [date for date in line.dates if 0 <= brackets[0] - date.end <= 1]
        outer = [date for date in line.dates if not line.encloses(date)]
        return (
            _before_or_after(line, index, inner)
            or (ahead[-1] if ahead else None)
            or _before_or_after(line, index, outer, cut=brackets[0])
        )
    behind = [date for date in line.dates if date.bracketed and date.start > mention.end]
    if not behind or not (_next_number(line, index) > behind[0].start or _closes_list(line, index, behind[0])):
        return None
    closer = any(mention.end <= date.start < behind[0].start for date in line.dates)
    return None if closer or ";" in line.gap(mention.end, behind[0].start) else behind[0]


def _brackets(line: Line, mention: Mention) -> tuple[int, int] | None:
    """The brackets around a number, if any."""
    opened = max(line.text.rfind(mark, line.start, mention.start) for mark in "([")
    closed = max(line.text.rfind(mark, line.start, mention.start) for mark in ")]")
    ends = [at for at in (line.text.find(mark, mention.end, line.end) for mark in ")]") if at >= 0]
    return (opened, min(ends)) if opened > closed and ends else None


def _closes_list(line: Line, index: int, date: Dated) -> bool:
    """`24 percent here, 22 percent there (2019)`: the sentence's only date, behind numbers close together."""
    numbers = [m for m in line.mentions[index:] if m.end <= date.start]
    near = all(two.start - one.end <= 30 for one, two in pairwise(numbers))
    return len(line.dates) == 1 and near and date.start - numbers[-1].end <= 30


def _next_number(line: Line, index: int) -> int:
    return line.mentions[index + 1].start if index + 1 < len(line.mentions) else line.end


def _free(line: Line, date: Dated) -> bool:
    """A date in brackets that belongs to no number before it (`the latest data (2019) show`) dates what follows."""
    closing = line.text.find(")", date.end, line.end)
    return date.survey or not any(m.start < closing for m in line.mentions)


# ------------------------------------------------------------------------------------------- clause


def _by_clause(line: Line, index: int) -> Dated | None:
    return _before_or_after(line, index, [d for d in line.dates if not line.encloses(d) or _free(line, d)])


def _before_or_after(line: Line, index: int, dates: Sequence[Dated], cut: int | None = None) -> Dated | None:
    """Of the dates before and behind a number, the one that governs it. `cut`: where the number's brackets open."""
    mention = line.mentions[index]
    place = mention.start if cut is None else cut
    usable = [date for date in dates if date.lead not in ("before", "after")]
    before = [d for d in usable if d.end <= place and not _only_compares(line, d, mention)]
    before = [d for d in before if line.opens(d) or ";" not in line.gap(d.end, place)]
    behind = [d for d in usable if d.start >= mention.end] if cut is None else []
    last, following = (before[-1] if before else None), (behind[0] if behind else None)
    if following is not None and _reaches_back(line, index, following, last):
        return following
    return last


def _reaches_back(line: Line, index: int, date: Dated, last: Dated | None) -> bool:
    """Whether a date behind a number governs it: no clause ends between, and no other number claims it."""
    mention = line.mentions[index]
    if date.lead == "compared" or (date.lead == "from" and not date.ranged and mention.kind == "change"):
        return False
    gap = line.gap(mention.end, date.lead_start)
    if date.lead == "since" and line.words.record.search(gap):
        return False
    if line.words.boundary.search(gap) or line.words.joins.search(gap):
        return False
    if last is not None and (date.edtf is None or _COMMA.search(gap)):
        return False
    between = [m for m in line.mentions if m.start >= mention.end and m.end <= date.start]
    if not between:
        return True
    opposed = line.words.opposed.search(line.gap(mention.end, between[0].start))
    return not opposed and _coordinated(mention, between, date, gap)


def _coordinated(mention: Mention, between: Sequence[Mention], date: Dated, gap: str) -> bool:
    """`84 men and 12 women in 2022`: numbers close together that share the date behind them."""
    near = between[0].start - mention.end <= 30 and date.lead_start - mention.end <= 60
    return near and len(between) <= 2 and not _COMMA.search(gap)


def _only_compares(line: Line, date: Dated, mention: Mention) -> bool:
    """`Compared with 2021, …`: such a date does not date the numbers behind it."""
    if date.lead != "compared":
        return False
    return mention.kind == "change" or "," in line.gap(date.end, mention.start)[:3]
