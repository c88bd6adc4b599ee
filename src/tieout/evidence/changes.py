"""Period and base of a change: `a fifth more than in 2021`, `up 9 percent from 2018 to 2024`.

It sees one sentence. The base is only what the text prints; a change without one has none.
"""

from __future__ import annotations

from dataclasses import replace

from tieout.evidence.governing import Line
from tieout.evidence.mention import Mention
from tieout.evidence.timeline import Dated
from tieout.language import edtf


def change_dates(
    line: Line, mention: Mention, date: Dated | None, carried: Dated | None
) -> tuple[Dated | None, Dated | None]:
    """(period, base) of a change whose governing date is `date`; `carried` is what earlier sentences hand on."""
    base = _base(line, mention)
    if base is not None:
        return (_earlier(line, base, mention) or carried if date is None or date is base else date), base
    if date is None or date.edtf is None:
        return None, None
    inside = any(date is own for own in line.dates)
    other = _told_before(line, mention, date) if inside else None
    if other is not None and other.edtf is not None:
        if edtf.before(other.edtf, date.edtf):
            return date, other
        if edtf.before(date.edtf, other.edtf):
            return other, date
    if (date.ranged or len(date.parts) == 2) and _runs_between(date, inside=inside):
        first, last = edtf.ends(date.edtf)
        return replace(date, edtf=last), replace(date, edtf=first)
    return date, None


def _base(line: Line, mention: Mention) -> Dated | None:
    """The date a change is measured from: behind `from` or a word of comparison, or opening the sentence with one."""
    for date in line.dates:
        compared = date.lead == "compared" or (date.lead == "from" and not date.ranged) or date.relative
        if not compared or date.edtf is None:
            continue
        if date.start >= mention.end and ";" not in line.gap(mention.end, date.start):
            return date if date.relative or not _other_numbers(line, mention, date) else None
        if date.end > mention.start:
            continue
        if line.opens(date) if date.lead == "compared" else _follows(line, mention, date):
            return date
    return None


def _earlier(line: Line, base: Dated, mention: Mention) -> Dated | None:
    """The last date before both the base and the number."""
    before = [d for d in line.dates if d is not base and d.edtf and d.end <= min(base.start, mention.start)]
    return before[-1] if before else None


def _follows(line: Line, mention: Mention, date: Dated) -> bool:
    """`84 in May 2023, against 70 in the same month of 2022, 20 percent more`: the last date before, after another."""
    later = any(date.end <= d.start < mention.start for d in line.dates)
    return date.relative and not later and _earlier(line, date, mention) is not None


def _other_numbers(line: Line, mention: Mention, date: Dated) -> bool:
    """Whether several numbers stand between the change and a date, so that the date is hardly its base."""
    return sum(m.start >= mention.end and m.end <= date.start for m in line.mentions) > 1


def _told_before(line: Line, mention: Mention, date: Dated) -> Dated | None:
    """`rose from 12 in 2021 to 15 in 2022, a quarter more`: the other dated number of the sentence."""
    reach = min(mention.start, date.start)
    before = [d for d in line.dates if d.edtf and d is not date and d.end <= reach and not d.ranged]
    if not before or ";" in line.gap(before[-1].end, mention.start):
        return None
    told, others = before[-1], [m for m in line.mentions if m is not mention]
    between = any(told.end <= m.start and m.end <= date.start for m in others)
    numbered = between or any(m.end <= told.start for m in others)
    return told if numbered and (between or date.start >= mention.start) else None


def _runs_between(date: Dated, *, inside: bool) -> bool:
    """Whether a change runs from one end of a span to the other: years always, months when its sentence says so."""
    first, last = edtf.ends(date.edtf or "..")
    if ".." in (first, last) or first[:4] == last[:4]:
        return False
    return len(first) == len(last) == 4 or (inside and date.lead in ("from", "of"))
