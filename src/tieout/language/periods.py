"""Dates and calendar periods in a clean line of English or Spanish: where they stand and what they mean in EDTF.

The words and patterns are data (`data/<language>/periods.toml`). Nothing here knows a document, its date, or what a
date is about: a month without its year stays a template (`XXXX-03`), `that year` stays a relation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any, Literal

from tieout.language import edtf
from tieout.language.tables import table

DateKind = Literal["day", "month", "year", "decade", "season", "span", "list", "partial", "relative"]
Lead = Literal["at", "of", "since", "from", "as_of", "until", "compared", "before", "after"]

UNKNOWN_YEAR = "XXXX"
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LINK = re.compile(r"(?:https?://|www\.)\S+")
_LOOK_BACK = 28
_NO_DAY = 39
"""Above this a number beside a month is a count, not a mistaken day."""
_LONGEST_LIST = 60


@dataclass(frozen=True, slots=True)
class Relation:
    """What a relative date leans on: the text before it or the document's own date, moved by `shift` units."""

    anchor: Literal["text", "document"]
    unit: str
    """`year`, `month`, `day`, `period`, `year_so_far` or `year_end`."""
    shift: int = 0
    year: int | None = None
    """For `the same period in 2024`: that year."""
    month: int | None = None
    """For `the same period of March 2020`: that month of the year."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or calendar period as printed: `text[start:end]`, prepositions left out."""

    start: int
    end: int
    kind: DateKind
    edtf: str | None = None
    """None for partial, relative, ambiguous and impossible dates."""
    valid: bool = True
    """False for a day or month that no calendar has."""
    template: str | None = None
    """For partial dates: EDTF with `XXXX` for the year, such as `XXXX-01/XXXX-03`."""
    relation: Relation | None = None
    readings: tuple[str, ...] = ()
    """For `7/8/2025` in English: both days it may be."""
    parts: tuple[str, ...] = ()
    """The members of a list (`2020 and 2021`)."""
    lead: Lead | None = None
    """What the preposition before makes of it."""
    lead_start: int = -1
    """Where that preposition begins; `start` when there is none."""
    ranged: bool = False
    """Whether it names its two ends (`from 2018 to 2024`), so that a change can run from one to the other."""


def find_dates(text: str, language: str) -> list[DateMention]:
    """Every date and calendar period of a clean line, in order, impossible ones included (`valid` False)."""
    return list(_found(text, language))


@lru_cache(maxsize=64)
def _found(text: str, language: str) -> tuple[DateMention, ...]:
    """Kept for a few lines, because the readers of numbers and of periods ask for the same one in turn."""
    grammar = _grammar(language)
    return tuple(_joined(text, [_with_lead(text, atom, grammar) for atom in _atoms(text, grammar)], grammar))


def with_year(template: str, year: int) -> str:
    """A template (`XXXX-12/XXXX-02`) with its year; a span that would run backwards began the year before."""
    filled = template.replace(UNKNOWN_YEAR, f"{year:04d}")
    if edtf.is_date(filled):
        return filled
    low, slash, high = template.partition("/")
    if not slash:
        return f"{year:04d}-02-28"
    return f"{low.replace(UNKNOWN_YEAR, f'{year - 1:04d}')}/{high.replace(UNKNOWN_YEAR, f'{year:04d}')}"


# ---------------------------------------------------------------------------------------------------- the grammar


@dataclass(frozen=True, slots=True)
class Pattern:
    """One entry of the table, compiled. `reads` names the reader of its groups."""

    name: str
    reads: str
    regex: re.Pattern[str]
    entry: Mapping[str, Any]
    before: re.Pattern[str] | None
    """What must stand just before it."""


@dataclass(frozen=True, slots=True)
class _Grammar:
    scan: re.Pattern[str]
    patterns: tuple[Pattern, ...]
    words: Mapping[str, Mapping[str, Any]]
    contexts: Mapping[str, re.Pattern[str]]
    lead: re.Pattern[str]
    leads: Mapping[str, Lead]
    connector: re.Pattern[str]
    between: re.Pattern[str]
    of: re.Pattern[str]
    month: re.Pattern[str]
    months_are_capital: bool


