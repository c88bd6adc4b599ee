"""A Mention: a number as it stands in a passage, before its context (measure, place, period, authority) is read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from tieout.evidence.figure import Bound, Direction, Kind, Side


@dataclass(frozen=True, slots=True)
class Mention:
    """Offsets are those of the passage's view: `start`, `end` the figure's span, `number_…` the bare numeral."""

    start: int
    end: int
    number_start: int
    number_end: int
    value: Fraction | None
    value_text: str
    bound: Bound = "exact"
    unit: str = "count"
    kind: Kind = "level"
    high: Fraction | None = None
    decimals: int = 0
    side: Side | None = None
    direction: Direction | None = None
    denominator: str | None = None
    of: int | None = None
    verb: tuple[int, int] | None = None
    """Where the word of change stands (`increased`, `una reducción`), for changes."""

    def with_(self, **changes: object) -> Mention:
        """A copy with some fields changed."""
        return replace(self, **changes)  # type: ignore[arg-type]
