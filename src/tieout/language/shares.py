"""Fractions in words (`two-thirds`, `one in four`, `la tercera parte`), with their exact value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from tieout.language.either import either
from tieout.language.tables import table

_ROUND_WHOLES = frozenset({*range(11), 12, 15, 20, 25, 50})


@dataclass(frozen=True, slots=True)
class Share:
    """`text[start:end]` says `value`."""

    start: int
    end: int
    value: Fraction


def shares(text: str, language: str) -> Iterator[Share]:
    """Every fraction in words of a clean line. `x in y` counts only when y is round (up to 10, or 100, 1 000 …)."""
    if _first_look(language).search(text):
        yield from _fractions(text, language)
    for pattern in _ratios(language):
        for found in pattern.finditer(text):
            part, whole = _count(found["part"], language), _count(found["whole"], language)
            if 0 < part < whole and _is_round(whole):
                yield Share(found.start(), found.end(), Fraction(part, whole))


def _fractions(text: str, language: str) -> Iterator[Share]:
    """`two-thirds`, and a lone `half`."""
    data = table(language, "shares")
    for found in _fraction(language).finditer(text):
        if found["alone"]:
            yield Share(found.start(), found.end(), Fraction(1, data["alone"]["denominator"]))
            continue
        top = data["numerators"][found["top"].lower()]
        if found["one"] and not _goes_on(language, found["top"].lower()).match(text, found.end()):
            continue
        below = data["singular"][found["one"].lower()] if found["one"] else data["plural"][found["many"].lower()]
        if top < below:
            yield Share(found.start(), found.end(), Fraction(top, below))


def _is_round(whole: int) -> bool:
    return whole in _ROUND_WHOLES or set(str(whole)[1:]) == {"0"}


def _count(word: str, language: str) -> int:
    word = word.lower()
    if word.isdigit():
        return int(word)
    numbers = table(language, "numerals")
    words = numbers["small"] | numbers["hundreds"] | table(language, "shares")["parts"]
    value: int = words[word]
    return value


@cache
def _first_look(language: str) -> re.Pattern[str]:
    """Cheap: a line with none of these words holds no fraction."""
    data = table(language, "shares")
    names = {name.split()[0] for name in [*data["singular"], *data["plural"], data["alone"]["word"]]}
    return re.compile(rf"\b(?:{either(names)})", re.IGNORECASE)


@cache
def _fraction(language: str) -> re.Pattern[str]:
    data = table(language, "shares")
    return re.compile(
        rf"(?<![\w-])(?P<top>{either(data['numerators'])})[ -]"
        rf"(?:(?P<one>{either(data['singular'])})\b"
        rf"|(?P<many>{either(data['plural'])})\b)"
        rf"|(?<!\w)(?P<alone>{data['alone']['pattern']})",
        re.IGNORECASE,
    )


@cache
def _goes_on(language: str, top: str) -> re.Pattern[str]:
    """What may follow a denominator in the singular: little behind an article, nearly anything behind `one`."""
    data = table(language, "shares")
    return re.compile(data.get("after_" + top, data["after_singular"])["pattern"], re.IGNORECASE)


@cache
def _ratios(language: str) -> tuple[re.Pattern[str], ...]:
    numbers, data = table(language, "numerals"), table(language, "shares")
    words = either([*numbers["small"], *numbers["hundreds"]])
    number = rf"(?:\d{{1,4}}|{words})(?![\w.,]\d)\b(?! (?:{either(data['scaled'])})\b)"
    rules = (rule["pattern"].format(n=number, parts=either(data["parts"])) for rule in data["ratio"])
    return tuple(re.compile(rf"(?<![\w.,-])(?:{rule})", re.IGNORECASE) for rule in rules)
