"""Shares of citations per publisher, kind, language and age, for the whole document and by chapter.

A citation counts once each time a note cites it; `see also` counts too. Age is in years before the document's date.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tieout.language.edtf import bounds, is_date
from tieout.reading.document import Document
from tieout.reading.view import view_of
from tieout.sources.citation import Citation
from tieout.sources.read import SourcesOf
from tieout.sources.source import Source

UNKNOWN = "unknown"
_DAYS = 365.25
_AGES = ((1, "under 1 year"), (3, "1 to 3 years"), (5, "3 to 5 years"), (10, "5 to 10 years"))
_OLDER = "10 years and more"
_UNDATED = "undated"
AGES = (*(name for _, name in _AGES), _OLDER, _UNDATED)


@dataclass(frozen=True, slots=True)
class Shares:
    """Counts of citations in one chapter, or in all of a document (`chapter` None)."""

    chapter: str | None
    total: int
    publishers: Mapping[str, int]
    kinds: Mapping[str, int]
    languages: Mapping[str, int]
    ages: Mapping[str, int]


def shares(document: Document | None, found: SourcesOf) -> list[Shares]:
    """The shares of the whole document first, then of each chapter that cites something.

    Without a document (a file of references) or notes, of the items of the bibliography.
    """
    by_key = {source.key: source for source in found.sources}
    cited = found.citations or found.bibliography
    newest = document.date if document and document.date and is_date(document.date) else _newest(cited)
    chapters = _chapters(document) if document else []
    starts = [start for start, _ in chapters]
    parts: dict[str, list[Citation]] = {}
    for note in found.notes:
        at = note.mark_start if note.mark_start is not None else note.start
        index = bisect_right(starts, at) - 1 if at is not None else -1
        name = chapters[index][1] if index >= 0 else ""
        parts.setdefault(name, []).extend(note.citations)
    out = [_shares(None, cited, by_key, newest)] if cited else []
    return out + [_shares(name or None, group, by_key, newest) for name, group in parts.items() if group and name]


def _chapters(document: Document) -> list[tuple[int, str]]:
    """Start and words of each chapter: headings of the highest level that the document uses more than once."""
    headings = [block for block in document.blocks if block.kind == "heading"]
    counts = Counter(block.level for block in headings)
    level = next((lv for lv in sorted(counts) if counts[lv] > 1), None)
    return [(b.start, view_of(document, b).text) for b in headings if b.level == level] if level is not None else []


def _newest(citations: Iterable[Citation]) -> str | None:
    """The date of the newest citation: what stands in for a document's date that is not known."""
    dates = [c.date for c in citations if c.date and is_date(c.date)]
    return max(dates, key=lambda d: (bounds(d)[1] is not None, bounds(d)[1]), default=None)


def _shares(
    chapter: str | None, citations: Sequence[Citation], by_key: Mapping[str, Source], newest: str | None
) -> Shares:
    cited = [(c, by_key.get(c.source)) for c in citations]
    return Shares(
        chapter,
        len(cited),
        _counted(s.publisher or UNKNOWN if s else UNKNOWN for _, s in cited),
        _counted(s.kind if s else UNKNOWN for _, s in cited),
        _counted((s.language if s else None) or UNKNOWN for _, s in cited),
        _counted(_age(c.date, newest) for c, _ in cited),
    )


def _counted(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0])))


def _age(date: str | None, newest: str | None) -> str:
    if date is None or newest is None or not is_date(date):
        return _UNDATED
    last, now = bounds(date)[1], bounds(newest)[1]
    if last is None or now is None:
        return _UNDATED
    years = (now - last).days / _DAYS
    return next((name for limit, name in _AGES if years < limit), _OLDER)
