"""A backed statement beside the titles of the items it cites, both as lines that can be compared across languages.

Titles are short and say the chief thing of a text; what they do not say proves nothing. Nothing is judged here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tieout.checks.case import Case
from tieout.checks.sourcing.backed import Backed, backed
from tieout.checks.sourcing.once import once
from tieout.evidence.passage import Passage
from tieout.language.habit import Habit, habit_of
from tieout.sources.citation import Citation
from tieout.sources.claims.line import Line
from tieout.sources.note import Note
from tieout.sources.register import language_of_title

_LEAST = 3
"""Words of a title that says anything."""


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a cited item, where the note prints it."""

    citation: Citation
    line: Line


@dataclass(frozen=True, slots=True)
class Titled:
    """A statement and the titles of all it cites. `every`: each citation has a title that is compared."""

    one: Backed
    line: Line
    titles: Sequence[Title]
    every: bool


@once
def titled(case: Case) -> list[Titled]:
    """Every statement whose notes are at hand, with the titles of what they cite."""
    notes = {p.block.start: p for p in reversed(case.reading.passages) if p.block.kind == "note"}
    habit = habit_of(case.reading.document.text, case.reading.language)
    out = []
    for one in backed(case):
        if not one.known:
            continue
        titles = [title for note in one.notes for title in _titles(case, note, notes)]
        if titles:
            line = Line(case.path, one.passage, one.start, one.end, case.reading.language, habit)
            out.append(Titled(one, line, titles, len(titles) == len(one.citations)))
    return out


def _titles(case: Case, note: Note, notes: dict[int, Passage]) -> Iterator[Title]:
    passage = notes.get(note.start) if note.start is not None else None
    if passage is None:
        return
    for citation in note.citations:
        if citation.title is None or citation.refers or citation.see_also or len(citation.title.split()) < _LEAST:
            continue
        low = passage.view.find(citation.start)
        at = passage.text.find(citation.title, low)
        if at < 0 or passage.view.offsets[at] > citation.end:
            continue
        language = language_of_title(citation.title) or _by_letters(citation.title, case.reading.language)
        habit = Habit(point_groups=True, comma_decimals=True) if language == "es" else Habit()
        yield Title(citation, Line(case.path, passage, at, at + len(citation.title), language, habit))


_SPANISH = re.compile(r"[áéíóúñ¿¡]", re.IGNORECASE)


def _by_letters(title: str, usual: str) -> str:
    """The language of a title without short words: Spanish by its letters, else the report's."""
    return "es" if _SPANISH.search(title) else usual
