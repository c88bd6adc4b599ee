"""Resolves the dates of a passage in text order: a year for a bare month, a period for `that year`, `the same months`.

It knows the document's own date and what was dated before. It decides nothing about figures (see `period.py`), and it
guesses nothing: what has no printed or documented year stays unresolved (`edtf` None).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from tieout.evidence.attachment import attachment, is_survey, names_a_thing
from tieout.evidence.figure import Basis
from tieout.evidence.passage import Setting
from tieout.language import edtf
from tieout.language.periods import UNKNOWN_YEAR, DateMention, Lead, find_dates, with_year

_CLOSING = re.compile(r"(?: (?:est|prelim)\.?| estimates?| estimado)?\)")
_CUTOFF_HINT = re.compile(r"(?i:cut-?off|updated|current|data as|corte|actualiza|cierre)")
"""Saves reading every passage twice."""
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a passage with its place on the calendar. Offsets are the view's."""

    start: int
    end: int
    lead_start: int
    edtf: str | None
    basis: Basis
    lead: Lead | None
    ranged: bool
    parts: tuple[str, ...]
    bracketed: bool
    """Alone in brackets: `(2015)`."""
    survey: bool
    """The edition of a survey (`ENDES 2021`): it dates what the survey found, brackets or not."""
    relative: bool
    """Moved from another period (`the same months of 2024`, `the previous year`)."""
    anchors: tuple[tuple[int, int], ...] = ()
    """Document offsets of the words it rests on."""


@dataclass(slots=True)
class Memory:
    """What was dated before, nearest last."""

    period: str | None = None
    """The last date or span."""
    ranged: bool = False
    parts: tuple[str, ...] = ()
    basis: Basis = "printed"
    anchors: tuple[tuple[int, int], ...] = ()

    def take(self, dated: Dated) -> None:
        if dated.edtf is not None:
            self.period, self.basis, self.anchors = dated.edtf, dated.basis, dated.anchors
            self.ranged, self.parts = dated.ranged, dated.parts


