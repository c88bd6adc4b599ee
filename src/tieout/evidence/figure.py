"""The Figure record: one reported number with what it counts, where, when and who says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

Bound = Literal["exact", "about", "at_least", "at_most", "more_than", "less_than"]
Side = Literal["below", "above"]
Kind = Literal["level", "change", "share", "rate", "rank", "score", "money", "duration", "age", "threshold", "other"]
Direction = Literal["increase", "decrease"]
Role = Literal["counted", "defined", "said", "published", "relayed"]
Basis = Literal["printed", "heading", "table", "document", "inferred"]
Where = Literal["body", "note", "table", "caption", "title"]
Anchor = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who the text says stands behind a figure. `start`, `end` are the name's own words in the document."""

    name: str
    role: Role
    start: int
    end: int
    hedge: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A reported number. `document.text[start:end]` is `text`; every offset is one of the document.

    `value` and `high` are exact (`Fraction`); None for vague numbers (`thousands`). The field names and their meaning
    are those of the wire format, see docs/records.md.
    """

    id: str
    doc: str
    start: int
    end: int
    text: str
    value: Fraction | None
    value_text: str
    bound: Bound
    unit: str
    kind: Kind
    high: Fraction | None = None
    decimals: int = 0
    side: Side | None = None
    direction: Direction | None = None
    measure: str | None = None
    concept: str | None = None
    counting: str | None = None
    denominator: str | None = None
    of: int | None = None
    place: str | None = None
    place_code: str | None = None
    period: str | None = None
    base_period: str | None = None
    attribution: tuple[Attribution, ...] = ()
    authority: str | None = None
    anchors: Mapping[str, tuple[Anchor, ...]] = field(default_factory=dict)
    basis: Mapping[str, Basis] = field(default_factory=dict)
    where: Where = "body"
    """`in` on the wire."""
    cell: tuple[int, int, int] | None = None
    """(table, row, column), counted from 0, for a figure in a table."""
    sentence_start: int = 0
    sentence_end: int = 0
    prefix: str = ""
    suffix: str = ""
    ocr: bool = False
    """Whether a program recognised it in a picture (OCR): it may be misread."""

    def __repr__(self) -> str:
        return f"<Figure {self.text!r} {self.kind} {self.measure or ''} {self.place or ''} {self.period or ''}>"
