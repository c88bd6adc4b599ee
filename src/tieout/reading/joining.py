"""Whether one line of running text goes on with the next, or a new paragraph begins. Pure: two lines and a habit."""

from __future__ import annotations

import re

from tieout.reading.habit import Habit, width
from tieout.reading.lines import Line
from tieout.reading.shapes import ends_sentence

_FIRST_WORD = re.compile(r"\S+")
_FULL = 0.965
_HALF = 0.5
_UNWRAPPED_LONG = 80
_OVERLONG = 1.6
_OPEN_END = re.compile(r"(?:[,(–—‘“-]|\b(?:and|or|of|the|in|to|de|la|el|los|las|del|en|y|que|con|a|por))$")


def goes_on(text: str, line: Line, apart: bool, last_gap: int | None, habit: Habit, own: float | None = None) -> bool:
    """Whether `line` goes on with the paragraph whose last line is `text` (without a note mark at its end).

    `apart`: a page break, notes or furniture stand between. `last_gap`: blank lines before the paragraph's last line,
    None when that line is its first. `own`: the width of the paragraph's fullest line where it is set narrower.
    """
    ended = ends_sentence(text)
    lower = line.text[0].islower()
    if not habit.wrapped:
        # A paragraph is one line; only a page break cuts one, and then in the middle of a sentence.
        return (apart or line.gap > 0) and lower and not ended and len(text) >= _UNWRAPPED_LONG
    here = width(text)
    if here > _OVERLONG * habit.measure:
        return apart and lower and not ended
    with_next = here + width(" " + _first_word(line.text))
    full = with_next >= _FULL * habit.measure
    if own is not None and not ended and own >= _HALF * habit.measure:
        full = with_next >= _FULL * own
    if apart:
        return not ended and (lower or full or _is_open(text))
    if line.gap == 0:
        if ended:
            return full or (lower and not text.endswith(":"))
        return lower or full or _is_open(text) or (not line.text[0].isupper() and here >= _HALF * habit.measure)
    if not habit.spaced or line.gap > 1 or last_gap == 0:
        return False
    if ended:
        return full and not text.endswith(":")
    return lower or full or _is_open(text)


def _first_word(text: str) -> str:
    word = _FIRST_WORD.match(text)
    return word.group() if word else ""


def _is_open(text: str) -> bool:
    return bool(_OPEN_END.search(text))
