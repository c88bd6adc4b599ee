"""Who took which office when, and what the text says they did in it and when. Dates only as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.words import pattern
from tieout.evidence.passage import Passage
from tieout.language.edtf import is_date
from tieout.language.periods import DateMention
from tieout.ties.tie import Member

_ARTICLE = re.compile(r", ?(?:(?:the|el|la) )?", re.IGNORECASE)
_OPENING = 8
_REACH = 110
"""A date belongs to an act within this many characters after it."""


def taken_office(case: Case) -> Iterator[tuple[str, Member, str]]:
    """(title and surname, the words with the date, date) for each `President X took office on …`."""
    for name in ("took_office", "became"):
        for who, passage, start, when in _dated(case, name):
            yield who, case.words(passage, start, when.end), when.edtf or ""


def acts(case: Case) -> Iterator[tuple[str, Member, str]]:
    """(title and surname, the words with the date, date) for each dated act of a titled person."""
    for who, passage, start, when in _dated(case, "acts"):
        first = min(start, when.start)
        yield who, case.words(passage, first, max(when.end, start + len(who))), when.edtf or ""
    dates = _by_passage(case)
    for who, passage, _, took in _dated(case, "took_office"):
        acted = pattern(case.reading.language, "then_acted").search(passage.text[took.end :])
        then = _next_date(passage, dates[passage.index], took.end + acted.end()) if acted else None
        if then is not None and then.edtf:
            yield who, case.words(passage, took.end + 2, then.end), then.edtf


def _dated(case: Case, name: str) -> Iterator[tuple[str, Passage, int, DateMention]]:
    """(title and surname, passage, where the words begin, date) for each match with a date after or right before it."""
    dates = _by_passage(case)
    for passage in case.reading.passages:
        if passage.index not in dates:
            continue
        for found in pattern(case.reading.language, name).finditer(passage.text):
            when = _next_date(passage, dates[passage.index], found.end())
            when = when or _date_before(passage, dates[passage.index], found.start())
            if when is not None and when.edtf:
                yield f"{found['title'].capitalize()} {found['name']}", passage, found.start(), when


def _by_passage(case: Case) -> dict[int, list[DateMention]]:
    dates: dict[int, list[DateMention]] = {}
    for passage, date in case.dates():
        dates.setdefault(passage.index, []).append(date)
    return dates


def _date_before(passage: Passage, dates: list[DateMention], at: int) -> DateMention | None:
    """`On 5 May 2020, Governor Soto …`: the date that opens the sentence."""
    for date in dates:
        opens = date.start - passage.sentences[passage.sentence_at(date.start)][0] <= _OPENING
        if opens and date.end < at and _ARTICLE.fullmatch(passage.text[date.end : at]) and _usable(date):
            return date
    return None


def _next_date(passage: Passage, dates: list[DateMention], at: int) -> DateMention | None:
    """The first full date after the words, in the same clause."""
    for date in dates:
        if date.start < at:
            continue
        between = passage.text[at : date.start]
        clean = not any(mark in between for mark in ".;:,(")
        return date if clean and _usable(date) and len(between) <= _REACH else None
    return None


def _usable(date: DateMention) -> bool:
    return date.valid and date.edtf is not None and is_date(date.edtf) and "/" not in date.edtf
