"""The page of a timeline: windows and laws above a series by month, all of it as tables below."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tieout.report.charts import Spec
from tieout.report.series.html import drawn, rendered
from tieout.report.series.lines_chart import NARROW, WIDE, Mark, Stretch, lines_chart
from tieout.report.series.windows import Pair
from tieout.report.series.words import Words
from tieout.series.laws import Laws
from tieout.series.note import Note
from tieout.series.points import Point, points
from tieout.series.sentence import place_name
from tieout.series.store import Table
from tieout.series.total import total
from tieout.series.window import Register, Window


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the series as the table of the page shows it."""

    name: str
    count: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """What a timeline is of: a measure of a table in a place, from a day to a day, with windows and laws."""

    table: Table
    measure: str
    place: str
    start: date
    end: date
    register: Register
    laws: Laws

    def months(self) -> list[Point]:
        """The months of the series."""
        series = points(self.table, self.measure, self.place)
        return [point for point in series if self.start <= point.start <= self.end]

    def windows(self) -> tuple[Window, ...]:
        """The windows that touch the place in these days."""
        return self.register.touching(Window(self.place, self.start, self.end), self.table.spec.places)

    def notes(self) -> tuple[Note, ...]:
        """What to know of the series: places that mean less, gaps, rows set aside."""
        coverage = self.table.spec.coverage
        return total(self.table, self.measure, self.place, coverage.start, coverage.end).notes

    def title(self, language: str) -> str:
        """What it shows, in words."""
        label = self.table.spec.measures[self.measure].label(language)
        said = Words(language)("chart", label=label, place=place_name(self.place, language))
        return said[:1].upper() + said[1:]


def timeline_chart(line: Timeline, language: str, width: int = WIDE) -> Spec:
    """The series with its windows as bars and its laws as lines."""
    known = [Stretch("known", max(w.start, line.start), min(w.end, line.end), w.name) for w in line.windows()]
    marks = [Mark(law.day, law.number) for law in line.laws.laws if line.start <= law.day <= line.end]
    label = line.table.spec.measures[line.measure].label(language)
    axis = f"{label}, {Words(language)('a_month')}"
    return lines_chart(line.months(), known, marks, axis=axis, width=width, language=language)


def timeline_page(line: Timeline, language: str) -> str:
    """The page with the chart, then windows, laws and months as tables."""
    w, title = Words(language), line.title(language)
    wide, narrow = (timeline_chart(line, language, width) for width in (WIDE, NARROW))
    return rendered(
        "timeline.html",
        w,
        title=title,
        label=title,
        chart=Pair(drawn(wide, title, "t"), drawn(narrow, title, "n")),
        caption=f"{title} · {line.table.spec.name}",
        notes=[w("incomplete"), *(note.said(language) for note in line.notes())],
        windows=line.windows(),
        laws=[law for law in line.laws.laws if line.start <= law.day <= line.end],
        aside=[row.said(language) for row in (*line.register.set_aside, *line.laws.set_aside)],
        months=[Month(f"{p.start:%Y-%m}", w("missing") if p.count is None else f"{p.count:,}") for p in line.months()],
        citation=line.table.citation(),
    )
