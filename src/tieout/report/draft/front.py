"""The Front of a report: what its first page says, and what its files say of themselves."""

from __future__ import annotations

from dataclasses import dataclass

from tieout.report.draft.dates import said
from tieout.report.draft.filling import Filling


@dataclass(frozen=True, slots=True)
class Front:
    """Title and what stands under it."""

    title: str
    subtitle: str
    author: str
    date: str | None
    """EDTF."""
    language: str
    under: tuple[str, ...]
    """Author, date and reference period, as printed."""
    contents: str
    """The name of the list of contents; empty when the draft wants none."""
    numbered: bool


def front_of(filling: Filling) -> Front:
    """The front of the draft, from its front matter."""
    draft, w = filling.draft, filling.words
    values, language = draft.values, filling.language
    date = draft.reading.document.date
    period = values.get("period") or filling.workspace.scope.period
    lines = [
        values.get("author", ""),
        said(date, language) if date else "",
        f"{w('part', 'period')}: {said(period, language)}" if period else "",
    ]
    return Front(
        draft.title,
        values.get("subtitle", ""),
        values.get("author", ""),
        date,
        language,
        tuple(line for line in lines if line),
        "" if values.get("contents", "").lower() in ("no", "false") else w("part", "contents"),
        values.get("numbering", "").lower() not in ("no", "false"),
    )
