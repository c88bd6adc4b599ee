"""Whether one line of running text goes on with the next, or a new paragraph begins. Pure: two lines and a habit."""

from __future__ import annotations

import re

from tieout.reading.habit import Habit, width
from tieout.reading.lines import Line
from tieout.reading.shapes import ends_sentence

_FIRST_WORD = re.compile(r"\S+")
_FULL = 0.965
_NEARLY_FULL = 0.88
"""For a line that ends in the middle of a sentence less is enough."""
_HALF = 0.5
_NARROWEST = 0.6
_UNWRAPPED_LONG = 80
_OVERLONG = 1.6
_OPEN_END = re.compile(r"[,(–—‘“-]$")


def goes_on(text: str, line: Line, apart: bool, last_gap: int | None, habit: Habit, own: float = 0.0) -> bool:
    """Whether `line` goes on with the paragraph whose last line is `text` (without a note mark at its end).

    `apart`: a page break, notes or furniture stand between. `last_gap`: blank lines before the paragraph's last line,
    None when that line is its first. `own`: the width of the paragraph's fullest line where it is set narrower.
    """
    ended = ends_sentence(text)
    lower = line.text[0].islower()
    if not habit.wrapped:
        # A paragraph is one line; only a page break cuts one, and then in the middle of a sentence.
        return (apart or line.gap > 0) and lower and not ended and len(text) >= _UNWRAPPED_LONG
    if len(text) > _OVERLONG * habit.measure:
        return apart and lower and not ended
    measure = habit.measure * (_FULL if ended else _NEARLY_FULL)
    if own >= _NARROWEST * habit.measure and not ended:
        measure = _NEARLY_FULL * own
    full = _fills(text, line.text, measure)
    if apart:
        return not ended and (lower or full or _is_open(text))
    if line.gap == 0:
        if ended:
            return full or (lower and not text.endswith(":"))
        return lower or full or _is_open(text) or (not line.text[0].isupper() and len(text) >= _HALF * habit.measure)
    if not habit.spaced or line.gap > 1 or last_gap == 0:
        return False
    if ended:
        return full and not text.endswith(":")
    return lower or full or _is_open(text)


def _fills(text: str, following: str, measure: float) -> bool:
    """Whether a line is full: the next word would not have fitted. Most lines are told by their length alone."""
    word = _FIRST_WORD.match(following)
    length = len(text) + (len(word.group()) + 1 if word else 0)
    if length < 0.75 * measure:
        return False
    return length > 1.35 * measure or width(text + " " + (word.group() if word else "")) >= measure


def _is_open(text: str) -> bool:
    """Whether a line cannot be the end of anything: a comma, a dash, a bracket not yet closed."""
    return bool(_OPEN_END.search(text)) or text.count("(") > text.count(")")
