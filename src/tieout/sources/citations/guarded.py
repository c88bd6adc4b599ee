"""Which characters of a line stand inside quotation marks or brackets: no comma or stop there parts anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PAIRS = {"“": "”", "«": "»", "‘": "’", "(": ")", "[": "]", "„": "“"}
_QUOTES = "“«‘\"'„"
_LONGEST = 400
_SIGNS = re.compile(r"[“«‘\"'„(\[]")


@dataclass(frozen=True, slots=True)
class Guarded:
    """The guarded stretches of `text`, outermost only, in order; `quoted` are those in quotation marks."""

    text: str
    stretches: tuple[tuple[int, int], ...]
    quoted: tuple[tuple[int, int], ...]

    def is_open(self, at: int) -> bool:
        """Whether a character stands outside all of them."""
        return not any(start <= at < end for start, end in self.stretches)

    def finditer(self, pattern: re.Pattern[str], start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """The matches of a pattern that begin outside of them."""
        stop = len(self.text) if end is None else end
        return (found for found in pattern.finditer(self.text, start, stop) if self.is_open(found.start()))


def guarded(text: str) -> Guarded:
    """The stretches of a line inside quotation marks or brackets; a mark that nothing closes guards nothing."""
    stretches: list[tuple[int, int]] = []
    quoted: list[tuple[int, int]] = []
    at = 0
    while (sign := _SIGNS.search(text, at)) is not None:
        end = _closing(text, sign.start())
        if end is None:
            at = sign.end()
            continue
        stretches.append((sign.start(), end))
        if sign[0] in _QUOTES:
            quoted.append((sign.start(), end))
        at = end
    return Guarded(text, tuple(stretches), tuple(quoted))


def _closing(text: str, start: int) -> int | None:
    """Where what opens at `start` is closed (behind the sign); None when it is no opening sign or never closed."""
    sign = text[start]
    stop = min(len(text), start + _LONGEST)
    if sign in "([":
        depth = 0
        for at in range(start, stop):
            depth += (text[at] == sign) - (text[at] == _PAIRS[sign])
            if depth == 0:
                return at + 1
        return None
    if start and text[start - 1].isalnum():
        return None
    close = _PAIRS.get(sign, sign)
    at = text.find(close, start + 1, stop)
    while at >= 0:
        after = text[at + 1] if at + 1 < len(text) else " "
        # An apostrophe is no closing mark: a letter follows it.
        if not after.isalnum() and not (close in "'\"" and text[at - 1].isspace()):
            return at + 1
        at = text.find(close, at + 1, stop)
    return None
