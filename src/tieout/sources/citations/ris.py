"""Reads RIS files: lines of `TAG  - value`, an item from `TY` to `ER`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from tieout.sources.citations.draft import Draft
from tieout.sources.citations.fields import Entry, draft_of

_LINE = re.compile(r"^\ufeff?([A-Z][A-Z0-9])  ?-(?: (.*))?$", re.MULTILINE)
_TYPES = {
    "JOUR": "article",
    "NEWS": "news",
    "MGZN": "news",
    "BOOK": "book",
    "CHAP": "book",
    "RPRT": "report",
    "ELEC": "webpage",
    "DATA": "statistic",
    "STAT": "law",
    "PCOMM": "interview",
    "VIDEO": "film",
}


def read(text: str) -> Iterator[Draft]:
    """The items of a file, in order; one without its end mark ends where the next begins."""
    values: dict[str, list[str]] = defaultdict(list)
    start = end = 0
    for line in _LINE.finditer(text):
        tag, value = line[1], (line[2] or "").strip()
        if tag in ("TY", "ER") and values:
            yield draft_of(_entry(values), start, line.end() if tag == "ER" else end)
            values = defaultdict(list)
        if tag == "TY":
            start = line.start()
        if tag != "ER" and value:
            values[tag].append(value)
        end = line.end()
    if values:
        yield draft_of(_entry(values), start, end)


def _entry(values: dict[str, list[str]]) -> Entry:
    def first(*tags: str) -> str | None:
        return next((values[tag][0] for tag in tags if values.get(tag)), None)

    pages = "-".join(page for page in (first("SP"), first("EP")) if page)
    return Entry(
        kind=_TYPES.get(first("TY") or ""),
        authors=tuple(values.get("AU") or values.get("A1") or values.get("A2") or ()),
        title=first("TI", "T1", "CT"),
        date=first("DA", "PY", "Y1"),
        container=first("JO", "JF", "T2", "PB"),
        pages=pages or None,
        url=first("UR", "L1") or (f"https://doi.org/{first('DO')}" if first("DO") else None),
        accessed=first("Y2"),
    )
