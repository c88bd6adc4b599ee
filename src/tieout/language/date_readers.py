"""What the groups of a date pattern mean: one reader a kind of date, the names of readers as the tables give them.

A reader gets the line, a match, its pattern and the grammar, and answers None where the neighbours say it is no date.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from tieout.language import edtf
from tieout.language.date_grammar import Grammar, Pattern
from tieout.language.date_mention import UNKNOWN_YEAR, DateKind, DateMention, Relation

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
LOOK_BACK = 28
"""Characters before a date in which what makes it one, or none, must stand."""
_NO_DAY = 39
"""Above this a number beside a month is a count, not a mistaken day."""


def _read_iso(_text: str, found: re.Match[str], _pattern: Pattern, _grammar: Grammar) -> DateMention | None:
    return _checked(found, "day", found[0])


def _read_numeric(_text: str, found: re.Match[str], pattern: Pattern, _grammar: Grammar) -> DateMention | None:
    one, two, year = int(found["one"]), int(found["two"]), found["year"]
    day_first, month_first = f"{year}-{two:02d}-{one:02d}", f"{year}-{one:02d}-{two:02d}"
    readings = [reading for reading in (day_first, month_first) if edtf.is_date(reading)]
    if pattern.entry["order"] == "day" or one == two:
        readings = readings[:1]
    if len(readings) == 2:
        return DateMention(*found.span(), "day", readings=tuple(readings))
    return _checked(found, "day", readings[0] if readings else day_first)


def _read_days(text: str, found: re.Match[str], pattern: Pattern, grammar: Grammar) -> DateMention | None:
    groups = found.groupdict()
    month, year, end = _month(groups["month"], grammar), groups.get("year"), found.end()
    days = [_day_number(groups[name]) for name in ("day", "day2") if groups.get(name)]
    if year is None and pattern.entry.get("guard") == "counted":
        goes_on = grammar.contexts["counted"].match(text, end) or grammar.contexts["happenings"].match(text, end)
        if goes_on or max(days) > 31 or grammar.contexts["unit"].match(text, end):
            return None
    if max(days) > _NO_DAY or (year and grammar.contexts["counted"].match(text, end)):
        return None
    written = year or UNKNOWN_YEAR
    ends = [f"{written}-{month:02d}-{day:02d}" for day in days]
    joined = "/".join(ends)
    if not all(0 < day <= _DAYS[month - 1] for day in days) or (year and not edtf.is_date(joined)):
        return DateMention(*found.span(), "day", valid=False)
    kind: DateKind = "span" if len(ends) > 1 else "day"
    if year is None:
        return DateMention(*found.span(), "partial", template=joined, ranged=len(ends) > 1)
    return DateMention(*found.span(), kind, joined, ranged=len(ends) > 1)


def _read_month(text: str, found: re.Match[str], pattern: Pattern, grammar: Grammar) -> DateMention | None:
    month, year = _month(found["month"], grammar), found.groupdict().get("year")
    if year:
        return _checked(found, "month", f"{year}-{month:02d}")
    if pattern.entry.get("bare") and not _is_bare_month(text, found, grammar):
        return None
    return DateMention(*found.span(), "partial", template=f"{UNKNOWN_YEAR}-{month:02d}")


def _is_bare_month(text: str, found: re.Match[str], grammar: Grammar) -> bool:
    start, end = found.span()
    following = text[end : end + 1]
    if following.isalnum() or following == "_":
        return False
    if grammar.contexts["month"].search(text[max(0, start - LOOK_BACK) : start]):
        # A capital inside Spanish text is a name (`Plaza de Mayo`), in English every month has one.
        return grammar.months_are_capital or found[0].islower()
    linked = grammar.connector.match(text, end)
    return bool(linked and (linked["span"] or linked["both"]) and grammar.month.match(text, linked.end()))


def _read_part(_text: str, found: re.Match[str], _pattern: Pattern, grammar: Grammar) -> DateMention | None:
    groups = {name: value for name, value in found.groupdict().items() if value}
    ordinal = _ordinal(groups.get("ordinal") or groups["ordinal_last"], grammar)
    year = groups.get("year") or groups.get("year_first") or groups.get("month_year")
    written = year or UNKNOWN_YEAR
    if "month" in groups:
        return _dated(found, f"{written}-{_month(groups['month'], grammar):02d}")
    count = groups.get("count") or groups.get("count_first")
    if "days" in groups:
        return _dated(found, written) if year else None
    size = 1 if "months" in groups else 12 // _parts(groups.get("part") or groups["part_last"], grammar)
    length = size * (_count(count, grammar) if count else 1)
    first = 13 - length if ordinal < 0 else (ordinal - 1) * size + 1
    last = first + length - 1
    if first < 1 or last > 12:
        return None
    return _dated(found, edtf.interval(f"{written}-{first:02d}", f"{written}-{last:02d}"), "span")


def _read_edge(_text: str, found: re.Match[str], _pattern: Pattern, grammar: Grammar) -> DateMention | None:
    year, at_end = found["year"] or found["alone"], grammar.words["edges"][found["edge"].lower()] == "end"
    written = year or UNKNOWN_YEAR
    if found["month"]:
        return _dated(found, f"{written}-{_month(found['month'], grammar):02d}")
    return _dated(found, f"{written}-12" if at_end else written)


def _read_season(_text: str, found: re.Match[str], _pattern: Pattern, _grammar: Grammar) -> DateMention | None:
    # Which months a season has depends on the hemisphere; its year is certain enough.
    return DateMention(*found.span(), "season", found["year"])


def _read_years(text: str, found: re.Match[str], _pattern: Pattern, grammar: Grammar) -> DateMention | None:
    groups = found.groupdict()
    if grammar.contexts["numbered"].search(text[max(0, found.start() - LOOK_BACK) : found.start()]):
        return None
    year, second = groups["year"], groups.get("year2")
    if groups.get("open"):
        return DateMention(*found.span(), "span", f"{year}/..")
    if second is None:
        return DateMention(*found.span(), "year", year)
    if len(second) == 2:
        if int(second) <= int(year[2:]):
            # `2025-03` is a month; `2010-12` is read as two years.
            return _checked(found, "month", f"{year}-{second}") if groups.get("joint") == "-" else None
        second = year[:2] + second
    whole = f"{year}/{second}"
    return DateMention(*found.span(), "span", whole, ranged=True) if edtf.is_date(whole) else None


def _read_decade(_text: str, found: re.Match[str], _pattern: Pattern, grammar: Grammar) -> DateMention | None:
    groups = {name: value for name, value in found.groupdict().items() if value}
    if "decade" in groups:
        first = int(groups["decade"])
    elif "short" in groups:
        first = 1900 + int(groups["short"])
    else:
        first = int(grammar.words["decades"][groups["word"].lower()])
    return DateMention(*found.span(), "decade", f"{first}/{first + 9}")


def _read_year(text: str, found: re.Match[str], _pattern: Pattern, grammar: Grammar) -> DateMention | None:
    return DateMention(*found.span(), "year", found["year"]) if _is_year(text, found, grammar.contexts) else None


def _is_year(text: str, found: re.Match[str], contexts: Mapping[str, re.Pattern[str]]) -> bool:
    """A bare number from 1800 to 2099 is a year unless its neighbours make it money, a law's number or a count."""
    start, end = found.span()
    before = text[max(0, start - LOOK_BACK) : start]
    if contexts["numbered"].search(before) or contexts["money"].search(before) or contexts["unit"].match(text, end):
        return False
    if _GROUPED.search(before) or before.endswith("-"):
        return False
    if not contexts["year_sure"].search(before) and _is_number_of_many(text, start, end, contexts):
        return False
    if contexts["counted"].match(text, end):
        return bool(contexts["year_sure"].search(before))
    if contexts["happenings"].match(text, end):
        return bool(contexts["year_sure"].search(before) or contexts["determiner"].search(before))
    return found["year"] >= "1900" or bool(contexts["year"].search(before))


