"""Laws named by a number: `Law 30364`, `laws 31751 and 31990`, `Ley 1761 de 2015`, `Exp. 00013-2024-PI/TC`.

It reads one line and knows the words of `laws.toml`; what was done with a law is the business of `law_acts.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tieout.evidence.records.words import Entry, any_of, entries, table
from tieout.language.periods import DateMention, find_dates

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_AFTER = re.compile(r"(?![\d%]|,\d{3}\b|\.\d| percent| por ciento| ?%)")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_LIST = 40
"""Numbers of one list, at most."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered law in a line: `text[start:end]`."""

    start: int
    end: int
    kind: str
    number: str
    date: str | None


def numbered(text: str, language: str) -> list[Numbered]:
    """The numbered laws of a line, in order; of two readings of the same words the earlier and longer."""
    found: list[Numbered] = []
    for entry in entries(language, "laws", "numbered"):
        for match in entry.regex.finditer(text):
            found.extend(_read(text, match, entry, language))
    found.sort(key=lambda n: (n.start, -n.end))
    out: list[Numbered] = []
    for one in found:
        if not out or one.start >= out[-1].end:
            out.append(one)
    return out


def normal(number: str) -> str:
    """A number as records keep it: no blanks, no points between thousands."""
    bare = "".join(number.split()).replace("–", "-")
    return bare.replace(".", "") if _THOUSANDS.fullmatch(bare) else bare


def _read(text: str, match: re.Match[str], entry: Entry, language: str) -> Iterator[Numbered]:
    name = "number" if match["number"] is not None else "number_"
    if _is_foreign(text, match, language) or not _AFTER.match(text, match.end()):
        return
    number, dates = match[name], find_dates(text, language)
    end, date = _dated(text, match.end(), dates, language)
    if _YEAR.fullmatch(number) and date is None and not _is_marked(match, name, language):
        return
    yield Numbered(match.start(), end, entry["kind"], normal(number), date or _own_year(number))
    then = any_of(language, "laws", "then")
    more = re.compile(rf"(?:{then.pattern})(?P<number>{table(language, 'laws')['parts']['number']})")
    at = end
    plural = match["word"].lower().endswith("s") and (match["word"].lower() not in ("sentences", "tras"))
    for _ in range(_LIST if plural else 0):
        other = more.match(text, at)
        if other is None or _YEAR.fullmatch(other["number"]) or not _AFTER.match(text, other.end()):
            return
        at, date = _dated(text, other.end(), dates, language)
        yield Numbered(other.start("number"), at, entry["kind"], normal(other["number"]), date)


def _is_foreign(text: str, match: re.Match[str], language: str) -> bool:
    """Whether the words in front say that it is a body's of many countries."""
    before = text[max(0, match.start() - 60) : match.start()]
    return any(entry.regex.search(before) for entry in entries(language, "laws", "not_law"))


def _is_marked(match: re.Match[str], name: str, language: str) -> bool:
    """Whether a mark (`No.`) says that a number is no year."""
    marks = table(language, "laws")["parts"]["mark"]
    return re.search(rf"(?:{marks})$", match[0][: match.start(name) - match.start()]) is not None


def _dated(text: str, end: int, dates: list[DateMention], language: str) -> tuple[int, str | None]:
    """Where the law's own date ends and what it is (`of 2019`, `(2015)`), or `end` and None."""
    link = any_of(language, "laws", "dated").match(text, end)
    date = next((d for d in dates if link and d.start == link.end()), None)
    if link is None or date is None or date.edtf is None or (link[0] == " " and not _YEAR.fullmatch(text, date.start)):
        return end, None
    bracket = link[0].endswith("(") and text[date.end : date.end + 1] == ")"
    if link[0].endswith("(") and not bracket:
        return end, None
    return date.end + bracket, date.edtf


def _own_year(number: str) -> str | None:
    """The year that a number prints (`105-2023-PCM`)."""
    parts = re.split(r"[-–/]", number)
    years = [part.strip() for part in parts[1:] if _YEAR.fullmatch(part.strip())]
    return years[0] if len(years) == 1 else None