def patterns(language: str) -> tuple[Pattern, ...]:
    """The patterns of a language in the order they are tried (for the test that holds them to their examples)."""
    return _grammar(language).patterns


@cache
def _grammar(language: str) -> _Grammar:
    data = table(language, "periods")
    variables = _variables(data)
    compiled = tuple(_pattern(entry, variables) for entry in data["pattern"])
    sources = (re.sub(r"\?P<\w+>", "?:", _without_back_references(p.regex.pattern)) for p in compiled)
    scan = "|".join(f"(?P<p{index}>{source})" for index, source in enumerate(sources))
    leads = {phrase: role for role, phrases in data["leads"].items() for phrase in phrases}
    words = {name: {word.lower(): value for word, value in data[name].items()} for name in _WORD_LISTS}
    connectors = data["connectors"]
    again = "|".join(connectors["refrain"])
    return _Grammar(
        scan=re.compile(rf"(?<![\w.,:/$#@=])(?=[^\W_])(?:{scan})"),
        patterns=compiled,
        words=words,
        contexts={name: re.compile(source) for name, source in data["contexts"].items()},
        lead=re.compile(rf"(?<!\w)({_any(leads)})(?: (?:the|an?|its|el|los|la|las|una?|de|del))? $", re.IGNORECASE),
        leads=leads,
        connector=re.compile(
            rf"\s*,?\s*(?:(?P<span>{'|'.join(connectors['span'])})|(?P<both>{'|'.join(connectors['both'])})|(?P<comma>(?<=,)))"
            rf"\s*(?:(?:{again})\s+){{0,2}}",
            re.IGNORECASE,
        ),
        between=re.compile(rf"(?<!\w)(?:{'|'.join(connectors['between'])})(?: \w{{2,3}})? $", re.IGNORECASE),
        of=re.compile(rf" (?:{'|'.join(connectors['of'])}) ", re.IGNORECASE),
        month=re.compile(variables["month"]),
        months_are_capital=next(iter(data["months"]))[0].isupper(),
    )


_WORD_LISTS = ("months", "abbreviated", "ordinals", "numbers", "parts", "edges", "decades")


def _variables(data: Mapping[str, Any]) -> dict[str, str]:
    made = {
        "month": _any(sorted({form for month in data["months"] for form in (month, month.upper(), month.title())})),
        "abbreviated": _any(data["abbreviated"]),
        "ordinal": _any(data["ordinals"]),
        "number": _any(data["numbers"]),
        "part": rf"(?:{_any(data['parts'])})(?:e?s)?",
        "edge": _any(data["edges"]),
    }
    return {**{name: f"(?:{source})" for name, source in made.items()}, **data["variables"]}


