"""An item of a reference file (BibTeX, RIS, CSL-JSON), field by field, made into a Draft."""

from __future__ import annotations

from dataclasses import dataclass

from tieout.language.edtf import is_date
from tieout.sources.citations.draft import Draft


@dataclass(frozen=True, slots=True)
class Entry:
    """What a file says of one item. Dates are as the file writes them."""

    kind: str | None
    authors: tuple[str, ...] = ()
    title: str | None = None
    date: str | None = None
    container: str | None = None
    pages: str | None = None
    url: str | None = None
    accessed: str | None = None


def draft_of(entry: Entry, start: int, end: int) -> Draft:
    """The draft of an entry that stands at [start:end] of its file."""
    printed = edtf(entry.date)
    return Draft(
        start,
        end,
        author="; ".join(entry.authors) or None,
        title=entry.title or None,
        date=printed,
        date_text=entry.date,
        pages=entry.pages or None,
        url=entry.url or None,
        says_url=bool(entry.url),
        accessed=edtf(entry.accessed),
        container=entry.container or None,
        journal=entry.kind == "article" and bool(entry.container),
        interview=entry.kind == "interview",
        stated_kind=entry.kind,
        person=any("," in author for author in entry.authors),
    )


def edtf(printed: str | None) -> str | None:
    """A date of a file (`2021`, `2021/05/03`, `2021-05-03`, `2021/05/03/`) as EDTF; None for what is none."""
    parts = [part for part in (printed or "").replace("/", "-").split("-") if part.strip().isdigit()][:3]
    if not parts or len(parts[0].strip()) != 4:
        return None
    date = "-".join([parts[0].strip(), *(f"{int(part):02d}" for part in parts[1:])])
    return date if is_date(date) else None
