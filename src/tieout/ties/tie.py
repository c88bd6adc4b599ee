"""The Tie record: some figures that must relate in one way, and whether they do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tieout.evidence.figure import Figure

Verdict = Literal["holds", "breaks", "open"]
TieKind = Literal[
    "change", "multiple", "share", "total", "mean", "rate", "per_time", "conversion", "rank", "percent_of_count",
    "same", "range", "duration", "order", "data",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Member:
    """One end of a tie: a figure, or words that are none (a date, `majority`). Offsets are the document's."""

    doc: str
    start: int
    end: int
    text: str
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class TieSource:
    """The official table that a tie of kind `data` was computed from; `notes` are what a reader must know beside it."""

    series: str
    vintage: str
    authority: str
    query: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """`stated` says what the text claims, `computed` the arithmetic with its result, both in one plain line.

    The first member is the claim: the figure (or words) that the others recompute. `reason` is a fixed code
    (`soft_only`, `other_period`, `other_authority`, `no_base`, …), always set when the verdict is `open`.
    """

    id: str
    kind: TieKind
    verdict: Verdict
    members: tuple[Member, ...]
    stated: str
    computed: str
    reason: str | None = None
    source: TieSource | None = None
    """Only for ties to an official table."""
