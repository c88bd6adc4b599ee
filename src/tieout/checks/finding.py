"""The Finding record: what a rule has to say about some words of a document, and what people said of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")

Standing = Literal["silenced", "known", "accepted", "dismissed", "later"]
STANDINGS: tuple[Standing, ...] = ("silenced", "known", "accepted", "dismissed", "later")
QUIET: frozenset[Standing] = frozenset({"silenced", "known", "dismissed"})
"""What is marked so never makes a check fail."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that prove a finding, with their place in a document."""

    doc: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """What people made of a finding: silenced in the draft, known from a baseline, or decided in a review."""

    standing: Standing
    reason: str | None = None
    who: str | None = None
    at: str | None = None
    """When it was decided, as written down then."""


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
    stamps: tuple[Stamp, ...] = ()

    @property
    def silenced(self) -> bool:
        """Silenced findings are counted and kept in records, not shown among the others."""
        return any(stamp.standing == "silenced" for stamp in self.stamps)

    @property
    def loud(self) -> bool:
        """True when it may make a check fail: nobody silenced or dismissed it, and no baseline knows it."""
        return not any(stamp.standing in QUIET for stamp in self.stamps)

    def wording(self, *, quotes: bool) -> str:
        """The message; without quotes the arithmetic alone, because messages name the text's own words."""
        return self.message if quotes else self.computed or f"tieout explain {self.rule}"
