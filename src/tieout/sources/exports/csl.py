"""Sources as CSL-JSON, the records that citation processors and reference managers read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tieout.language.edtf import bounds, ends, is_date
from tieout.sources.source import Source

_TYPES = {
    "report": "report",
    "news": "article-newspaper",
    "webpage": "webpage",
    "statistic": "dataset",
    "law": "legislation",
    "book": "book",
    "article": "article-journal",
    "interview": "interview",
    "film": "motion_picture",
    "other": "document",
}


def items(sources: Sequence[Source]) -> list[dict[str, Any]]:
    """One CSL item for each source, in their order; fields that nothing states are left out."""
    return [_item(source) for source in sources]


def _item(source: Source) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": source.key,
        "type": _TYPES[source.item],
        "title": source.title,
        "author": [_name(source.author)] if source.author else None,
        "issued": issued(source.date),
        "publisher": source.publisher if source.publisher != source.author else None,
        "URL": source.url,
        "language": source.language,
    }
    return {name: value for name, value in item.items() if value is not None}


def _name(author: str) -> dict[str, str]:
    """Names are literal: `Peru, INEI` is no family name with a given one, and as printed is what a reader looks for."""
    return {"literal": author}


def issued(edtf: str | None) -> dict[str, Any] | None:
    """An EDTF date or interval as CSL date parts; None for none and for open intervals."""
    if edtf is None or not is_date(edtf) or None in bounds(edtf):
        return None
    low, high = ends(edtf)
    parts = [[int(part) for part in end.split("-")] for end in ((low,) if low == high else (low, high))]
    return {"date-parts": parts}
