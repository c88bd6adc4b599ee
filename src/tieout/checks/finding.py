"""The Finding record: what a rule has to say about some words of a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that prove a finding, with their place in a document."""

    doc: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """`document.text[start:end]` is `text`, the words that are wrong; `message` shows the arithmetic in one line."""

    id: str
    rule: str
    name: str
    severity: Severity
    message: str
    doc: str
    start: int
    end: int
    text: str
    evidence: tuple[Evidence, ...] = ()
    computed: str | None = None

    def wording(self, *, quotes: bool) -> str:
        """The message; without quotes the arithmetic alone, because messages name the text's own words."""
        return self.message if quotes else self.computed or f"tieout explain {self.rule}"
