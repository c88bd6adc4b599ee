"""Reads CSL-JSON files, as citation processors and reference managers write them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tieout.sources.citations.draft import Draft
from tieout.sources.citations.fields import Entry, draft_of

_TYPES = {
    "report": "report",
    "article-newspaper": "news",
    "article-magazine": "news",
    "post-weblog": "webpage",
    "webpage": "webpage",
    "dataset": "statistic",
    "legislation": "law",
    "bill": "law",
    "book": "book",
    "chapter": "book",
    "thesis": "book",
    "article-journal": "article",
    "interview": "interview",
    "motion_picture": "film",
}


def read(text: str) -> Iterator[Draft]:
    """The items of a file, in order. ValueError when it is no list of items."""
    data = json.loads(text)
    rows = data.get("items") if isinstance(data, dict) else data
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ValueError("it is no list of CSL items")
    at = 0
    for row in rows:
        # The file is one object: an item's words are found by its id, so that a record can point at them.
        name = json.dumps(str(row.get("id", "")), ensure_ascii=False)
        found = text.find(name, at)
        start = found if found >= 0 else at
        at = start + (len(name) if found >= 0 else 0)
        yield draft_of(_entry(row), start, at)


def _entry(row: dict[str, Any]) -> Entry:
    authors = row.get("author") or []
    return Entry(
        kind=_TYPES.get(str(row.get("type", ""))),
        authors=tuple(name for author in authors if isinstance(author, dict) and (name := _name(author))),
        title=_text(row.get("title")),
        date=_date(row.get("issued")),
        container=_text(row.get("container-title")) or _text(row.get("publisher")),
        pages=_text(row.get("page")),
        url=_text(row.get("URL")) or (f"https://doi.org/{row['DOI']}" if row.get("DOI") else None),
        accessed=_date(row.get("accessed")),
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _name(author: dict[str, Any]) -> str:
    if author.get("literal"):
        return str(author["literal"])
    return ", ".join(str(author[part]) for part in ("family", "given") if author.get(part))


def _date(value: object) -> str | None:
    if not isinstance(value, dict):
        return None
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        return "-".join(
            f"{int(p):04d}" if i == 0 else f"{int(p):02d}" for i, p in enumerate(parts[0]) if str(p).isdigit()
        )
    raw = value.get("raw") or value.get("literal")
    return raw if isinstance(raw, str) else None
