"""What a check from Python gives: a Result, the whole answer by its parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tieout.checks.check import Checked
from tieout.checks.finding import Finding
from tieout.errors import UnreadableError
from tieout.evidence.figure import Figure
from tieout.reading.document import Document
from tieout.ties.tie import Tie


@dataclass(frozen=True, slots=True)
class Result:
    """What a check found. `loud` says whether anything in it may fail a check."""

    checked: Checked

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents read; `document.text[f.start:f.end]` is the quote of every record."""
        return tuple(reading.document for reading in self.checked.readings)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure of every document, in text order."""
        return tuple(figure for reading in self.checked.readings for figure in reading.figures)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings, the surest first; those silenced in the draft are not among them."""
        return self.checked.result.findings

    @property
    def silenced(self) -> tuple[Finding, ...]:
        """The findings that the draft silences."""
        return self.checked.result.silenced

    @property
    def ties(self) -> tuple[Tie, ...]:
        """Figures that must relate in one way, and whether they do."""
        return self.checked.result.ties

    @property
    def unreadable(self) -> tuple[UnreadableError, ...]:
        """The files that could not be read, each with what is wrong and what to do."""
        return self.checked.unreadable

    @property
    def loud(self) -> tuple[Finding, ...]:
        """The findings that nobody dismissed and no baseline knows."""
        return tuple(finding for finding in self.findings if finding.loud)

    def records(self, *, quotes: bool = True) -> dict[str, Any]:
        """The whole answer as docs/records.md describes it."""
        from tieout.checks.wire import answer

        return answer(self.checked, quotes=quotes)

    def __repr__(self) -> str:
        counted = [f"{len(self.documents)} documents", f"{len(self.figures)} figures", f"{len(self.findings)} findings"]
        return f"<Result {', '.join(counted)}>"
