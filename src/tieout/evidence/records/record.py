"""What every record has: who it is, where it stands, and the words around it. It knows no kind of record."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypedDict, TypeVar

from tieout.reading.document import Document

_AFFIX = 32
"""Characters of prefix and suffix kept with a record, as with a figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A quote of a document: `document.text[start:end]` is `text`."""

    id: str = ""
    doc: str
    start: int
    end: int
    text: str
    prefix: str = ""
    suffix: str = ""

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.text!r}>"


R = TypeVar("R", bound=Record)


class Quote(TypedDict):
    """The fields of a record that follow from its place alone."""

    doc: str
    start: int
    end: int
    text: str
    prefix: str
    suffix: str


def quoted(document: Document, start: int, end: int) -> Quote:
    """The fields that say where a record stands in a document."""
    text = document.text
    return {
        "doc": document.path,
        "start": start,
        "end": end,
        "text": text[start:end],
        "prefix": text[max(0, start - _AFFIX) : start],
        "suffix": text[end : end + _AFFIX],
    }


def identified(records: Iterable[R], document: Document) -> list[R]:
    """The records in text order, each with its identity: content hash, normalised quote, kind, which occurrence."""
    return list(_identified(sorted(records, key=lambda r: (r.start, r.end)), document))


def _identified(records: Iterable[R], document: Document) -> Iterator[R]:
    seen: Counter[str] = Counter()
    for record in records:
        quote = " ".join(record.text.split()).lower()
        seen[quote] += 1
        key = f"{document.sha256}\n{quote}\n{type(record).__name__} {seen[quote]}"
        yield replace(record, id=hashlib.sha256(key.encode()).hexdigest()[:10])
