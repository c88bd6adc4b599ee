"""The words by which a number hangs on a date, compiled from the language's table, and dates that only name a thing.

It looks at the words beside one date. Which date a figure has is decided elsewhere (`governing.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tieout.language.periods import DateMention
from tieout.language.tables import table


@dataclass(frozen=True, slots=True)
class Attachment:
    """The words by which numbers hang on dates, compiled from the language's table."""

    measured: re.Pattern[str]
    surveys: re.Pattern[str]
    titles: re.Pattern[str]
    named: re.Pattern[str]
    """Behind a year: a noun that is named after it."""
    founding: re.Pattern[str]
    boundary: re.Pattern[str]
    timeless: re.Pattern[str]
    from_: re.Pattern[str]
    to: re.Pattern[str]
    respectively: re.Pattern[str]
    anaphora: re.Pattern[str]
    cutoff: re.Pattern[str]
    """`cut-off date:` at the end of what stands before a date."""
    determiner: re.Pattern[str]
    joins: re.Pattern[str]
    """`and` at the end of what stands before a date: it begins something new."""
    record: re.Pattern[str]
    """Before `since`: the date only says how long a number is the highest (`the worst since 1991`)."""
    opposed: re.Pattern[str]
    """Between two numbers: what sets the second one, with its date, against the first (`12, up from 9 in 2020`)."""
    compared: re.Pattern[str]
    """Words of comparison at the end of what stands before a number."""


@cache
def attachment(language: str) -> Attachment:
    """The attachment words of a language."""
    data = table(language, "periods")
    words = data["attachment"]
    founding, passive = "|".join(words["founding"]), "|".join(words["passive"])
    measured, follows = "|".join(words["measured"]) or "(?!)", "|".join(words["follows"])
    return Attachment(
        measured=re.compile(rf" (?:[a-z-]+ )?(?:{measured})\b"),
        surveys=re.compile("|".join(words["surveys"])),
        titles=re.compile(rf"(?i:\b(?:{'|'.join(words['titles'])}))(?: [^\s,;.]+){{0,4}}? $"),
        named=re.compile(rf" (?!(?:{follows})\b)[A-Za-z]{{3,}}" if follows else "(?!)"),
        founding=re.compile(rf"(?i:(?<!\w)(?P<passive>(?:{passive}) )?(?:{founding})) $"),
        boundary=re.compile(words["boundary"]),
        timeless=re.compile(words["timeless"]),
        from_=re.compile(words["from"]),
        to=re.compile(words["to"]),
        respectively=re.compile(words["respectively"]),
        anaphora=re.compile(words["anaphora"]),
        cutoff=re.compile(words["cutoff"]),
        determiner=re.compile(data["contexts"]["determiner"]),
        joins=re.compile(rf" (?i:{'|'.join(map(re.escape, data['connectors']['both']))}) $"),
        record=re.compile(words["record"]),
        opposed=re.compile(words["opposed"]),
        compared=re.compile(rf"(?i:\b(?:{'|'.join(map(re.escape, data['leads']['compared']))})(?: \w{{2,5}})? $)"),
    )


_CITED = re.compile(r"(?:^|\W)[A-ZÁÉÍÓÚÑ][\w.’-]*\.? \($")
_COUNTED = re.compile(r"\d(?! de )[^\d;,]{0,30}\($")
"""A number shortly before a bracket, so that the bracket dates it."""
_NAME = re.compile(r"\w[\w’'.,;:)]* \(?(?:[a-zé]{1,3} )?[A-ZÁÉÍÓÚÑ][\w’-]* $")
_SURVEY_REACH = 120


def names_a_thing(text: str, date: DateMention, language: str) -> bool:
    """Whether a date only says which law, event or publication is meant, or when a thing came to be."""
    if date.kind == "relative":
        return False
    words = attachment(language)
    if _is_edition(text, date):
        return not is_survey(text, date, language)
    before, after = text[max(0, date.start - 60) : date.start], text[date.end : date.end + 40]
    if before.endswith("(") and after.startswith(")") and _CITED.search(before) and not _COUNTED.search(before):
        return True
    if date.kind in ("year", "month", "partial") and words.named.match(after):
        if words.measured.match(after):
            return False
        if words.determiner.search(before):
            return date.lead != "at"
    lead_text = text[max(0, date.lead_start - 60) : date.lead_start]
    if date.lead == "of" and words.titles.search(lead_text):
        return True
    found = words.founding.search(lead_text) if date.lead in ("at", "of") else None
    return bool(found and not found["passive"])


def is_survey(text: str, date: DateMention, language: str) -> bool:
    """Whether a bare year is the edition of a survey or census, which dates what it found."""
    reach = max(0, date.start - _SURVEY_REACH)
    return _is_edition(text, date) and bool(attachment(language).surveys.search(text, reach, date.start))


def _is_edition(text: str, date: DateMention) -> bool:
    """Whether a bare year follows a name: `Panorama Social 2011`, `ENDES 2021`."""
    return date.kind == "year" and date.lead is None and bool(_NAME.search(text, max(0, date.start - 50), date.start))
