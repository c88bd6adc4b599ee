"""The answer of `tieout check` as lines of text: the surest findings first, then what was read, tied and left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tieout.checks.check import Checked
from tieout.checks.finding import SEVERITIES, Finding
from tieout.reading.document import Document

_QUOTE = 110
"""Characters of a quote printed on its line."""


def report(checked: Checked, *, quotes: bool = True) -> Iterator[str]:
    """The lines, without a newline at their ends. Plain text: colours are the command line's business."""
    places = {r.document.path: Places(r.document) for r in checked.readings}
    for finding in checked.result.findings:
        yield from _finding(finding, places[finding.doc], quotes=quotes)
    if checked.result.findings:
        yield ""
    yield from _summary(checked)
    yield from _left_out(checked)


class Places:
    """Names a place in a document the way its reader would: line and column of a text file, page of a PDF."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._pages = [(s.start, s.label) for s in document.spans_of("page")] if document.format == "pdf" else []

    def name(self, offset: int) -> str:
        """`12:5` (line and column, from 1), or `p. 7`."""
        page = next((label for start, label in reversed(self._pages) if start <= offset and label), None)
        if page is not None:
            return f"p. {page}"
        line = self._text.count("\n", 0, offset) + 1
        return f"{line}:{offset - (self._text.rfind(chr(10), 0, offset) + 1) + 1}"


def _finding(finding: Finding, place: Places, *, quotes: bool) -> Iterator[str]:
    where = f"{finding.doc}:{place.name(finding.start)}"
    yield f"{where}: {finding.severity} {finding.rule} {finding.name}: {finding.wording(quotes=quotes)}"
    if quotes:
        yield f"    “{folded(finding.text)}”"


def folded(text: str, width: int = _QUOTE) -> str:
    """A quote on one line, cut at `width` characters with an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def _summary(checked: Checked) -> Iterator[str]:
    figures = sum(len(r.figures) for r in checked.readings)
    verdicts = checked.result.verdicts()
    yield f"Read {_many(len(checked.readings), 'document')} with {_many(figures, 'figure')}."
    tied = {(m.doc, m.start, m.end) for t in checked.result.ties for m in t.members if m.figure is not None}
    yield f"Ties: {verdicts['holds']} hold, {verdicts['breaks']} break, {verdicts['open']} stay open."
    yield f"Figures that some tie rechecks: {len(tied)} of {figures}."
    counts = [(checked.result.count(s), s) for s in SEVERITIES]
    yield "Findings: " + (", ".join(_many(n, s) for n, s in counts if n) or "none") + "."


def _left_out(checked: Checked) -> Iterator[str]:
    """What was not read or not checked, by name."""
    out: list[str] = []
    for fault in checked.unreadable:
        out.append(f"{fault.path}: {fault.what}; {fault.remedy}")
    for reading in checked.readings:
        out.extend(f"{reading.document.path}: {line}" for line in _losses(reading.document))
    out.extend(not_tied(checked))
    for rule in checked.result.not_checked:
        out.append(f"{rule.rule} {rule.name}: {rule.reason}")
    if out:
        yield "Not read or not checked:"
        yield from (f"  {line}" for line in out)


def not_tied(checked: Checked) -> Iterator[str]:
    """A line for each document whose notes hold figures: they are recorded, and tied to nothing yet."""
    for reading in checked.readings:
        notes = sum(f.where == "note" for f in reading.figures)
        if notes:
            yield f"{reading.document.path}: {_many(notes, 'figure')} in notes recorded, not tied"


def _losses(document: Document) -> Sequence[str]:
    return [
        loss.message if loss.count == 1 or str(loss.count) in loss.message else f"{loss.message} ({loss.count})"
        for loss in document.losses
    ]


def _many(n: int, noun: str) -> str:
    """`1 figure`, `2 figures`; severities take an s too, save info."""
    return f"{n} {noun}" if n == 1 or noun == "info" else f"{n} {noun}s"
