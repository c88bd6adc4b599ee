"""Who took which office when, and what the text says they did in it and when. Dates only as printed."""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.words import pattern
from tieout.evidence.passage import Passage
from tieout.language.edtf import is_date
from tieout.language.periods import DateMention
from tieout.ties.tie import Member

_REACH = 110
"""A date belongs to an act within this many characters after it."""


def taken_office(case: Case) -> Iterator[tuple[str, Member, str]]:
    """(title and surname, the words with the date, date) for each `President X took office on …`."""
    yield from _dated(case, "took_office")


def acts(case: Case) -> Iterator[tuple[str, Member, str]]:
    """(title and surname, the words with the date, date) for each dated act of a titled person."""
    yield from _dated(case, "acts")


def _dated(case: Case, name: str) -> Iterator[tuple[str, Member, str]]:
    dates: dict[int, list[DateMention]] = {}
    for passage, date in case.dates():
        dates.setdefault(passage.index, []).append(date)
    for passage in case.reading.passages:
        if passage.index not in dates:
            continue
        for found in pattern(case.reading.language, name).finditer(passage.text):
            when = _next_date(passage, dates[passage.index], found.end())
            if when is not None and when.edtf:
                at = case.words(passage, found.start(), when.end)
                yield f"{found['title'].capitalize()} {found['name']}", at, when.edtf


def _next_date(passage: Passage, dates: list[DateMention], at: int) -> DateMention | None:
    """The first full date after the words, in the same clause."""
    for date in dates:
        if date.start < at:
            continue
        between = passage.text[at : date.start]
        clean = not any(mark in between for mark in ".;:,(")
        usable = date.valid and date.edtf is not None and is_date(date.edtf) and "/" not in date.edtf
        return date if clean and usable and len(between) <= _REACH else None
    return None
