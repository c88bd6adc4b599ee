"""The notes, citations and sources of a document: the one door through which other layers come in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tieout.language.edtf import is_date
from tieout.reading.document import Document, Loss
from tieout.reading.view import View, silences_of, view_of
from tieout.sources.bibliography import bibliography_blocks, is_author_line
from tieout.sources.citation import Citation
from tieout.sources.citations.cite import cite
from tieout.sources.citations.draft import Draft
from tieout.sources.interview import with_terms
from tieout.sources.kind import kind_of
from tieout.sources.lines import Links, line_of
from tieout.sources.listed import Wordy, give_links
from tieout.sources.note import Note, Place
from tieout.sources.owner import owner_of
from tieout.sources.pairing import Pair, pairs_of
from tieout.sources.publisher import PublisherTable, shipped
from tieout.sources.reference import NoteDrafts, resolve
from tieout.sources.register import Cited, register, with_key
from tieout.sources.source import Source
from tieout.sources.support import Stretch, stretches_of
from tieout.sources.withheld import Withheld, withheld_in

_URL_WORD = re.compile(r"(?<!\w)url(?!\w)", re.IGNORECASE)
_LEAD_IN = re.compile(r"\A[\s;.,]*(?:[Ss]ee(?: also)?:?\s)?")
_DAY_IN_LINK = re.compile(r"(?<!\d)(20\d\d|19\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?!\d)")


@dataclass(frozen=True, slots=True)
class SourcesOf:
    """What a document cites. `losses` are gaps: notes whose text is lost, links that cannot be told."""

    notes: Sequence[Note]
    """In order of their marks."""
    citations: Sequence[Citation]
    """Of all notes, in order."""
    sources: Sequence[Source]
    """The register, most cited first."""
    losses: Sequence[Loss]
    bibliography: Sequence[Citation] = ()
    """The items of the document's own list of sources."""
    withheld: Sequence[Withheld] = ()
    """Where it says that it protects somebody who spoke."""


@dataclass(slots=True)
class _Read:
    """A note while it is read."""

    pair: Pair
    view: View | None
    drafts: list[Draft]


def sources_of(document: Document, publishers: PublisherTable | None = None) -> SourcesOf:
    """The notes of a document with their marks, what each cites, and the register of the sources cited.

    `publishers`: a table in place of the shipped one (see `publisher.extended`).
    """
    table = publishers or shipped()
    silences, links = silences_of(document), Links(document)
    read = []
    for pair in pairs_of(document):
        view = view_of(document, pair.body, silences) if pair.body else None
        drafts = cite(line_of(view, pair.body, links), table) if view is not None and pair.body else []
        read.append(_Read(pair, view, drafts))
    losses = [loss for loss in document.losses if loss.kind in ("note_body", "note_mark")]
    wordy = [
        Wordy(r.pair.body, r.pair.label, r.drafts, len(_URL_WORD.findall(r.view.text)))
        for r in sorted(read, key=lambda r: r.pair.body.start if r.pair.body else 0)
        if r.pair.body and r.view is not None
    ]
    losses += [loss for r in read if (loss := _cut(r, table)) is not None]
    losses += give_links(document, wordy, links, table)
    resolve(NoteDrafts(r.pair.label, r.drafts, r.view is None) for r in read)
    ids = _ids([r.pair.label for r in read])
    listed = _bibliography(document, table, links)
    return _assembled(document, read, ids, listed, losses, table)


def _cut(r: _Read, table: PublisherTable) -> Loss | None:
    """A note that breaks off in the middle of a citation: behind its last one stands a known author with a title."""
    if r.view is None or not r.drafts or r.pair.body is None:
        return None
    rest = _LEAD_IN.sub("", r.view.text[r.drafts[-1].end :]).strip(" ;.,")
    author, comma, title = rest.partition(",")
    if not comma or not title.strip() or r.view.text.rstrip().endswith(".") or table.named(author) is None:
        return None
    message = f"note {r.pair.label}: its text breaks off in the middle of a citation; lost in extraction"
    return Loss("note_cut", message, r.pair.body.start, r.pair.body.end)


