"""The evidence for a score as lines of text and as a JSON record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from tieout.evidence.wire import figure_record
from tieout.index.evidence import Held, Report
from tieout.index.scale import Scale, plain, shown

_SIGNS = {"up": "▲", "down": "▼", "same": "=", None: " "}
_SAID = {"up": "a rise", "down": "a fall"}


def held_lines(held: Held, scale: Scale) -> Iterator[str]:
    """What stands behind the score, what else is said, and a line where the two disagree."""
    score = held.score
    yield f"{held.indicator.label['en']}: {'missing' if score is None else plain(scale.value(score.steps))}"
    if held.change is not None:
        yield f"  since the last edition: {shown(held.change, 2)}"
    yield f"  justification: {score.justification if score and score.justification else 'none'}"
    yield from (f"  linked: {_line(report)}" for report in held.linked)
    yield from (f"  linked, but not in the documents: {link}" for link in held.lost)
    yield from (f"  {_SIGNS[report.direction]} {_line(report)}" for report in held.reports)
    if not held.linked and not held.reports:
        yield "  nothing in the documents"
    if held.disagreement:
        yield f"info: the sources report {_SAID[held.disagreement]}, the score does not follow; worth a second look"


def held_record(held: Held) -> dict[str, Any]:
    """The same as JSON; figures as in docs/records.md, with their sentence and the direction they report."""
    return {
        "indicator": held.indicator.id,
        "justification": held.score.justification or None if held.score else None,
        "change": None if held.change is None else str(held.change),
        "linked": [_record(report) for report in held.linked],
        "lost": list(held.lost),
        "reports": [_record(report) for report in held.reports],
        "disagreement": held.disagreement,
    }


def _line(report: Report) -> str:
    figure = report.figure
    return f"{figure.id} {PurePath(figure.doc).name}: “{report.sentence}”"


def _record(report: Report) -> dict[str, Any]:
    return {**figure_record(report.figure), "sentence": report.sentence, "reported": report.direction}
