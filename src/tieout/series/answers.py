"""Answers in words and as records: the value, the table that gave it, its SQL, and what to know beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from tieout.series.number import shown
from tieout.series.question import Answer


def lines(answers: Sequence[Answer]) -> Iterator[str]:
    """The answers for a reader, those that have a value first."""
    if not answers:
        yield "No table at hand counts this in this country; `tieout data list` shows what there is."
    for answer in sorted(answers, key=lambda one: one.value is None):
        spec = answer.table.spec
        if answer.value is None:
            yield f"{spec.name}: no answer: {answer.why}"
            yield from (f"    note: {note}" for note in answer.notes)
            continue
        yield f"{spec.name}: {shown_with_unit(answer)}"
        for one in answer.totals:
            rows = f"{one.rows} rows of {one.table.spec.name}"
            yield f"    {one.place} {one.start} to {one.end}: {shown(one.value or Fraction(0))} ({rows})"
        for note in answer.notes:
            yield f"    note: {note}"
        yield f"    {answer.table.citation()}"


def record(answer: Answer) -> dict[str, Any]:
    """The answer as a plain record; exact values are text."""
    table = answer.table
    return {
        "measure": answer.totals[0].measure,
        "place": answer.question.place,
        "periods": list(answer.question.periods),
        "make": answer.question.make,
        "value": None if answer.value is None else str(answer.value),
        "shown": None if answer.value is None else shown(answer.value),
        "why": answer.why,
        "series": table.spec.id,
        "vintage": table.spec.vintage,
        "authority": table.spec.authority,
        "citation": table.citation(),
        "sql": [one.sql for one in answer.totals],
        "rows": sum(one.rows for one in answer.totals),
        "notes": [str(note) for note in answer.notes],
        "sha256": table.sha256,
    }


def shown_with_unit(answer: Answer) -> str:
    """The value with its unit, as in `23.72 percent`; nothing for an answer without one."""
    return "" if answer.value is None else f"{shown(answer.value)}{_unit(answer)}"


def _unit(answer: Answer) -> str:
    made = {"change": " percent", "rate": " per 100,000", "share": " percent of the country"}
    unit = answer.table.spec.measures[answer.totals[0].measure].unit
    if answer.question.make == "rank":
        return " (rank)"
    if answer.question.make in made:
        return made[answer.question.make]
    return " per 100,000" if unit == "per_100000" else ""
