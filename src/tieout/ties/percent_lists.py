"""Percentages in a row: together at most 100 where the words say that they part one whole."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from tieout.ties.cues import cue
from tieout.ties.lists import listed
from tieout.ties.parting import exclude, named_before
from tieout.ties.scene import Seat, Sentence
from tieout.ties.share import is_share
from tieout.ties.sums import hundred
from tieout.ties.tie import Tie

_REST = 10
"""`the remaining 27 percent` names the rest before its number, `el 27 por ciento restante` right behind it."""
_NEARLY_ALL = 101
"""A list of rounded percentages may sum to a little more than 100; one that sums to more is no partition."""


def shares_of_one_whole(sentence: Sentence, language: str) -> Iterator[Tie]:
    """Percentages in a row are at most 100 together where the words say that they part one whole."""
    shares = [s for s in sentence.seats if is_share(s) and s.figure.unit == "percent"]
    index = 0
    while index < len(shares):
        run = listed(sentence, shares[index], shares[index:])
        index += len(run)
        if len(run) < 2:
            continue
        words_of_run = sentence.line[run[0].end : run[-1].start] + sentence.after(run[-1], _REST)
        parted = cue(language, "remainder").within(words_of_run) or exclude(sentence, run, language, direct=True)
        parted = parted or named_before(sentence, run, language)
        if cue(language, "many_answers").within(sentence.text) or cue(language, "including").within(words_of_run):
            parted = False
        if cue(language, "compared").within(words_of_run):
            continue
        together = sum((s.figure.value or Fraction(0) for s in run), Fraction(0))
        whole = together == 100 and any(s.figure.decimals for s in run)
        if parted or whole or (len(run) > 2 and together <= _NEARLY_ALL):
            figures = [s.figure for s in run]
            last = sentence.line[run[-2].end : run[-1].start] + sentence.after(run[-1], _REST)
            rest = cue(language, "remainder").within(last) and len(shares) == len(run)
            tie = hundred(figures, explicit=parted and _one_story(run), whole=parted and rest)
            if tie is not None:
                yield tie


def _one_story(parts: list[Seat]) -> bool:
    """A list of rates (unemployment of men, of women) is no partition; shares of one measure are."""
    return all(s.figure.kind == "share" for s in parts)
