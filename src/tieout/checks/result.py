"""The Result of a run: findings, ties, and what was not checked."""

from __future__ import annotations

from dataclasses import dataclass

from tieout.checks.finding import SEVERITIES, Finding
from tieout.ties.tie import Tie


@dataclass(frozen=True, slots=True)
class NotChecked:
    """A rule that did not run (or a family of them that left something out) and why, in one line."""

    rule: str
    name: str
    reason: str

    @property
    def code(self) -> str | None:
        """The code of a rule; None for what concerns the ties, or several rules, whose reason says it all."""
        return self.rule if any(sign.isdigit() for sign in self.rule) else None


@dataclass(frozen=True, slots=True)
class Result:
    """Findings with the surest first; ties in text order of each document."""

    findings: tuple[Finding, ...]
    ties: tuple[Tie, ...]
    not_checked: tuple[NotChecked, ...]
    silenced: tuple[Finding, ...] = ()
    """Findings that the draft or the settings silence, each with its stamp. They are counted, not shown."""
    healed: int | None = None
    """How many findings of the baseline are not there any more; None when no baseline was given."""

    def count(self, severity: str) -> int:
        """How many findings of one severity."""
        return sum(finding.severity == severity for finding in self.findings)

    def verdicts(self) -> dict[str, int]:
        """How many ties hold, break and stay open."""
        return {verdict: sum(t.verdict == verdict for t in self.ties) for verdict in ("holds", "breaks", "open")}


def weight(finding: Finding) -> tuple[int, str, int, str]:
    """Sorts the surest first: by severity, then by place."""
    return SEVERITIES.index(finding.severity), finding.doc, finding.start, finding.rule
