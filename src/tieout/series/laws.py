"""Laws and decrees with their dates, from a CSV file, to stand beside a series. A row without a day is set aside."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tieout.errors import UnreadableError, UsageError
from tieout.series.note import Note, note

COLUMNS = {
    "number": ("number", "law", "name"),
    "date": ("date", "published", "day"),
    "title": ("title", "title_en", "title_es"),
    "subject": ("subject",),
}
"""Column names that are understood, in the order they are looked for."""


@dataclass(frozen=True, slots=True)
class Law:
    """A law: its number, the day the file gives (published or promulgated), what it is called and is about."""

    number: str
    day: date
    title: str
    subject: str


@dataclass(frozen=True, slots=True)
class Laws:
    """The laws of a file by date, and the rows that could not be used."""

    laws: tuple[Law, ...] = ()
    set_aside: tuple[Note, ...] = ()


def read_laws(path: Path) -> Laws:
    """The laws of a CSV file: number, date, title, subject. UnreadableError when it cannot be read, UsageError when a
    column is missing."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            header = reader.fieldnames or ()
            rows = list(enumerate(reader, 2))
    except (OSError, UnicodeDecodeError, csv.Error) as fault:
        raise UnreadableError(str(path), f"is no table of laws ({fault})", "give a CSV file in UTF-8") from None
    names = {key: next((name for name in known if name in header), "") for key, known in COLUMNS.items()}
    for key in ("number", "date"):
        if not names[key]:
            raise UsageError(f"{path}: has no column for the {key}; name one of its columns {COLUMNS[key][0]}")
    found, aside = [], []
    for number, row in rows:
        cell = {key: (row.get(name) or "").strip() for key, name in names.items()}
        try:
            day = date.fromisoformat(cell["date"][:10])
        except ValueError:
            aside.append(note("row_no_start", row=number, cell=repr(cell["date"])))
            continue
        found.append(Law(cell["number"], day, cell["title"], cell["subject"]))
    return Laws(tuple(sorted(found, key=lambda law: (law.day, law.number))), tuple(aside))
