"""The Outcome of annotating a draft: the new file, what was written and what found no place. It writes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tieout.checks.finding import Finding
from tieout.report.words import Words

Reason = Literal["no_words", "too_many"]


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A finding that could not be written beside its words."""

    finding: Finding
    reason: Reason


@dataclass(frozen=True, slots=True)
class Outcome:
    """`data` are the bytes of the annotated file. Counts are of comments (DOCX) or of findings highlighted (PDF)."""

    data: bytes
    added: int = 0
    kept: int = 0
    """Written by an earlier run, still right."""
    removed: int = 0
    """Written by an earlier run, no longer so."""
    answered: int = 0
    """No longer so, but people have answered, so it stays."""
    pending: bool = False
    """Whether tracked changes wait for a decision."""
    signed: bool = False
    """Whether the draft bears a digital signature, which does not cover the copy."""
    unplaced: tuple[Unplaced, ...] = ()

    def lines(self, name: str, words: Words) -> Iterator[str]:
        """What happened, in lines for the user. `name` is that of the new file."""
        counts = {"added": self.added, "kept": self.kept, "removed": self.removed, "answered": self.answered}
        said = [words("annotate", key, count=count) for key, count in counts.items() if count or key == "added"]
        yield f"{name}: {', '.join(said)}"
        for remark, applies in (("pending", self.pending), ("signed", self.signed)):
            if applies:
                yield f"{name}: {words('annotate', remark)}"
        for unplaced in self.unplaced:
            finding = unplaced.finding
            what = f"{finding.severity} {finding.rule} {finding.name}"
            where = words("page", "characters", start=finding.start, end=finding.end)
            yield f"{name}: {what} ({where}): {words('annotate', unplaced.reason)}"
