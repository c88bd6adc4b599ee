"""What the notes tell of lost text: marks whose note is gone, and notes whose mark is gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tieout.reading.document import Loss
from tieout.reading.marks import Mark
from tieout.reading.notes import Body


def note_losses(marks: Sequence[Mark], bodies: Sequence[Body]) -> list[Loss]:
    """One loss for each unbroken stretch of notes without text, and one for each stretch of notes without a mark."""
    texts = {body.label for body in bodies}
    marked = {mark.label for mark in marks}
    losses = []
    for run in _stretches((m.label, m.start, m.end) for m in _first_of_each(marks) if m.label not in texts):
        losses.append(_loss("note_body", run, "the text of the note is missing", "the texts of the notes are missing"))
    for run in _stretches((b.label, b.start, b.end) for b in bodies if b.label and b.label not in marked):
        losses.append(_loss("note_mark", run, "the note's mark is missing", "the marks of the notes are missing"))
    losses += [
        Loss("note_body", "the beginning of a note is missing; lost in extraction", b.start, b.end)
        for b in bodies
        if not b.label
    ]
    return losses


def _first_of_each(marks: Sequence[Mark]) -> Iterable[Mark]:
    seen: set[str] = set()
    for mark in marks:
        if mark.label not in seen:
            seen.add(mark.label)
            yield mark


def _stretches(rows: Iterable[tuple[str, int, int]]) -> list[list[tuple[str, int, int]]]:
    runs: list[list[tuple[str, int, int]]] = []
    for row in rows:
        last = runs[-1][-1][0] if runs else ""
        if last.isdigit() and row[0].isdigit() and int(row[0]) == int(last) + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


def _loss(kind: str, run: Sequence[tuple[str, int, int]], one: str, many: str) -> Loss:
    first, last = run[0], run[-1]
    message = f"note {first[0]}: {one}" if len(run) == 1 else f"notes {first[0]} to {last[0]}: {many}"
    return Loss(kind, f"{message}; lost in extraction", first[1], last[2], len(run))
