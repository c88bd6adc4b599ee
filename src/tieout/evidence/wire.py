"""Figures on the wire: the JSON shape of docs/records.md, and the same as a row of a table."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from tieout.errors import shown
from tieout.evidence.figure import Figure

COLUMNS = (
    "doc",
    "start",
    "end",
    "text",
    "value",
    "high",
    "unit",
    "bound",
    "kind",
    "direction",
    "measure",
    "place",
    "period",
    "base_period",
    "authority",
    "in",
)
"""The columns of the table and CSV outputs, in order."""


def number(value: Fraction | None) -> int | float | None:
    """A JSON number for an exact value: an integer when it is whole. `value_text` keeps what was printed."""
    if value is None:
        return None
    return int(value) if value.denominator == 1 else float(value)


def figure_record(figure: Figure, *, quotes: bool = True) -> dict[str, Any]:
    """One figure as its JSON object. Without `quotes` the document's words are left out (null), places stay."""

    def said(words: str | None) -> str | None:
        return words if quotes else None

    return {
        "id": figure.id,
        "doc": figure.doc,
        "start": figure.start,
        "end": figure.end,
        "text": said(figure.text),
        "value": number(figure.value),
        "high": number(figure.high),
        "value_text": figure.value_text,
        "decimals": figure.decimals,
        "bound": figure.bound,
        "side": figure.side,
        "unit": figure.unit,
        "kind": figure.kind,
        "direction": figure.direction,
        "measure": said(figure.measure),
        "concept": figure.concept,
        "counting": figure.counting,
        "denominator": figure.denominator,
        "of": figure.of,
        "place": figure.place,
        "place_code": figure.place_code,
        "period": figure.period,
        "base_period": figure.base_period,
        "attribution": [
            {"name": said(a.name), "role": a.role, "start": a.start, "end": a.end, "hedge": a.hedge}
            for a in figure.attribution
        ],
        "authority": said(figure.authority),
        "anchors": {name: [list(span) for span in spans] for name, spans in figure.anchors.items()},
        "basis": dict(figure.basis),
        "in": figure.where,
        "cell": list(figure.cell) if figure.cell else None,
        "sentence_start": figure.sentence_start,
        "sentence_end": figure.sentence_end,
        "prefix": said(figure.prefix),
        "suffix": said(figure.suffix),
        "ocr": figure.ocr,
    }


def json_lines(figures: Iterable[Figure]) -> Iterable[str]:
    """One JSON object a line."""
    for figure in figures:
        yield json.dumps(figure_record(figure), ensure_ascii=False)


def row(figure: Figure) -> list[str]:
    """The cells of one figure for `COLUMNS`, white space in quotes folded."""
    record: Mapping[str, Any] = figure_record(figure)
    return ["" if record[c] is None else shown(" ".join(str(record[c]).split())) for c in COLUMNS]
