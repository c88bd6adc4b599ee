"""Words that part a whole: those at its parts exclude each other, so that nobody is counted twice."""

from __future__ import annotations

import re

from tieout.ties.cues import cue, opposites
from tieout.ties.scene import Seat, Sentence


def exclude(sentence: Sentence, parts: list[Seat], language: str, *, direct: bool = False, most: int = 2) -> bool:
    """True when the words at two parts exclude each other (`12 men and 9 women`).

    `direct`: the numbers must be those of the people themselves (`72 percent were men`), not a rate among them (`72
    percent of men`, `72 percent for men`). `most`: men, women and children exclude each other only in a list that says
    it is one.
    """
    edges = [seat.start for seat in parts[1:]] + [min(sentence.end, parts[-1].end + 40)]
    named = [sentence.line[seat.end : edge] for seat, edge in zip(parts, edges, strict=True)]
    for sides in opposites(language) if len(parts) <= most else ():
        if len(parts) != len(sides):
            continue
        hits = [[_named(side, text, language, direct=direct) for side in sides] for text in named]
        if all(sum(hit) == 1 for hit in hits) and len({hit.index(True) for hit in hits}) == len(parts):
            return True
    return False


def named_before(sentence: Sentence, parts: list[Seat], language: str) -> bool:
    """`the victims were men (72 percent) and women (28)`, `men made up 60 percent and women 40`."""
    if len(parts) != 2:
        return False
    ahead = sentence.ahead(parts[0], 60)
    named = [ahead, sentence.between(parts[0], parts[1])]
    for sides in opposites(language):
        hits = [[side.search(text) is not None for side in sides] for text in named]
        if all(sum(hit) == 1 for hit in hits) and hits[0] != hits[1]:
            return cue(language, "being").within(ahead)
    return False


def _named(side: re.Pattern[str], text: str, language: str, *, direct: bool) -> bool:
    found = side.search(text)
    return found is not None and not (direct and cue(language, "among").within(text[: found.start()]))
