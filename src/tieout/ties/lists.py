"""Lists: runs of numbers that a sentence sets in a row (`334,000 in A, 248,000 in B, and 228,000 in C`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tieout.ties.scene import Seat, Sentence

_LINK = re.compile(r"[^.:]{0,90}(?:[,;(]|\band\b|\bor\b|\by\b|\be\b|\bo\b)[^.:]{0,70}", re.IGNORECASE)


def linked(text: str) -> bool:
    """True when the words between two numbers can be those of a list."""
    return _LINK.fullmatch(text) is not None


def listed(sentence: Sentence, first: Seat, candidates: Sequence[Seat]) -> list[Seat]:
    """The run that begins at `first`: candidates in a row, each linked to the one before, of one unit."""
    run = [first]
    for seat in candidates:
        if seat.start <= run[-1].start:
            continue
        if seat.figure.unit != first.figure.unit or not linked(sentence.between(run[-1], seat)):
            break
        run.append(seat)
    return run