def _assembled(
    document: Document,
    read: Sequence[_Read],
    ids: Sequence[str],
    listed: Sequence[tuple[View, Draft]],
    losses: Sequence[Loss],
    table: PublisherTable,
) -> SourcesOf:
    cited: list[Cited] = []
    for r, id in zip(read, ids, strict=True):
        cited += [_cited(r.view, draft, id, table) for draft in r.drafts if r.view is not None]
    in_notes = len(cited)
    cited += [_cited(view, draft, None, table) for view, draft in listed]
    sources, keys = register(cited, table)
    citations = [with_key(one.citation, key) for one, key in zip(cited, keys, strict=True)]
    stretches = stretches_of(document)
    notes, at = [], 0
    for r, id in zip(read, ids, strict=True):
        notes.append(_note(r, id, tuple(citations[at : at + len(r.drafts)]), stretches))
        at += len(r.drafts)
    told = with_terms(document, sources, notes)
    return SourcesOf(notes, citations[:in_notes], told, losses, citations[in_notes:], withheld_in(document))


def _note(r: _Read, id: str, citations: tuple[Citation, ...], stretches: dict[int, Stretch]) -> Note:
    places = [Place(m.start, m.end, *stretches.get(m.start, (m.start, m.start))) for m in r.pair.marks]
    first = places[0] if places else None
    body = r.pair.body
    return Note(
        id=id,
        number=r.pair.label,
        mark_start=first.start if first else None,
        mark_end=first.end if first else None,
        start=body.start if body else None,
        end=body.end if body else None,
        text=r.view.text if r.view else None,
        lost=body is None,
        citations=citations,
        supports_start=first.supports_start if first else None,
        supports_end=first.supports_end if first else None,
        again=tuple(places[1:]),
        pieces=body.pieces if body else (),
    )


def _cited(view: View | None, draft: Draft, note: str | None, table: PublisherTable) -> Cited:
    owner = owner_of(draft, table)
    text = view.text[draft.start : draft.end] if view else ""
    start, end = view.span(draft.start, draft.end) if view and draft.start < draft.end else (0, 0)
    date = _date_place(view, draft)
    citation = Citation(
        author=draft.author,
        title=draft.title,
        date=draft.date,
        url=draft.url,
        pages=draft.pages,
        kind=kind_of(draft, owner),
        see_also=draft.see_also,
        publisher=owner.key if owner else None,
        start=start,
        end=end,
        date_text=draft.date_text,
        says_url=draft.says_url,
        translation=draft.translation,
        accessed=draft.accessed,
        cited_in=draft.cited_in,
        refers=draft.back is not None,
        date_start=date[0] if date else None,
        date_end=date[1] if date else None,
        date_inferred=None if draft.date else _day_in(draft.url),
    )
    return Cited(citation, owner, note, text)


def _date_place(view: View | None, draft: Draft) -> tuple[int, int] | None:
    """Where the date is printed, in the document."""
    if view is None or draft.date_start is None or not draft.date_text:
        return None
    return view.span(draft.date_start, min(draft.date_start + len(draft.date_text), len(view.text)))


def _day_in(url: str | None) -> str | None:
    """The day that an address holds (`/2023/06/23/`)."""
    found = _DAY_IN_LINK.search(url) if url else None
    if found is None:
        return None
    day = f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}"
    return day if is_date(day) else None


def _ids(labels: Sequence[str]) -> list[str]:
    """The ids of notes: their numbers, a number used again with its ordinal behind it."""
    counts: Counter[str] = Counter()
    out = []
    for label in labels:
        counts[label] += 1
        out.append(label if counts[label] == 1 else f"{label}-{counts[label]}")
    return out


def _bibliography(document: Document, table: PublisherTable, links: Links) -> list[tuple[View, Draft]]:
    """The drafts of the items of the document's own list of sources."""
    found: list[tuple[View, Draft]] = []
    silences = silences_of(document)
    author: str | None = None
    for block in bibliography_blocks(document):
        view = view_of(document, block, silences)
        if is_author_line(view.text, table):
            author = view.text.rstrip(" ,:")
        elif block.kind != "heading":
            found += [(view, _by(author, draft)) for draft in cite(line_of(view, block, links), table)[:1]]
    return found


def _by(author: str | None, draft: Draft) -> Draft:
    """An item under its author's name: what was read as author and title is its title."""
    if author is not None and draft.author != author:
        draft.title = ", ".join(part for part in (draft.author, draft.title) if part)
        draft.author = author
    return draft
