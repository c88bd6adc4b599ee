"""What the checks of a document say of some of its words: arithmetic that holds or breaks, and findings.

It reads the ties and findings that a workspace keeps and makes none of its own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from tieout.checks.finding import Finding
from tieout.ties.tie import Tie
from tieout.workspace.part import Part

T = TypeVar("T")

Status = Literal["breaks", "finding", "holds", "open", "unchecked"]
"""The worst that is known: arithmetic that does not come out, another finding, arithmetic that does come out, some that
nobody can tell, and nothing at all."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How some words of a document stand."""

    ties: tuple[Tie, ...]
    findings: tuple[Finding, ...]

    def count(self, verdict: str) -> int:
        """How many ties have a verdict."""
        return sum(tie.verdict == verdict for tie in self.ties)

    @property
    def status(self) -> Status:
        if self.count("breaks"):
            return "breaks"
        if any(finding.severity != "info" for finding in self.findings):
            return "finding"
        if self.count("holds"):
            return "holds"
        return "open" if self.ties else "unchecked"


class Standings:
    """The ties and findings of one document, by the words they speak of."""

    def __init__(self, part: Part) -> None:
        doc = part.document.path
        self._ties = _Places((m.start, m.end, tie) for tie in part.ties for m in tie.members if m.doc == doc)
        loud = [finding for finding in part.findings if finding.loud and finding.doc == doc]
        self._findings = _Places((finding.start, finding.end, finding) for finding in loud)

    def of(self, start: int, end: int) -> Standing:
        """What is known of any of the characters from `start` to `end`."""
        return Standing(self._ties.over(start, end), self._findings.over(start, end))


class _Places(Generic[T]):
    """Things by where they stand."""

    def __init__(self, places: Iterable[tuple[int, int, T]]) -> None:
        self._all: Sequence[tuple[int, int, T]] = sorted(places, key=lambda place: place[:2])
        self._starts = [start for start, _, _ in self._all]
        self._longest = max((end - start for start, end, _ in self._all), default=0)

    def over(self, start: int, end: int) -> tuple[T, ...]:
        """What shares a character with a stretch, each once, in text order."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        met = [thing for _, until, thing in self._all[first:last] if until > start]
        return tuple({id(thing): thing for thing in met}.values())
