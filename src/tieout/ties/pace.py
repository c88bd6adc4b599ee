"""Pace ties: two changes that the words compare in speed, over times of unequal length.

A rise over two years beside a rise over one looks steeper only because it is longer. Both numbers may be right, so the
tie stays open (`unequal_times`); the comparison says little.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.evidence.figure import Figure
from tieout.language.edtf import is_date
from tieout.language.periods import find_dates
from tieout.ties.cues import cue
from tieout.ties.judge import tie_of
from tieout.ties.plain import words
from tieout.ties.scene import Scene, Sentence
from tieout.ties.tie import Tie

UNEQUAL = "unequal_times"
_YEARS = 9
"""Characters of `2019/2021`."""


def propose(scene: Scene) -> Iterator[Tie]:
    """An open tie for each sentence that compares two changes over stretches of years that are not of one length."""
    for sentence in scene.sentences:
        percents = [s.figure for s in sentence.seats if s.figure.unit == "percent" and s.figure.high is None]
        if len(percents) != 2 or not _compares(sentence, scene.language):
            continue
        stretches = _stretches(sentence, scene.language)
        if len(stretches) == 2 and _length(stretches[0]) != _length(stretches[1]):
            yield _unequal(percents, stretches)


def _compares(sentence: Sentence, language: str) -> bool:
    """The sentence speaks of growth and sets one speed against the other."""
    text = sentence.text
    grows = any(cue(language, name).within(text) for name in ("rise", "fall", "growth"))
    return grows and (cue(language, "pace").within(text) or cue(language, "compared").within(text))


def _stretches(sentence: Sentence, language: str) -> list[str]:
    """The stretches of whole years in text order: they come in the order of the changes they belong to."""
    found = (d.edtf or "" for d in find_dates(sentence.text, language) if d.valid and d.kind == "span")
    return [edtf for edtf in found if len(edtf) == _YEARS and is_date(edtf)]


def _length(stretch: str) -> int:
    first, last = stretch.split("/")
    return int(last) - int(first)


def _unequal(percents: list[Figure], stretches: list[str]) -> Tie:
    told = zip(percents, stretches, strict=True)
    (short, brief), (long, wide) = sorted(told, key=lambda change: _length(change[1]))
    return tie_of(
        "change", "open", (short, long), reason=UNEQUAL,
        stated=f"{words(long)} over {_length(wide)} years beside {words(short)} over {_length(brief)}",
        computed=f"{wide.replace('/', '–')}, {brief.replace('/', '–')}",
    )  # fmt: skip
