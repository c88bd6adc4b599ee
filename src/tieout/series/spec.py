"""The Spec of a table: what its columns are, what a row counts, who counted, where, how, and what it covers.

A spec is read from a small TOML file beside the data (`spec_file`); here are only the records and what follows from
them. Nothing here opens the table itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Step = Literal["day", "month", "year"]
STEPS: tuple[Step, ...] = ("day", "month", "year")
WORLD = "001"
"""UN M49: what a table of many countries is about."""
RowsAre = Literal["count", "event", "stock", "value"]
"""`event`: a row is one; `count`: a row says how many happened; `stock`: how many there were (adds up over places, not
over time); `value`: a rate or another figure that does not add up."""
NoRow = Literal["zero", "unknown"]
"""What it means that a place and date inside the coverage have no row."""
PlaceOf = Literal["fact", "residence", "report", "unknown"]
"""Where a row is counted: where it happened, where the person lived, where it was reported."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of the table's columns. Either `date`, or `year` with or without `month`."""

    date: str | None = None
    date_format: str | None = None
    """As DuckDB's strptime; ISO 8601 when not given."""
    year: str | None = None
    month: str | None = None
    place: str | None = None
    measure: str | None = None
    """The column that says which measure a row is of; without it the table has one."""
    value: str | None = None
    """The column with the number; without it every row is one event."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that a table counts. `concept` and `counting` are the ids that figures in texts carry."""

    key: str
    """As the table writes it."""
    concept: str
    counting: str | None = None
    unit: str = "count"
    """`count`, `percent`, `per_100000` or an ISO 4217 code."""
    labels: Mapping[str, str] = field(default_factory=dict)
    definition: str = ""

    def label(self, language: str) -> str:
        """What to call it in a sentence."""
        return self.labels.get(language) or self.labels.get("en") or self.key


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch that the table does not cover though it lies inside its coverage; `place` None means everywhere."""

    start: date
    end: date
    place: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """First and last day that the table speaks of, both included, with its gaps."""

    start: date
    end: date
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class Places:
    """How the table names places."""

    country: str
    """ISO 3166-1 alpha-2; WORLD for a table of countries."""
    of: PlaceOf = "unknown"
    total: bool = True
    """Whether the places together make the country."""
    unplaced: bool = False
    """Whether rows without a place belong to the country's total."""
    names: Mapping[str, str] = field(default_factory=dict)
    """The table's names to codes; a name that stands here for nothing else is taken as a code."""
    without: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Codes that mean less than usual: `PE-LIM` without `PE-LMA`, which has rows of its own."""
    within: Mapping[str, str] = field(default_factory=dict)
    """Codes whose rows are a part of another code's rows, and are not added to the total."""


@dataclass(frozen=True, slots=True)
class Spec:
    """A table: `id` names the series, `vintage` this release of it."""

    id: str
    title: str
    authority: str
    vintage: str
    columns: Columns
    places: Places
    measures: Mapping[str, Measure]
    coverage: Coverage
    step: Step
    rows_are: RowsAre = "count"
    no_row: NoRow = "unknown"
    parts: bool = False
    """Whether rows of one place, date and measure are parts that add up (a finer class is left out)."""
    aliases: tuple[str, ...] = ()
    """Other names of the authority, as texts write them."""
    licence: str = ""
    source: str = ""
    url: str = ""
    retrieved: date | None = None

    @property
    def name(self) -> str:
        """`series@vintage`."""
        return f"{self.id}@{self.vintage}"

    def names_authority(self, text: str) -> bool:
        """Whether a text's name for an authority is this one's, without regard to case."""
        low = text.casefold()
        return any(name.casefold() in low or low in name.casefold() for name in (self.authority, *self.aliases))
