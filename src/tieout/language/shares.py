"""Fractions in words (`two-thirds`, `one in four`, `la tercera parte`), with their exact value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from tieout.language.tables import table


@dataclass(frozen=True, slots=True)
class Share:
    """`text[start:end]` says `value`."""

    start: int
    end: int
    value: Fraction


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...], re.Pattern[str]]:
    data = table(language, "shares")
    either = lambda keys: "|".join(sorted(map(re.escape, keys), key=len, reverse=True))  # noqa: E731
    singular = [d for d in data["denominators"] if not d.endswith("s")]
    plural = [d for d in data["denominators"] if d.endswith("s")]
    rules = data["patterns"]
    simple = re.compile(
        rf"(?<![\w-])(?P<top>{either(data['numerators'])})[ -](?:(?P<one>{either(singular)})\b{rules['after_singular']}"
        rf"|(?P<many>{either(plural)})\b)|(?<![\w])(?P<alone>{rules['alone']})",
        re.IGNORECASE,
    )
    small = table(language, "numerals")["small"]
    n = rf"(?:\d{{1,4}}|{either([*small, *table(language, 'numerals')['hundreds']])})(?![\w.,]\d)\b(?! (?:mil|000)\b)"
    ratios = tuple(
        re.compile(r"(?<![\w.,-])" + rules[name].format(n=n), re.IGNORECASE)
        for name in ("ratio", "ratio_reversed")
        if name in rules
    )
    trigger = re.compile(
        "|".join(sorted({d.split()[0] for d in data["denominators"]} | {"half", "mitad"})), re.IGNORECASE
    )
    return simple, ratios, trigger


def shares(text: str, language: str) -> Iterator[Share]:
    """Every fraction in words of a clean line. `x in y` counts only when y is a round base (up to 10, or 100, 1 000 …)."""
    simple, ratios, trigger = _patterns(language)
    data = table(language, "shares")
    if trigger.search(text):
        for found in simple.finditer(text):
            if found["alone"]:
                yield Share(found.start(), found.end(), Fraction(1, data["patterns"]["alone_value"]))
                continue
            top, below = (
                data["numerators"][found["top"].lower()],
                data["denominators"][(found["one"] or found["many"]).lower()],
            )
            if 0 < top < below:
                yield Share(found.start(), found.end(), Fraction(top, below))
    for pattern in ratios:
        for found in pattern.finditer(text):
            part, whole = _small(found["part"], language), _small(found["whole"], language)
            if 0 < part < whole and (whole <= 10 or whole in (12, 15, 20, 25, 50) or set(str(whole)[1:]) == {"0"}):
                yield Share(found.start(), found.end(), Fraction(part, whole))


def _small(word: str, language: str) -> int:
    data = table(language, "numerals")
    word = word.lower()
    return (
        int(word)
        if word.isdigit()
        else data["small"].get(word) or data["hundreds"].get(word) or int(word in ("un", "uno", "una"))
    )
