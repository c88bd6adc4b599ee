"""Gaps: unbroken runs of note marks whose notes the file does not hold, and whether it lost text at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tieout.checks.case import Case
from tieout.checks.sourcing.noted import notes
from tieout.checks.sourcing.once import once
from tieout.sources.note import Note
from tieout.ties.tie import Member

_KEPT = frozenset({"docx", "odt", "md", "html", "epub", "rtf"})
"""Formats that hold notes as notes, so that one that is not there was never written."""
_FEW = 2
"""So many marks without notes are slips of the writer; more than that were lost on the way."""
_MANY = 3
"""Notes with their text that a report must have for the others to count as slips."""
_LOST = "the text of the notes is not in the file; it is lost, not missing from the report"
_LOST_ONE = "the text of the note is not in the file; it is lost, not missing from the report"


@dataclass(frozen=True, slots=True)
class Gap:
    """A run of notes without text: the first mark, its name (`notes 40 to 43`), and what is to be said of it."""

    at: Member
    name: str
    what: str
    notes: Sequence[Note]


@once
def gaps(case: Case) -> list[Gap]:
    """The gaps of a document, in order."""
    found: list[Gap] = []
    run: list[Note] = []
    for note in [*(n for n in notes(case) if n.mark_start is not None), None]:
        if note is not None and note.lost:
            run.append(note)
        elif run:
            found.append(_gap(case, run))
            run = []
    return found


@once
def whole(case: Case) -> bool:
    """Whether the file keeps notes as notes and has lost none: then a mark without a note is the writer's slip."""
    lost = [note.lost for note in notes(case)]
    return case.reading.document.format in _KEPT and sum(lost) <= _FEW and len(lost) - sum(lost) >= _MANY


def complete(case: Case) -> bool:
    """Whether no note of the document is without its text."""
    return not any(note.lost for note in notes(case))


def lost_marks(case: Case) -> Iterator[Note]:
    """The notes without text of a document that is otherwise whole."""
    if whole(case):
        yield from (note for gap in gaps(case) for note in gap.notes)


def mark_of(case: Case, note: Note) -> Member:
    """The first mark of a note."""
    start, end = note.mark_start or 0, note.mark_end or 0
    return Member(case.path, start, end, case.reading.document.text[start:end])


def _gap(case: Case, run: Sequence[Note]) -> Gap:
    first, last = run[0], run[-1]
    one = len(run) == 1
    name = f"note {first.number}" if one else f"notes {first.number} to {last.number}"
    return Gap(mark_of(case, first), name, _LOST_ONE if one else _LOST, tuple(run))
