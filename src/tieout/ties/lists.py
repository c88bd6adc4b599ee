"""Lists: runs of numbers that a sentence sets in a row (`334,000 in A, 248,000 in B, and 228,000 in C`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tieout.ties.scene import Seat, Sentence

_LONGEST = 40
"""A longer run is cut: no sentence lists more parts of one total."""
_LINK = re.compile(r"[^.:]{0,90}(?:[,;(]|\band\b|\bor\b|\by\b|\be\b|\bo\b)[^.:]{0,70}", re.IGNORECASE)


def linked(text: str) -> bool:
    """True when the words between two numbers can be those of a list."""
    return _LINK.fullmatch(text) is not None


def listed(sentence: Sentence, first: Seat, candidates: Sequence[Seat]) -> list[Seat]:
    """The run that begins at `first`: candidates in a row, each linked to the one before, of one unit."""
    # Cut, so that the many runs of one sentence stay linear in its figures.
    run = [first]
    for seat in candidates:
        if seat.start <= run[-1].start:
            continue
        if seat.figure.unit != first.figure.unit or not linked(sentence.between(run[-1], seat)):
            break
        run.append(seat)
        if len(run) == _LONGEST:
            break
    return run