def _is_number_of_many(text: str, start: int, end: int, contexts: Mapping[str, re.Pattern[str]]) -> bool:
    """A number that a year follows (`2034 in 2016`), some of others (`1950 of the …`), the whole of a part in brackets
    (`1105 of 2028`), or the end of a rise from a number that is no year."""
    if contexts["number_behind"].match(text, end) or contexts["risen"].search(text, max(0, start - _RISE), start):
        return True
    part = _PART.search(text, max(0, start - LOOK_BACK), start)
    return part is not None and text.startswith(")", end) and int(part[1]) < int(text[start:end])


_RISE = 90
_PART = re.compile(r"\((\d{1,4}) (?:of|out of|de|de un total de)(?: the| los| las)? $")
_GROUPED = re.compile(r"(?<![\w.,])\d{1,3} $")
"""Digits parted by a blank: `1 2019` is no year."""


def _read_relative(_text: str, found: re.Match[str], pattern: Pattern, grammar: Grammar) -> DateMention | None:
    groups, entry = found.groupdict(), pattern.entry
    year = groups.get("year") or groups.get("month_year")
    month = _month(groups["month"], grammar) if groups.get("month") else None
    relation = Relation(entry["anchor"], entry["unit"], entry.get("shift", 0), int(year) if year else None, month)
    return DateMention(*found.span(), "relative", relation=relation)


def _checked(found: re.Match[str], kind: DateKind, whole: str) -> DateMention:
    valid = edtf.is_date(whole)
    return DateMention(*found.span(), kind, whole if valid else None, valid=valid)


def _dated(found: re.Match[str], whole: str, kind: DateKind | None = None) -> DateMention:
    """A whole date, or a template when its year is not printed."""
    if UNKNOWN_YEAR in whole:
        return DateMention(*found.span(), "partial", template=whole)
    return DateMention(*found.span(), kind or ("year" if len(whole) == 4 else "month"), whole)


def _month(word: str, grammar: Grammar) -> int:
    name = word.lower().rstrip(".")
    return int(grammar.words["months"].get(name) or grammar.words["abbreviated"][name])


def _ordinal(word: str, grammar: Grammar) -> int:
    return int(word) if word.isdigit() else int(grammar.words["ordinals"][word.lower()])


def _count(word: str, grammar: Grammar) -> int:
    return int(word) if word.isdigit() else int(grammar.words["numbers"][word.lower()])


def _parts(word: str, grammar: Grammar) -> int:
    """How many of a part a year holds: `Q` and `H` as in `Q1 2023`, else the table's word, singular or plural."""
    parts = {"q": 4, "h": 2, **grammar.words["parts"]}
    name = word.lower()
    return int(next(parts[form] for form in (name, name.removesuffix("s"), name.removesuffix("es")) if form in parts))


def _day_number(word: str) -> int:
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else 1


READERS = {
    "iso": _read_iso,
    "numeric": _read_numeric,
    "days": _read_days,
    "month": _read_month,
    "part": _read_part,
    "edge": _read_edge,
    "season": _read_season,
    "years": _read_years,
    "decade": _read_decade,
    "year": _read_year,
    "relative": _read_relative,
}
"""By the name that a pattern gives in `reads`."""
