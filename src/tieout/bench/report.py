"""How long a long report takes to build: a generated draft of some eighty pages and four hundred notes, three formats.

The sources and the draft are generated from counts, so that every run builds the same report.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tieout.evidence.figure import Figure
from tieout.report.draft.build import examine, report
from tieout.report.draft.formats import FORMATS
from tieout.workspace.build import build
from tieout.workspace.workspace import Workspace, open_workspace

NOTES = 400
_SOURCES = 8
_PLACES = ("Lima", "Piura", "Tumbes", "Loreto", "Cusco", "Puno", "Ica", "Tacna")
_THINGS = ("thefts", "robberies", "kidnappings", "attacks", "threats", "evictions")
_FILL = (
    "Those who live there describe a state that is far away. Offices open late, files are lost, and those who complain "
    "are sent from one counter to the next. Some families leave, others pay, and many wait for somebody to come. "
    "Officials do not deny it; they point to roads that are washed out every summer, to posts that stay vacant, and to "
    "budgets that are approved when the year is almost over. Lawyers who work with victims say that the first report "
    "decides, because nobody opens a file again once it was closed. Teachers and nurses tell the same of their own "
    "trades. What was promised after the last protest has been begun in some districts and forgotten in others."
)


def report_speed(notes: int = NOTES) -> Iterator[str]:
    """Lines of the answer: what was built, and seconds for each step."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write_sources(folder / "sources", notes)
        build(folder / "sources", folder / "bench.tieout")
        workspace = open_workspace(folder / "bench.tieout")
        draft = folder / "report.md"
        draft.write_text(_draft(workspace, notes), encoding="utf-8")
        whole = step = _Clock()
        examined = examine(draft, workspace)
        yield f"checked the draft: {step}, {len(examined.errors)} errors"
        step = _Clock()
        made = report(examined)
        yield f"set the text: {step}"
        for format in FORMATS:
            step = _Clock()
            data = made.bytes(format)
            yield f"{format}: {step}, {len(data):,} bytes{_pages(format, data)}"
        yield f"all: {whole}, {notes} notes"


class _Clock:
    """Seconds since it was made: on the wall, and of the processor, which others at work do not lengthen."""

    def __init__(self) -> None:
        self._wall, self._worked = time.perf_counter(), self._processor()

    def __str__(self) -> str:
        wall, worked = time.perf_counter() - self._wall, self._processor() - self._worked
        return f"{wall:.1f} s, {worked:.1f} s of processor time"

    @staticmethod
    def _processor() -> float:
        return sum(os.times()[:4])


def _write_sources(folder: Path, notes: int) -> None:
    folder.mkdir(parents=True)
    for source in range(_SOURCES):
        lines = [
            f"---\ntitle: Yearbook {source + 1}\ndate: 2024-0{source % 8 + 1}-15\nlanguage: en\n---\n\n# Yearbook\n"
        ]
        for number in range(source, notes, _SOURCES):
            lines.append(_statement(number) + "\n")
        (folder / f"yearbook_{source + 1}.md").write_text("\n".join(lines), encoding="utf-8")


def _statement(number: int) -> str:
    place, thing = _PLACES[number % len(_PLACES)], _THINGS[number % len(_THINGS)]
    return f"In {2015 + number % 9} the police counted {1013 + 7 * number:,} {thing} in {place}."


def _draft(workspace: Workspace, notes: int) -> str:
    """A note for every figure, in chapters of ten sections, with the annexes that a report has."""
    figures: dict[str, Figure] = {figure.value_text: figure for figure in workspace.figures}
    lines = ["---\ntitle: A long report\nauthor: Tieout\ndate: 2024-12-31\nlanguage: en\n---\n"]
    for number in range(notes):
        if number % 40 == 0:
            lines.append(f"## Chapter {number // 40 + 1}\n")
        if number % 4 == 0:
            lines.append(f"### Section {number // 4 + 1}\n")
        figure = figures[f"{1013 + 7 * number:,}"]
        lines.append(f"{_statement(number).rstrip('.')} [@f:{figure.id}]. {_FILL}\n")
    for kind in ("abbreviations", "sources", "quotations"):
        lines.append(f"## {kind.title()} {{-}}\n\n```{{tieout {kind}}}\n```\n")
    return "\n".join(lines)


def _pages(format: str, data: bytes) -> str:
    if format != "pdf":
        return ""
    import pypdfium2

    return f", {len(pypdfium2.PdfDocument(data))} pages"
