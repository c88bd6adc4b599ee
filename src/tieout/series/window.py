"""Windows: stretches of days in which something held somewhere (a state of emergency), and what is known of the rest.

A table of windows is rarely complete. Inside the coverage that it states a day without a window was free; outside,
whether it was under one is unknown, and is said to be.
"""

from __future__ import annotations

import calendar
import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from tieout.errors import UnreadableError, UsageError
from tieout.series.near import is_place, overlaps
from tieout.series.note import Note, note
from tieout.series.spec import Places

COLUMNS = {
    "name": ("name", "number", "decree", "title"),
    "start": ("start", "from", "effective_from"),
    "end": ("end", "to", "until", "effective_to", "effective_to_computed"),
    "days": ("days", "length"),
    "place": ("place", "places", "area_iso"),
    "area": ("area", "districts"),
}
"""Column names that are understood, in the order they are looked for."""


@dataclass(frozen=True, slots=True)
class Window:
    """From `start` to `end`, both included, in a place (a code of ISO 3166 or below). `row` is its row in a file."""

    place: str
    start: date
    end: date
    name: str = ""
    row: int | None = None
    area: str = field(default="", compare=False)
    """What part of the place is meant, in the file's words."""

    @property
    def days(self) -> int:
        """How many days it has, first and last included."""
        return (self.end - self.start).days + 1

    @property
    def is_months(self) -> bool:
        """Whether it is whole months."""
        return self.start.day == 1 and (self.end + timedelta(days=1)).day == 1

    def years_earlier(self, years: int) -> Window:
        """The same calendar days of an earlier year; whole months stay whole months, 29 February becomes 28."""
        start, end = _shifted(self.start, -years), _shifted(self.end, -years)
        return Window(self.place, start, _month_end(end) if self.is_months else end, self.name)

    def just_before(self) -> Window:
        """As many days, or as many whole months, ending the day before it begins."""
        end = self.start - timedelta(days=1)
        if not self.is_months:
            return Window(self.place, end - timedelta(days=self.days - 1), end, self.name)
        months = (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1
        first = self.start.year * 12 + self.start.month - 1 - months
        return Window(self.place, date(first // 12, first % 12 + 1, 1), end, self.name)

    def by_months(self) -> Window:
        """The whole months that it touches, for a table that has nothing finer."""
        return Window(self.place, self.start.replace(day=1), _month_end(self.end), self.name, self.row)

    def meets(self, other: Window) -> bool:
        """Whether the two share a day, wherever they are."""
        return self.start <= other.end and other.start <= self.end


@dataclass(frozen=True, slots=True)
class Register:
    """Windows that are known, and the days for which all of them are known; None: no day."""

    windows: tuple[Window, ...] = ()
    coverage: tuple[date, date] | None = None
    set_aside: tuple[Note, ...] = ()
    """Rows of the file that could not be used, and why."""
    overlaps: tuple[Note, ...] = ()
    """Windows of one place that share days: both are kept, and a note names each two."""

    def touching(self, window: Window, places: Places | None = None) -> tuple[Window, ...]:
        """Known windows in this place, or in one that holds it or lies in it, that share a day with `window`.

        `places` says what codes mean in a table.
        """
        return tuple(w for w in self.windows if w.meets(window) and overlaps(w.place, window.place, places))

    def is_known(self, window: Window) -> bool:
        """Whether the register speaks of every day of a window, so that silence means free."""
        return self.coverage is not None and self.coverage[0] <= window.start and window.end <= self.coverage[1]


NOTHING_KNOWN = Register()


def read_windows(path: Path, coverage: tuple[date, date] | None = None) -> Register:
    """The windows of a CSV file: start, end or days, place (several parted by `;`), name.

    Rows without both ends are set aside with their number; two windows of one place that overlap are both kept and
    named. UnreadableError when the file cannot be read, UsageError when it lacks a column.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            names = _names(path, reader.fieldnames or ())
            rows = list(enumerate(reader, 2))
    except (OSError, UnicodeDecodeError, csv.Error) as fault:
        raise UnreadableError(str(path), f"is no table of windows ({fault})", "give a CSV file in UTF-8") from None
    found: list[Window] = []
    aside: list[Note] = []
    for number, row in rows:
        made = _made(number, row, names)
        if isinstance(made, Note):
            aside.append(made)
        else:
            found.extend(made)
    return Register(tuple(found), coverage, tuple(aside), tuple(_overlaps(found)))


def parse_window(text: str, place: str) -> Window:
    """A window in EDTF, `2024-12-07/2025-02-05`. UsageError when it is none."""
    from tieout.language import edtf

    try:
        start, end = edtf.bounds(text)
    except ValueError:
        start = end = None
    if start is None or end is None:
        raise UsageError(f"{text}: is no window; write its first and last day, 2024-12-07/2025-02-05")
    return Window(place, start, end)


def _names(path: Path, header: Sequence[str]) -> dict[str, str]:
    found = {key: next((name for name in names if name in header), "") for key, names in COLUMNS.items()}
    for key in ("start", "place"):
        if not found[key]:
            raise UsageError(f"{path}: has no column for the {key}; name one of its columns {COLUMNS[key][0]}")
    if not (found["end"] or found["days"]):
        raise UsageError(f"{path}: has neither a column for the end nor one for the days; name one of its columns end")
    return found


def _made(number: int, row: Mapping[str, str | None], names: Mapping[str, str]) -> list[Window] | Note:
    """The windows of a row, one for each place, or why there are none."""
    cell = {key: (row.get(name) or "").strip() for key, name in names.items()}
    start, end = _day(cell["start"]), _day(cell["end"])
    if start is None:
        return note("row_no_start", row=number, cell=repr(cell["start"]))
    if end is None and cell["days"].isdigit() and int(cell["days"]):
        end = start + timedelta(days=int(cell["days"]) - 1)
    if end is None:
        return note("row_no_end", row=number, cell=repr(cell["end"]))
    if end < start:
        return note("row_reversed", row=number, start=start, end=end)
    places = [place.strip() for place in cell["place"].split(";") if place.strip()]
    unknown = [place for place in places if not is_place(place)]
    if not places or unknown:
        return (
            note("row_unknown_place", row=number, place=repr(unknown[0]))
            if unknown
            else note("row_no_place", row=number)
        )
    return [Window(place, start, end, cell["name"], number, cell["area"]) for place in places]


def _overlaps(windows: Sequence[Window]) -> list[Note]:
    """A note for each two windows of one place that share days."""
    pairs = ((a, b) for i, a in enumerate(windows) for b in windows[i + 1 :] if a.place == b.place and a.meets(b))
    return [note("rows_overlap", first=a.row, second=b.row, place=a.place) for a, b in pairs]


def _day(text: str) -> date | None:
    """A day at the beginning of a cell (`2025-02-05 (as stated)`), or None."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _shifted(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
