"""Sources as a table for the terminal, with what was lost and the shares below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tieout.evidence.table import table_text
from tieout.sources.exports.shares import Shares
from tieout.sources.read import SourcesOf

_TOP = 8


def text(found: SourcesOf, parts: Sequence[Shares]) -> str:
    """The register, one line a source; then shares and losses."""
    rows = [["cited", "publisher", "kind", "date", "title", "url"]]
    rows += [
        [str(s.times_cited), s.publisher or "", s.kind, s.date or "n.d.", s.title or "", s.url or ""]
        for s in found.sources
    ]
    return table_text(rows) + "\n" + "".join(f"{line}\n" for line in _summary(found, parts))


def _summary(found: SourcesOf, parts: Sequence[Shares]) -> Iterator[str]:
    lost = sum(note.lost for note in found.notes)
    cited = f"{len(found.citations)} citations of {len(found.sources)} sources"
    yield f"{len(found.notes)} notes, {lost} of them lost; {cited}"
    for part in parts:
        yield ""
        yield f"{part.chapter or 'Whole document'}: {part.total} citations"
        for name, counts in (
            ("publisher", part.publishers),
            ("kind", part.kinds),
            ("language", part.languages),
            ("age", part.ages),
        ):
            top = ", ".join(f"{who} {100 * n / part.total:.0f}%" for who, n in list(counts.items())[:_TOP])
            more = f" and {len(counts) - _TOP} more" if len(counts) > _TOP else ""
            if counts:
                yield f"  {name}: {top}{more}"
    if found.losses:
        yield ""
        yield "Not read:"
        yield from (f"  {loss.message}" for loss in found.losses)
