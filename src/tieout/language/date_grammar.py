"""The patterns and words of dates of one language, compiled from `data/<language>/periods.toml`.

What the groups of a pattern mean is read in `date_readers.py`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from tieout.language.date_mention import Lead
from tieout.language.tables import table


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
class Grammar:
    """What one language's table of dates comes to: the patterns, the words they name, what may stand around dates."""

    scan: re.Pattern[str]
    """All patterns at once, without their groups: it finds where a date may begin."""
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
    return grammar_of(language).patterns


@cache
def grammar_of(language: str) -> Grammar:
    """The grammar of a language."""
    data = table(language, "periods")
    variables = _variables(data)
    compiled = tuple(_pattern(entry, variables) for entry in data["pattern"])
    sources = (re.sub(r"\?P<\w+>", "?:", _without_back_references(p.regex.pattern)) for p in compiled)
    scan = "|".join(f"(?P<p{index}>{source})" for index, source in enumerate(sources))
    leads = {phrase: role for role, phrases in data["leads"].items() for phrase in phrases}
    words = {name: {word.lower(): value for word, value in data[name].items()} for name in _WORD_LISTS}
    connectors = data["connectors"]
    again = "|".join(connectors["refrain"])
    return Grammar(
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
