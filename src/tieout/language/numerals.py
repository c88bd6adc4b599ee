"""Numerals: numbers in digits, in words and mixed, with their exact value. No units, no bounds, no meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Literal

from tieout.language.habit import Habit
from tieout.language.tables import table

Form = Literal["digits", "words", "vague"]

_BLANK = "  \u2009\u202f"
"""Blanks that part thousands: the plain one, the no-break one, the thin ones."""

_PLAIN = re.compile(r"\d+(?:[.,]\d+)*")
_GROUPED_BY_BLANK = re.compile(rf"\d{{1,3}}(?:[{_BLANK}]\d{{3}})+(?:[.,]\d+)?")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b|\.?[ºª°](?!\s*C\b)|(?:ro|do|er|to|vo|mo|no|ra|da|ta|va|ma)\b")
_WORD = re.compile(r"[^\W\d_]+")
_LAST_GROUP = re.compile(r" (\d{3})(?![\d]|[.,]\d| mil)")


@dataclass(frozen=True, slots=True)
class Numeral:
    """`text[start:end]` says `value` (None when vague). `stated` is the value as the words give it, without scale words."""

    start: int
    end: int
    value: Fraction | None
    form: Form
    text: str
    """The number as printed, blanks inside it closed up: `1.2 million`."""
    decimals: int = 0
    """Digits printed after the decimal mark."""
    ordinal: bool = False
    step: Fraction = Fraction(1)
    """The value of one unit of the last printed place: 0.1 for `27.5`, 100 000 for `1.2 million`."""


@dataclass(frozen=True, slots=True)
class _Words:
    small: Mapping[str, int]
    tens: Mapping[str, int]
    hundreds: Mapping[str, int]
    scales: Mapping[str, int]
    short_scales: Mapping[str, int]
    sets: Mapping[str, int]
    articles: frozenset[str]
    after_hundred: str
    after_tens: str
    anchor: re.Pattern[str]
    vague: re.Pattern[str]
    scale_after_digits: re.Pattern[str]


@cache
def _words(language: str) -> _Words:
    data = table(language, "numerals")
    grammar, vague = data["grammar"], data["vague"]
    starters = [
        *data["small"],
        *data["tens"],
        *data["hundreds"],
        *data["scales"],
        *data["sets"],
        *vague["words"],
        *vague["before"],
    ]
    article = "|".join(map(re.escape, grammar["articles"]))
    spelled = "|".join(sorted(map(re.escape, set(starters)), key=len, reverse=True))
    scales = "|".join(sorted(map(re.escape, data["scales"]), key=len, reverse=True))
    short = "|".join(sorted(map(re.escape, data["short_scales"]), key=len, reverse=True)) or r"(?!)"
    scalable = "|".join(map(re.escape, [*data["sets"], *data["scales"], *(["hundred"] if language == "en" else [])]))
    return _Words(
        small=data["small"],
        tens=data["tens"],
        hundreds=data["hundreds"],
        scales=data["scales"],
        short_scales=data["short_scales"],
        sets=data["sets"],
        articles=frozenset(grammar["articles"]),
        after_hundred=grammar["and_after_hundred"],
        after_tens=grammar["and_after_tens"],
        anchor=re.compile(rf"(?<![^\W_])(?:\d|(?:(?:{article}) (?:{scalable})|{spelled})\b)", re.IGNORECASE),
        vague=re.compile(
            rf"(?:(?:{'|'.join(vague['before'])}) {vague['of']} )?(?:{'|'.join(vague['words'])})\b", re.IGNORECASE
        ),
        scale_after_digits=re.compile(
            rf"(?:[ \u00a0-]?(?P<word>{scales})\b|[ \u00a0]?(?P<short>{short})\b(?!\.\w))", re.IGNORECASE
        ),
    )


def numerals(text: str, language: str, habit: Habit) -> Iterator[Numeral]:
    """Every numeral of a clean line, left to right, without overlaps. Years, marks and the like are numerals too.

    Digits glued to a letter before them (`M23`) are no numerals; letters glued behind are left to the caller, save
    ordinal endings (`32nd`).
    """
    words = _words(language)
    at = 0
    while anchor := words.anchor.search(text, at):
        start = anchor.start()
        found = _from_digits(text, start, words, habit) if text[start].isdigit() else _from_words(text, start, words)
        if found is None:
            at = anchor.end()
            continue
        yield found
        at = found.end


@cache
def _round_sets(language: str) -> frozenset[str]:
    return frozenset(table(language, "numerals")["round_sets"])


def is_round_set(text: str, language: str) -> bool:
    """Whether a numeral names a set only roughly (`un centenar`)."""
    return text.rpartition(" ")[2].lower() in _round_sets(language)


def _from_digits(text: str, start: int, words: _Words, habit: Habit) -> Numeral | None:
    end = _digits_end(text, start)
    printed = text[start:end]
    scaled = _SCALES_AHEAD.match(text, end) is not None
    value, decimals = _value(printed, habit, before_scale=scaled)
    ordinal = _ORDINAL.match(text, end)
    if ordinal and decimals == 0:
        return Numeral(start, ordinal.end(), value, "digits", printed, ordinal=True)
    step = Fraction(1, 10**decimals)
    while scale := words.scale_after_digits.match(text, end):
        factor = (
            words.scales[scale["word"].lower()] if scale["word"] else words.short_scales.get(scale["short"].lower(), 0)
        )
        if not factor:
            break
        value, step, end = value * factor, step * factor, scale.end()
        rest = _LAST_GROUP.match(text, end) if factor == 1000 and scale["word"] and "mil" in words.scales else None
        if rest:
            value, step, end = value + int(rest[1]), Fraction(1), rest.end()
            break
    if (
        end < len(text)
        and (text[end].isalpha() or text[end] == "_")
        and end == start + len(printed)
        and not _UNIT_GLUED.match(text, end)
    ):
        return None
    return Numeral(start, end, value, "digits", " ".join(text[start:end].split()), decimals, step=step)


_SCALES_AHEAD = re.compile(
    r"[ \u00a0](?:million|billion|trillion|millones|millón|millon|billones|mil millones)\b", re.IGNORECASE
)
_UNIT_GLUED = re.compile(r"(?:km2?|kg|ha|cm|mm?|g|m2|bn|k|ºC|h|hrs?|yrs?|mil|soles|EUR|USD|PEN)\b")


def _digits_end(text: str, start: int) -> int:
    """End of the digits that make one number, thousands parted by blanks included (`1 428`, not `2019 141`)."""
    grouped = _GROUPED_BY_BLANK.match(text, start)
    plain = _PLAIN.match(text, start)
    assert plain is not None
    if grouped and grouped.end() > plain.end() and not (grouped.end() < len(text) and text[grouped.end()].isdigit()):
        return grouped.end()
    return plain.end()


def _value(printed: str, habit: Habit, *, before_scale: bool) -> tuple[Fraction, int]:
    """Exact value and number of decimals of digits as printed. Before a scale word a lone mark is always decimal."""
    digits = re.sub(rf"[{_BLANK}]", "", printed)
    marks = [c for c in digits if c in ".,"]
    if not marks:
        return Fraction(int(digits)), 0
    if len(set(marks)) == 2:
        decimal = marks[-1] if marks.count(marks[-1]) == 1 else ""
    elif len(marks) > 1:
        decimal = ""
    else:
        decimal = (
            marks[0] if _is_decimal(digits, marks[0], habit, before_scale, blanks=len(digits) != len(printed)) else ""
        )
    whole, _, part = digits.rpartition(decimal) if decimal else (digits, "", "")
    whole = re.sub(r"[.,]", "", whole)
    return Fraction(int(whole + part), 10 ** len(part)), len(part)


def _is_decimal(digits: str, mark: str, habit: Habit, before_scale: bool, *, blanks: bool) -> bool:
    whole, _, part = digits.partition(mark)
    if len(part) != 3 or before_scale or blanks or whole.startswith("0") or len(whole) > 3:
        return True
    return not habit.point_groups if mark == "." else habit.comma_decimals


def _from_words(text: str, start: int, words: _Words) -> Numeral | None:
    vague = words.vague.match(text, start)
    if vague:
        return Numeral(start, vague.end(), None, "vague", vague[0])
    total, part, end = 0, 0, start
    last = ""
    at = start
    while word := _WORD.match(text, at):
        key = word[0].lower()
        if not last and key in words.articles:
            part, last = 1, "article"
        elif key in words.small and _fits(last, words.small[key]):
            part, last = part + words.small[key], "small"
        elif key in words.tens and last in ("", "hundred", "scale"):
            part, last = part + words.tens[key], "tens"
        elif key in words.hundreds and last in ("", "small", "tens", "scale", "article"):
            hundred = words.hundreds[key]
            part = (
                part * hundred if part and hundred == 100 and last in ("small", "tens", "article") else part + hundred
            )
            last = "hundred"
        elif key in words.sets and last in ("small", "tens", "article"):
            part, last = max(part, 1) * words.sets[key], "set"
        elif key in words.scales:
            total, part = _scaled(total, part, words.scales[key])
            last = "scale"
        else:
            break
        end = word.end()
        joined = _joint(text, end, last, words)
        if joined is None:
            break
        at = joined
    if last in ("", "article") or end == start:
        return None
    value = total + part
    rest = _LAST_GROUP.match(text, end) if last == "scale" and total == 1000 and "mil" in words.scales else None
    if rest:
        value, end = value + int(rest[1]), rest.end()
    return Numeral(start, end, Fraction(value), "words", text[start:end])


def _scaled(total: int, part: int, scale: int) -> tuple[int, int]:
    """(total, open part) after a scale word: `dos mil millones` multiplies the thousands before it."""
    if part == 0 and total and total < scale:
        return total * scale, 0
    return total + max(part, 1) * scale, 0


def _fits(last: str, value: int) -> bool:
    return last in ("", "hundred", "scale") or (last == "tens" and 0 < value < 10)


def _joint(text: str, end: int, last: str, words: _Words) -> int | None:
    """Where the next number word may begin, or None."""
    if end >= len(text) or text[end] not in " -\u00a0":
        return None
    at = end + 1
    glue = words.after_tens if last == "tens" else words.after_hundred if last in ("hundred", "scale") else ""
    if glue and text.startswith(glue + " ", at):
        following = _WORD.match(text, at + len(glue) + 1)
        if following and (following[0].lower() in words.small or following[0].lower() in words.tens):
            return at + len(glue) + 1
        return None
    return at