def _any(words: Mapping[str, Any] | list[str]) -> str:
    """An alternation, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _pattern(entry: Mapping[str, Any], variables: Mapping[str, str]) -> Pattern:
    source = entry["pattern"] + entry.get("context_after", "")
    for _ in range(2):  # a variable may hold another
        source = re.sub(r"\{([a-z_]+)\}", lambda found: variables.get(found[1], found[0]), source)
    before = entry.get("context_before")
    context = re.compile(before) if before else None
    return Pattern(entry["name"], entry["reads"], re.compile(source), entry, context)


def _without_back_references(source: str) -> str:
    """The scan only finds the place: a repeated mark is checked when the pattern itself is matched there."""
    return re.sub(r"\(\?P=\w+\)", r"[/.-]", source)


# ---------------------------------------------------------------------------------------------------- single dates


def _atoms(text: str, grammar: _Grammar) -> Iterator[DateMention]:
    links = [found.span() for found in _LINK.finditer(text)] if "www." in text or "://" in text else []
    at = 0
    while found := grammar.scan.search(text, at):
        at = max(found.end(), found.start() + 1)
        if any(start <= found.start() < end for start, end in links):
            continue
        first = int((found.lastgroup or "p0")[1:])
        atom = _first_reading(text, found.start(), grammar, first)
        if atom is not None:
            at = atom.end
            yield atom
        else:
            at = found.start() + len(_WORD.match(text, found.start())[0])  # type: ignore[index]


_WORD = re.compile(r"\w+|.", re.DOTALL)


def _first_reading(text: str, start: int, grammar: _Grammar, first: int) -> DateMention | None:
    """The first pattern from `first` on that matches here and whose context allows it."""
    for pattern in grammar.patterns[first:]:
        found = pattern.regex.match(text, start)
        if found is None or (pattern.before and not pattern.before.search(text[max(0, start - _LOOK_BACK) : start])):
            continue
        atom = _READERS[pattern.reads](text, found, pattern, grammar)
        if atom is not None:
            return atom
    return None


def _read_iso(_text: str, found: re.Match[str], _pattern: Pattern, _grammar: _Grammar) -> DateMention | None:
    return _checked(found, "day", found[0])


def _read_numeric(_text: str, found: re.Match[str], pattern: Pattern, _grammar: _Grammar) -> DateMention | None:
    one, two, year = int(found["one"]), int(found["two"]), found["year"]
    day_first, month_first = f"{year}-{two:02d}-{one:02d}", f"{year}-{one:02d}-{two:02d}"
    readings = [reading for reading in (day_first, month_first) if edtf.is_date(reading)]
    if pattern.entry["order"] == "day" or one == two:
        readings = readings[:1]
    if len(readings) == 2:
        return DateMention(*found.span(), "day", readings=tuple(readings))
    return _checked(found, "day", readings[0] if readings else day_first)


def _read_days(text: str, found: re.Match[str], pattern: Pattern, grammar: _Grammar) -> DateMention | None:
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


def _read_month(text: str, found: re.Match[str], pattern: Pattern, grammar: _Grammar) -> DateMention | None:
    month, year = _month(found["month"], grammar), found.groupdict().get("year")
    if year:
        return _checked(found, "month", f"{year}-{month:02d}")
    if pattern.entry.get("bare") and not _is_bare_month(text, found, grammar):
        return None
    return DateMention(*found.span(), "partial", template=f"{UNKNOWN_YEAR}-{month:02d}")


def _is_bare_month(text: str, found: re.Match[str], grammar: _Grammar) -> bool:
    start, end = found.span()
    following = text[end : end + 1]
    if following.isalnum() or following == "_":
        return False
    if grammar.contexts["month"].search(text[max(0, start - _LOOK_BACK) : start]):
        # A capital inside Spanish text is a name (`Plaza de Mayo`), in English every month has one.
        return grammar.months_are_capital or found[0].islower()
    linked = grammar.connector.match(text, end)
    return bool(linked and (linked["span"] or linked["both"]) and grammar.month.match(text, linked.end()))


def _read_part(_text: str, found: re.Match[str], _pattern: Pattern, grammar: _Grammar) -> DateMention | None:
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


def _read_edge(_text: str, found: re.Match[str], _pattern: Pattern, grammar: _Grammar) -> DateMention | None:
    year, at_end = found["year"] or found["alone"], grammar.words["edges"][found["edge"].lower()] == "end"
    written = year or UNKNOWN_YEAR
    if found["month"]:
        return _dated(found, f"{written}-{_month(found['month'], grammar):02d}")
    return _dated(found, f"{written}-12" if at_end else written)


def _read_season(_text: str, found: re.Match[str], _pattern: Pattern, _grammar: _Grammar) -> DateMention | None:
    # Which months a season has depends on the hemisphere; its year is certain enough.
    return DateMention(*found.span(), "season", found["year"])


def _read_years(text: str, found: re.Match[str], _pattern: Pattern, grammar: _Grammar) -> DateMention | None:
    groups = found.groupdict()
    if grammar.contexts["numbered"].search(text[max(0, found.start() - _LOOK_BACK) : found.start()]):
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


def _read_decade(_text: str, found: re.Match[str], _pattern: Pattern, grammar: _Grammar) -> DateMention | None:
    groups = {name: value for name, value in found.groupdict().items() if value}
    if "decade" in groups:
        first = int(groups["decade"])
    elif "short" in groups:
        first = 1900 + int(groups["short"])
    else:
        first = int(grammar.words["decades"][groups["word"].lower()])
    return DateMention(*found.span(), "decade", f"{first}/{first + 9}")


def _read_year(text: str, found: re.Match[str], _pattern: Pattern, grammar: _Grammar) -> DateMention | None:
    return DateMention(*found.span(), "year", found["year"]) if _is_year(text, found, grammar.contexts) else None


def _is_year(text: str, found: re.Match[str], contexts: Mapping[str, re.Pattern[str]]) -> bool:
    """A bare number from 1800 to 2099 is a year unless its neighbours make it money, a law's number or a count."""
    start, end = found.span()
    before = text[max(0, start - _LOOK_BACK) : start]
    if contexts["numbered"].search(before) or contexts["money"].search(before) or contexts["unit"].match(text, end):
        return False
    if _GROUPED.search(before) or before.endswith("-"):
        return False
    if contexts["counted"].match(text, end):
        return bool(contexts["year_sure"].search(before))
    if contexts["happenings"].match(text, end):
        return bool(contexts["year_sure"].search(before) or contexts["determiner"].search(before))
    return found["year"] >= "1900" or bool(contexts["year"].search(before))


