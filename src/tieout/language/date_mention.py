"""A DateMention: a date or calendar period as it stands in a line, before anybody says what it dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DateKind = Literal["day", "month", "year", "decade", "season", "span", "list", "partial", "relative"]
Lead = Literal["at", "of", "since", "from", "as_of", "until", "compared", "before", "after"]

UNKNOWN_YEAR = "XXXX"


@dataclass(frozen=True, slots=True)
class Relation:
    """What a relative date leans on: the text before it or the document's own date, moved by `shift` units."""

    anchor: Literal["text", "document"]
    unit: str
    """`year`, `month`, `day`, `period`, `year_so_far` or `year_end`."""
    shift: int = 0
    year: int | None = None
    """For `the same period in 2024`: that year."""
    month: int | None = None
    """For `the same period of March 2020`: that month of the year."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or calendar period as printed: `text[start:end]`, prepositions left out."""

    start: int
    end: int
    kind: DateKind
    edtf: str | None = None
    """None for partial, relative, ambiguous and impossible dates."""
    valid: bool = True
    """False for a day or month that no calendar has."""
    template: str | None = None
    """For partial dates: EDTF with `XXXX` for the year, such as `XXXX-01/XXXX-03`."""
    relation: Relation | None = None
    readings: tuple[str, ...] = ()
    """For `7/8/2025` in English: both days it may be."""
    parts: tuple[str, ...] = ()
    """The members of a list (`2020 and 2021`)."""
    lead: Lead | None = None
    """What the preposition before makes of it."""
    lead_start: int = -1
    """Where that preposition begins; `start` when there is none."""
    ranged: bool = False
    """Whether it names its two ends (`from 2018 to 2024`), so that a change can run from one to the other."""
