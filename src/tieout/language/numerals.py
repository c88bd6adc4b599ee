"""Numerals: numbers in digits, in words and mixed, with their exact value. No units, no bounds, no meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Literal

from tieout.language.either import any_of, either
from tieout.language.habit import Habit
from tieout.language.tables import table

Form = Literal["digits", "words", "vague"]

_BLANK = " \u00a0\u2009\u202f"
"""Blanks that part thousands: the plain one, the no-break one, the thin ones."""

_PLAIN = re.compile(r"\d+(?:[.,]\d+)*")
_GROUPED_BY_BLANK = re.compile(rf"\d{{1,3}}(?:[{_BLANK}]\d{{3}})+(?:[.,]\d+)?")
_WORD = re.compile(r"[^\W\d_]+")
_MARK = re.compile(r"[.,]")
_LONGEST = 60
"""Characters of the longest run of digits that is read as a number; what is longer is a code or noise."""
_BLANKS = re.compile(rf"[{_BLANK}]")


@dataclass(frozen=True, slots=True)
class Numeral:
    """`text[start:end]` says `value` (None when vague)."""

    start: int
    end: int
    value: Fraction | None
    form: Form
    text: str
    """The number as printed, blanks inside it closed up: `1.2 million`."""
    decimals: int = 0
    """Digits printed after the decimal mark."""
    ordinal: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    """The number words of a language, and what it writes at digits."""

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
    scale_at_the_end: re.Pattern[str]
    decimal_before: re.Pattern[str]
    remainder: re.Pattern[str]
    ordinal: re.Pattern[str]
    glued: re.Pattern[str]
    half_of: re.Pattern[str]
    """`half a million`, `medio centenar`."""
    half_scale: re.Pattern[str]
    """Behind a number: `and a half million`."""
    scale_half: re.Pattern[str]
    """Behind a scale word: `y medio` (`dos millones y medio`)."""


@cache
def _words(language: str) -> _Words:
    data = table(language, "numerals")
    grammar, vague, digits = data["grammar"], data["vague"], data["digits"]
    counted = [*data["small"], *data["tens"], *data["hundreds"], *data["scales"], *data["sets"]]
    spelled = either([*counted, *vague["words"], *vague["before"]])
    article = either(grammar["articles"])
    after_article = either([*data["sets"], *data["scales"], *grammar["also_after_article"]])
    scales = either(data["scales"])
    halves, large = data["half"], either([*data["scales"], *data["sets"]])
    half_of = rf"(?:{any_of(halves['before'])})[ \u00a0-](?:{large})"
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
        anchor=re.compile(
            rf"(?<![^\W_])(?:\d|(?:(?:{article}) (?:{after_article})|{half_of}|{spelled})\b)", re.IGNORECASE
        ),
        vague=re.compile(
            rf"(?:(?:{either(vague['before'])}) {vague['of']} )?(?:{either(vague['words'])})\b", re.IGNORECASE
        ),
        scale_after_digits=re.compile(
            rf"[ \u00a0-]?(?P<word>{scales})\b|[ \u00a0]?(?P<short>{either(data['short_scales'])})\b(?!\.\w)",
            re.IGNORECASE,
        ),
        scale_at_the_end=re.compile(rf"(?:{scales})\Z"),
        decimal_before=re.compile(rf"[ \u00a0](?:{any_of(digits['decimal_before'])})\b", re.IGNORECASE),
        remainder=re.compile(any_of(digits["remainder"])),
        ordinal=re.compile(rf"(?:{any_of(digits['ordinal'])})\b|\.?[ºª°](?!\s*C\b)"),
        glued=re.compile(rf"(?:{any_of(digits['glued'])})\b"),
        half_of=re.compile(rf"{half_of}\b", re.IGNORECASE),
        half_scale=re.compile(rf" (?:{any_of(halves['before_scale'])}) (?P<word>{scales})\b", re.IGNORECASE),
        scale_half=re.compile(rf" (?:{any_of(halves['after_scale'])})\b", re.IGNORECASE),
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
        if text[start].isdigit() and (end := _digits_end(text, start)) - start > _LONGEST:
            at = end
            continue
        found = _from_digits(text, start, words, habit) if text[start].isdigit() else _from_words(text, start, words)
        if found is None:
            at = anchor.end()
            continue
        yield found
        at = found.end


def is_round_set(text: str, language: str) -> bool:
    """Whether a numeral names a set only roughly (`un centenar`)."""
    return text.rpartition(" ")[2].lower() in table(language, "numerals")["round_sets"]


def scale_behind(printed: str, language: str) -> int:
    """The factor of the scale word that a printed number ends with (`3 million`), 1 when it ends with none."""
    words = _words(language)
    found = words.scale_at_the_end.search(printed)
    return words.scales[found[0]] if found else 1


# ------------------------------------------------------------------------------------------------------- digits


def _from_digits(text: str, start: int, words: _Words, habit: Habit) -> Numeral | None:
    """The numeral in digits at `start`, scale words behind it included; None when letters are glued to it."""
    end = _digits_end(text, start)
    printed = text[start:end]
    value, decimals = _value(printed, habit, before_scale=words.decimal_before.match(text, end) is not None)
    ordinal = words.ordinal.match(text, end)
    if ordinal and decimals == 0:
        return Numeral(start, ordinal.end(), value, "digits", printed, ordinal=True)
    factor = 1
    while scale := words.scale_after_digits.match(text, end):
        factor = _factor(scale, words)
        value, end = value * factor, scale.end()
        rest = words.remainder.match(text, end) if factor == 1000 and scale["word"] else None
        if rest:
            value, end = value + int(rest[1]), rest.end()
            break
    value, end = _with_half(text, value, end, factor, words)
    if end == start + len(printed) and _is_letter(text, end) and not words.glued.match(text, end):
        return None
    return Numeral(start, end, value, "digits", " ".join(text[start:end].split()), decimals)


def _with_half(text: str, value: Fraction, end: int, factor: int, words: _Words) -> tuple[Fraction, int]:
    """`two and a half million`, `dos millones y medio`: the half of the scale word before or behind it."""
    if factor > 1:
        half = words.scale_half.match(text, end)
        return (value + Fraction(factor, 2), half.end()) if half else (value, end)
    half = words.half_scale.match(text, end)
    return ((value + Fraction(1, 2)) * words.scales[half["word"].lower()], half.end()) if half else (value, end)


def _is_letter(text: str, at: int) -> bool:
    return at < len(text) and (text[at].isalpha() or text[at] == "_")


def _factor(scale: re.Match[str], words: _Words) -> int:
    return words.scales[scale["word"].lower()] if scale["word"] else words.short_scales[scale["short"].lower()]


def _digits_end(text: str, start: int) -> int:
    """End of the digits that make one number, thousands parted by blanks included (`1 428`, not `2019 141`)."""
    plain = _PLAIN.match(text, start)
    assert plain is not None
    grouped = _GROUPED_BY_BLANK.match(text, start)
    if grouped and grouped.end() > plain.end() and not text[grouped.end() : grouped.end() + 1].isdigit():
        return grouped.end()
    return plain.end()


def _value(printed: str, habit: Habit, *, before_scale: bool) -> tuple[Fraction, int]:
    """Exact value and number of decimals of digits as printed."""
    digits = _BLANKS.sub("", printed)
    marks = _MARK.findall(digits)
    decimal = ""
    if len(set(marks)) == 2:
        decimal = marks[-1] if marks.count(marks[-1]) == 1 else ""
    elif len(marks) == 1:
        blanks = len(digits) != len(printed)
        decimal = marks[0] if blanks or _is_decimal(digits, marks[0], habit, before_scale=before_scale) else ""
    whole, _, part = digits.rpartition(decimal) if decimal else (digits, "", "")
    return Fraction(int(_MARK.sub("", whole) + part), 10 ** len(part)), len(part)


def _is_decimal(digits: str, mark: str, habit: Habit, *, before_scale: bool) -> bool:
    """Whether the only mark of a number parts its decimals; before exactly three digits the habit decides.

    Before a scale word (`1.005 millones`, `3.200 millones`) it is the mark the text writes its decimals with.
    """
    whole, _, part = digits.partition(mark)
    if len(part) != 3 or whole.startswith("0") or len(whole) > 3:
        return True
    if mark == ",":
        return habit.comma_decimals
    return not habit.point_groups or (before_scale and habit.point_decimals)


# -------------------------------------------------------------------------------------------------------- words


def _from_words(text: str, start: int, words: _Words) -> Numeral | None:
    """The numeral in words at `start`, vague ones included; None when the word there is part of no number."""
    vague = words.vague.match(text, start)
    if vague:
        return Numeral(start, vague.end(), None, "vague", vague[0])
    half = words.half_of.match(text, start)
    if half:
        word = _WORD.findall(half[0])[-1].lower()
        return Numeral(start, half.end(), Fraction(words.scales.get(word) or words.sets[word]) / 2, "words", half[0])
    total, end = _Sum(words), start
    at: int | None = start
    while at is not None and (word := _WORD.match(text, at)) and total.takes(word[0].lower()):
        end = word.end()
        at = _next_word(text, end, total.last, words)
    if total.last in ("", "article"):
        return None
    value = total.value
    rest = words.remainder.match(text, end) if total.last == "scale" and value == 1000 else None
    if rest:
        return Numeral(start, rest.end(), Fraction(value + int(rest[1])), "words", text[start : rest.end()])
    exact, end = _with_half(text, Fraction(value), end, total.scale, words)
    return Numeral(start, end, exact, "words", text[start:end])


class _Sum:
    """Number words added up from the left."""

    def __init__(self, words: _Words) -> None:
        self._words = words
        self._total = 0
        self._part = 0
        """What the next scale word will multiply."""
        self.last: Literal["", "article", "small", "tens", "hundred", "set", "scale"] = ""
        self._scale = 1

    @property
    def scale(self) -> int:
        """The last scale word, when nothing was added behind it; else 1."""
        return self._scale if self.last == "scale" else 1

    @property
    def value(self) -> int:
        return self._total + self._part

    def takes(self, word: str) -> bool:
        """Add a word; False when it cannot follow those before it."""
        words = self._words
        if not self.last and word in words.articles:
            self._part, self.last = 1, "article"
        elif word in words.small and self._fits(words.small[word]):
            self._part, self.last = self._part + words.small[word], "small"
        elif word in words.tens and self.last in ("", "hundred", "scale"):
            self._part, self.last = self._part + words.tens[word], "tens"
        elif word in words.hundreds and self.last in ("", "small", "tens", "scale", "article"):
            self._take_hundred(words.hundreds[word])
        elif word in words.sets and self.last in ("small", "tens", "article"):
            self._part, self.last = max(self._part, 1) * words.sets[word], "set"
        elif word in words.scales:
            self._take_scale(words.scales[word])
        else:
            return False
        return True

    def _fits(self, small: int) -> bool:
        return self.last in ("", "hundred", "scale") or (self.last == "tens" and 0 < small < 10)

    def _take_hundred(self, value: int) -> None:
        """`two hundred` multiplies, `mil doscientos` adds."""
        multiplies = self._part and value == 100 and self.last in ("small", "tens", "article")
        self._part, self.last = self._part * value if multiplies else self._part + value, "hundred"

    def _take_scale(self, scale: int) -> None:
        """`dos mil millones` multiplies the thousands before it."""
        if self._part == 0 and 0 < self._total < scale:
            self._total *= scale
        else:
            self._total += max(self._part, 1) * scale
        self._part, self.last, self._scale = 0, "scale", scale


def _next_word(text: str, end: int, last: str, words: _Words) -> int | None:
    """Where the next number word may begin, over a joining word (`two hundred and six`); None when nowhere."""
    if text[end : end + 1] not in (" ", "-", "\u00a0"):
        return None
    at = end + 1
    glue = words.after_tens if last == "tens" else words.after_hundred if last in ("hundred", "scale") else ""
    if not glue or not text.startswith(glue + " ", at):
        return at
    at += len(glue) + 1
    following = _WORD.match(text, at)
    return at if following and (following[0].lower() in words.small or following[0].lower() in words.tens) else None