_GROUPED = re.compile(r"(?<![\w.,])\d{1,3} $")
"""Digits parted by a blank: `1 2019` is no year."""


def _read_relative(_text: str, found: re.Match[str], pattern: Pattern, grammar: _Grammar) -> DateMention | None:
    groups, entry = found.groupdict(), pattern.entry
    year = groups.get("year") or groups.get("month_year")
    month = _month(groups["month"], grammar) if groups.get("month") else None
    relation = Relation(entry["anchor"], entry["unit"], entry.get("shift", 0), int(year) if year else None, month)
    return DateMention(*found.span(), "relative", relation=relation)


_READERS = {
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


def _checked(found: re.Match[str], kind: DateKind, whole: str) -> DateMention:
    valid = edtf.is_date(whole)
    return DateMention(*found.span(), kind, whole if valid else None, valid=valid)


def _dated(found: re.Match[str], whole: str, kind: DateKind | None = None) -> DateMention:
    """A whole date, or a template when its year is not printed."""
    if UNKNOWN_YEAR in whole:
        return DateMention(*found.span(), "partial", template=whole)
    return DateMention(*found.span(), kind or ("year" if len(whole) == 4 else "month"), whole)


def _month(word: str, grammar: _Grammar) -> int:
    name = word.lower().rstrip(".")
    return int(grammar.words["months"].get(name) or grammar.words["abbreviated"][name])


def _ordinal(word: str, grammar: _Grammar) -> int:
    return int(word) if word.isdigit() else int(grammar.words["ordinals"][word.lower()])


def _count(word: str, grammar: _Grammar) -> int:
    return int(word) if word.isdigit() else int(grammar.words["numbers"][word.lower()])


def _parts(word: str, grammar: _Grammar) -> int:
    """How many of a part a year holds: `Q` and `H` as in `Q1 2023`, else the table's word, singular or plural."""
    parts = {"q": 4, "h": 2, **grammar.words["parts"]}
    name = word.lower()
    return int(next(parts[form] for form in (name, name.removesuffix("s"), name.removesuffix("es")) if form in parts))


def _day_number(word: str) -> int:
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else 1


# ---------------------------------------------------------------------------------------------------- leads and joins


def _with_lead(text: str, atom: DateMention, grammar: _Grammar) -> DateMention:
    found = grammar.lead.search(text, max(0, atom.start - 40), atom.start)
    if found is None:
        return replace(atom, lead_start=atom.start)
    return replace(atom, lead=grammar.leads[" ".join(found[1].lower().split())], lead_start=found.start(1))


def _joined(text: str, atoms: list[DateMention], grammar: _Grammar) -> list[DateMention]:
    """Neighbours linked by `to`, `and`, a dash become one span or list; `since` opens an end."""
    out: list[DateMention] = []
    for atom in atoms:
        merged = _merge(text, out[-1], atom, grammar) if out else None
        if merged is None:
            out.append(atom)
        else:
            out[-1] = merged
    return [_opened(date) for date in out]


def _merge(text: str, one: DateMention, two: DateMention, grammar: _Grammar) -> DateMention | None:
    if two.start - one.end > 24 or not (one.valid and two.valid) or one.readings or two.readings:
        return None
    if two.relation is not None and two.relation.unit == "year":
        named = one.template is not None and one.relation is None and grammar.of.fullmatch(text, one.end, two.start)
        return replace(one, end=two.end, relation=two.relation) if named else None
    link = grammar.connector.fullmatch(text, one.end, two.start)
    if link and link["both"] and one.relation and one.relation.year and two.kind == "year":
        return replace(one, end=two.end, relation=None)  # `the same period in 2023 and 2024`: two periods, not one
    if link is None or not _joinable(one) or not _joinable(two):
        return None
    between = link["both"] and grammar.between.search(text, max(0, one.start - 16), one.start)
    if one.kind != "list" and (link["span"] or between):
        return None if one.ranged or two.ranged else _spanned(one, two)
    alike = _grain(one) == _grain(two) and not one.ranged and not two.ranged
    # `May and June 2020` belong together; `in May 2019 and in June 2020` are two dates.
    alike = alike and (_grain(one) == "year" or not ((one.edtf and two.edtf) or "," in link[0]))
    return _listed(one, two) if alike and len(one.parts) < _LONGEST_LIST else None


def _joinable(date: DateMention) -> bool:
    whole = date.edtf or date.template
    return whole is not None and date.kind not in ("decade", "season") and not whole.endswith("..")


def _grain(date: DateMention) -> str:
    """`year`, `month`, `day` or `span`, with or without a printed year."""
    if date.parts:
        return _grain_of(date.parts[-1])
    whole = date.edtf or date.template or ""
    return "span" if "/" in whole else _grain_of(whole)


def _grain_of(whole: str) -> str:
    return {4: "year", 7: "month"}.get(len(whole), "day")


def _ends_alike(one: DateMention, two: DateMention) -> tuple[str, str]:
    """Both as EDTF or template, a missing year taken from the other side; a span over New Year's Eve is minded."""
    low, high = one.edtf or one.template or "", two.edtf or two.template or ""
    first, last = edtf.ends(low)[0], edtf.ends(high)[1]
    if first.startswith(UNKNOWN_YEAR) and last[:4].isdigit():
        year = int(last[:4]) - (first[5:] > last[5:] and len(last) > 4)
        first = f"{year:04d}{first[4:]}"
    elif last.startswith(UNKNOWN_YEAR) and first[:4].isdigit() and len(first) > 4:
        year = int(first[:4]) + (last[5:7] < first[5:7])
        last = f"{year:04d}{last[4:]}"
    return first, last


def _spanned(one: DateMention, two: DateMention) -> DateMention | None:
    first, last = _ends_alike(one, two)
    whole = f"{first}/{last}"
    if UNKNOWN_YEAR in whole:
        if first[:4] != last[:4]:
            return None
        return replace(one, end=two.end, kind="partial", template=whole, ranged=True)
    if not edtf.is_date(whole):
        return None
    return replace(one, end=two.end, kind="span", edtf=whole, template=None, ranged=True)


def _listed(one: DateMention, two: DateMention) -> DateMention | None:
    if one.parts and one.template is None:
        parts = (*one.parts, two.edtf or "")
    else:
        parts = _ends_alike(one, two)
    if any(UNKNOWN_YEAR in part or not part for part in parts):
        if one.parts or one.edtf or two.edtf or parts[0] > parts[1]:
            return None
        return replace(one, end=two.end, kind="partial", template=f"{parts[0]}/{parts[1]}")
    whole = edtf.interval(min(parts), max(parts))
    if not edtf.is_date(whole):
        return None
    return replace(one, end=two.end, kind="list", edtf=whole, template=None, parts=tuple(parts))


def _opened(date: DateMention) -> DateMention:
    if date.lead != "since" or date.ranged or date.kind in ("list", "decade", "relative"):
        return date
    if date.edtf:
        return date if "/" in date.edtf else replace(date, edtf=f"{date.edtf}/..", kind="span")
    return replace(date, template=f"{date.template}/..") if date.template and "/" not in date.template else date