class Timeline:
    """The dates of one document's passages. Called in document order."""

    def __init__(self, setting: Setting) -> None:
        self.language = setting.language
        given = setting.date or setting.document.date
        self.date = given or _cutoff(setting)
        """The document's own date, or up to when it says its data go."""
        self.date_basis: Basis = "document" if given else "printed"
        self.title_year = _title_year(setting)
        """The year an annual report is about, printed in its title."""

    @property
    def year(self) -> int | None:
        """The document's own year."""
        if self.title_year is not None:
            return self.title_year
        return edtf.last_year(self.date) if self.date and edtf.is_date(self.date) else None

    def read(self, text: str, anchor: Callable[[int, int], tuple[int, int]], memory: Memory) -> list[Dated]:
        """The usable dates of a clean line, resolved. `anchor(start, end)` gives document offsets; `memory` is kept up.

        Dates that only name a thing (`the 2016 accord`, `Law 1761 of 2015`) are left out, impossible ones too.
        """
        out = []
        for date in find_dates(text, self.language):
            if not date.valid or names_a_thing(text, date, self.language):
                continue
            whole, basis = self._resolved(date, memory)
            if whole is not None and date.lead == "until":
                whole = _from_new_year(whole)
            own = (anchor(date.start, date.end),)
            # `that period` has the ends of the one it repeats.
            again = date.relation is not None and whole == memory.period
            leans = basis == "printed" and date.edtf is None
            dated = Dated(
                date.start,
                date.end,
                date.lead_start,
                whole,
                basis,
                date.lead,
                date.ranged or (again and memory.ranged),
                memory.parts if again else date.parts,
                text[date.start - 1 : date.start] == "(" and bool(_CLOSING.match(text, date.end)),
                is_survey(text, date, self.language),
                date.relation is not None and bool(date.relation.shift or date.relation.year),
                own + memory.anchors if leans and memory.anchors and memory.anchors != own else own,
            )
            memory.take(dated)
            out.append(dated)
        return out

    def _resolved(self, date: DateMention, memory: Memory) -> tuple[str | None, Basis]:
        if date.template is not None:
            return self._with_year(date, memory)
        if date.relation is not None:
            return self._related(date, memory)
        if date.edtf is not None and date.edtf.endswith("/..") and self.date and edtf.is_date(self.date):
            start = date.edtf.removesuffix("/..")
            if edtf.is_date(f"{start}/{self.date}") and not edtf.before(self.date, start):
                return f"{start}/{self.date}", self.date_basis
        return date.edtf, "printed"

    def _with_year(self, date: DateMention, memory: Memory) -> tuple[str | None, Basis]:
        """A month or day without its year: the annual report's year, the year just told, or the document's."""
        template = date.template or ""
        if date.relation is not None:
            year, basis = self._year_of(date, memory)
        elif self.title_year is not None:
            year, basis = self.title_year, "document"
        else:
            year, basis = _told_year(template, memory), memory.basis
            if year is None:
                year, basis = self._latest_year(template), "document"
        return (with_year(template, year), basis) if year is not None else (None, "document")

    def _latest_year(self, template: str) -> int | None:
        """The last year in which this had begun when the document was written."""
        if self.date is None or len(self.date) < 7 or not edtf.is_date(self.date):
            return None
        written, year = edtf.bounds(self.date)[1], int(self.date[:4])
        first = edtf.bounds(with_year(template, year))[0]
        return None if written is None or first is None else year if first <= written else year - 1

    def _year_of(self, date: DateMention, memory: Memory) -> tuple[int | None, Basis]:
        relation = date.relation
        assert relation is not None
        if relation.year is not None:
            return relation.year, "printed"
        told = edtf.last_year(memory.period) if memory.period else None
        if relation.anchor == "text":
            return (None if told is None else told + relation.shift), memory.basis
        return (None if self.year is None else self.year + relation.shift), "document"

    def _related(self, date: DateMention, memory: Memory) -> tuple[str | None, Basis]:
        relation, last = date.relation, memory.period
        assert relation is not None
        if relation.unit in ("year", "year_so_far", "year_end"):
            year, basis = self._year_of(date, memory)
            return (None if year is None else self._part_of(year, relation.unit)), basis
        if relation.unit == "vague":
            return None, "document"
        if relation.anchor == "document":
            return self._document_month(relation.shift), "document"
        if last is None:
            return None, "printed"
        if relation.unit == "month":
            return (edtf.shift_months(last, relation.shift) if edtf.months(last) == 1 else None), memory.basis
        if relation.unit == "day":
            return (last if edtf.days_in(last) == 1 else None), memory.basis
        if relation.month is not None:
            return f"{relation.year}-{relation.month:02d}", "printed"
        if relation.year is not None:
            told = edtf.last_year(last)
            return (None if told is None else edtf.shift_years(last, relation.year - told)), memory.basis
        return edtf.shift_years(last, relation.shift) if relation.shift else last, memory.basis

    def _part_of(self, year: int, unit: str) -> str:
        if unit == "year_end":
            return f"{year}-12"
        if unit == "year_so_far" and self.date and self.date.startswith(f"{year}-"):
            return f"{year}-01-01/{self.date}" if len(self.date) == 10 else f"{year}-01/{self.date}"
        return f"{year}"

    def _document_month(self, shift: int) -> str | None:
        if self.date is None or len(self.date) < 7 or "/" in self.date or not edtf.is_date(self.date):
            return None
        return edtf.shift_months(self.date[:7], shift)


def _from_new_year(whole: str) -> str:
    """What is told `through August` runs from the first of January."""
    if "/" in whole or len(whole) == 4:
        return whole
    return edtf.interval(f"{whole[:4]}-01" if len(whole) == 7 else f"{whole[:4]}-01-01", whole)


def _told_year(template: str, memory: Memory) -> int | None:
    """The year just told, when it goes on in it: a month before the last one told may be of the next year."""
    if memory.period is None:
        return None
    year = edtf.last_year(memory.period)
    if year is None or len(memory.period) == 4:
        return year
    start = edtf.bounds(memory.period)[0]
    month = template.removeprefix(f"{UNKNOWN_YEAR}-")[:2]
    return year if start is None or start.year < year or int(month) >= start.month else None


def _cutoff(setting: Setting) -> str | None:
    """The one day up to which the document says its data go (`cut-off date: 31 August 2023`)."""
    cutoff = attachment(setting.language).cutoff
    found = set()
    for passage in setting.passages:
        if _CUTOFF_HINT.search(passage.text):
            for date in find_dates(passage.text, setting.language):
                if date.kind == "day" and cutoff.search(passage.text, max(0, date.start - 100), date.start):
                    found.add(date.edtf)
    return found.pop() if len(found) == 1 else None


def _title_year(setting: Setting) -> int | None:
    """The one year that the document's title prints before its name, as annual reports do (`2022 Country Reports`)."""
    lines = [setting.document.title or ""]
    for passage in setting.passages[:3]:
        if passage.block.kind in ("title", "heading"):
            lines.append(passage.text)
    for line in lines:
        years = set(_YEAR.findall(line))
        if len(years) == 1 and re.match(rf"#?\s*{next(iter(years))}\b", line.strip()):
            return int(years.pop())
    return None
