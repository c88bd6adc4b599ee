"""One Document as HTML: its text in reading order, set in paragraphs, lists, tables and notes, with marks in place.

The text is shown exactly as the document has it; it comes from strangers and is escaped. Knows nothing of panels,
summaries or filters. Element ids: `w` the words of a finding, `b` its badge, `r` words a tie or finding refers to,
`g` a figure, `c` a sentence held against the library, `k` its badge; each followed by its number on the page.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from tieout.checks.finding import Finding
from tieout.evidence.figure import Figure
from tieout.reading.document import Block, Document, Piece, Span
from tieout.report import wraps
from tieout.report.addresses import followable
from tieout.report.marking import Layer, Mark, Run, marked, shown
from tieout.report.words import Words
from tieout.report.wraps import Reference
from tieout.sources.claims.claim import Claim
from tieout.sources.note import Note

_OWN_BULLET = re.compile(r"\s*(?:[-–—•*·▪◦‣o]\s|\(?\w{1,4}[.)])")
_WORDLIKE = re.compile(r"\w")
_RUNNING = frozenset({"title", "heading", "paragraph", "list_item", "caption", "cell"})


@dataclass(frozen=True, slots=True)
class Article:
    """The HTML of a document and the ids of the marks that found a place in it."""

    html: Markup
    placed: frozenset[str]
    marks: Mapping[int, str]
    """Ids of the marks of notes, by where the marks stand."""
    bodies: Mapping[int, str]
    """Ids of the texts of notes, by where those stand."""


def article_of(
    document: Document,
    ordinal: int,
    findings: Sequence[tuple[int, Finding]],
    references: Sequence[Reference],
    figures: Sequence[tuple[int, Figure]],
    words: Words,
    notes: Sequence[tuple[int, Note]] = (),
    claims: Sequence[tuple[int, Claim]] = (),
) -> Article:
    """Set one document. `ordinal` counts documents from 1; all records come with their numbers on the page. A mark
    leads to its note in `notes`, to the text of the note where there is none."""
    setter = Setter(document, ordinal, words, notes)
    placed: set[str] = set()

    def drawn(prefix: str, marks: Iterable[Mark]) -> list[Mark]:
        seen = shown(marks, setter.shown_pieces)
        placed.update(f"{prefix}{mark.key}" for mark in seen)
        return seen

    numbered_findings = dict(findings)
    numbered_references = {reference.number: reference for reference in references}
    numbered_figures = dict(figures)
    numbered_claims = dict(claims)
    setter.layers = [
        Layer.of(
            drawn("c", (Mark(c.start, c.end, n) for n, c in claims)),
            lambda run, inner: wraps.claim(run, inner, numbered_claims, words),
        ),
        Layer.of(shown(_supports(document, notes), setter.shown_pieces), wraps.supported),
        Layer.of(
            drawn("w", (Mark(f.start, f.end, n) for n, f in findings)),
            lambda run, inner: wraps.finding(run, inner, numbered_findings, words),
        ),
        Layer.of(
            drawn("r", (Mark(r.start, r.end, r.number) for r in references)),
            lambda run, inner: wraps.reference(run, inner, numbered_references),
        ),
        Layer.of(
            drawn("g", (Mark(f.start, f.end, n) for n, f in figures)),
            lambda run, inner: wraps.figure(run, inner, numbered_figures),
        ),
        setter.inline_layer(),
    ]
    html = Markup("".join(setter.groups()))  # noqa: S704 -- escaped piece by piece
    return Article(html, frozenset(placed), setter.mark_ids(), setter.body_ids())


class Setter:
    """Sets the blocks of one document; holds what they share: layers, notes, gaps, pages. The `notes` pair marks with
    texts; with `listed` a mark leads to the note's line in a list of the page (`note-3`), else to its text."""

    def __init__(
        self, document: Document, ordinal: int, words: Words, notes: Sequence[tuple[int, Note]], *, listed: bool = True
    ) -> None:
        self.document = document
        self.text = document.text
        self.prefix = f"d{ordinal}"
        self.words = words
        self.layers: list[Layer] = []
        self.inline: list[Mark] = []
        pieces = sorted(piece for block in document.blocks for piece in block.pieces if piece[0] < piece[1])
        self.gaps = list(_gaps(document, pieces))
        self.shown_pieces = sorted([*pieces, *self.gaps])
        self.notes = [block for block in document.blocks if block.kind == "note"]
        self.leads = self._take_leads()
        self.note_numbers = {id(note): number for number, note in enumerate(self.notes, 1)}
        self.listed = {place.start: number for number, note in notes for place in note.places} if listed else {}
        self.note_of_mark = dict(self._paired(notes) if notes else self._tie_notes())
        self.mark_of_note = {note: mark for mark, note in reversed(self.note_of_mark.items())}

    def groups(self) -> Iterator[str]:
        """The HTML of the document's blocks: tables and lists whole, stray text after the block it follows."""
        pages = [span for span in self.document.spans_of("page") if span.label]
        waiting = list(self.gaps)
        numbered = enumerate(self.document.blocks)
        for key, members in groupby(numbered, key=lambda row: _group(*row)):
            blocks = [block for _, block in members]
            start, end = min(b.start for b in blocks), max(b.end for b in blocks)
            while waiting and waiting[0][0] < start:
                yield self._gap(waiting.pop(0))
            page = None
            while pages and pages[0].start <= start:
                page = pages.pop(0)
            if page is not None:
                yield f'<p class="page">{escape(self.words("page", "page", n=page.label))}</p>\n'
            yield self._group(key, blocks)
            while waiting and waiting[0][0] < end:
                yield self._gap(waiting.pop(0))
        for gap in waiting:
            yield self._gap(gap)

    def inline_layer(self) -> Layer:
        """Note marks, links, markup and furniture inside the text."""
        spans = self.document.spans
        kinds = ("note_mark", "link", "markup", "furniture", "front_matter")
        marks = [Mark(span.start, span.end, key) for key, span in enumerate(spans) if span.kind in kinds]
        self.inline = shown(marks, self.shown_pieces)
        return Layer.of(self.inline, self._inline)

    def mark_ids(self) -> dict[int, str]:
        """The id of each mark of a note that is on the page, by where the mark stands."""
        spans = self.document.spans
        seen = (mark.key for mark in self.inline if spans[mark.key].kind == "note_mark")
        return {spans[key].start: f"{self.prefix}-mark-{key}" for key in seen}

    def body_ids(self) -> dict[int, str]:
        """The id of the text of each note, by where the text stands."""
        return {note.start: f"{self.prefix}-note-{self.note_numbers[id(note)]}" for note in self.notes}

    def _group(self, key: tuple[str, int], blocks: list[Block]) -> str:
        if key[0] == "table":
            return self._table(blocks)
        if key[0] == "list_item":
            return "<ul>\n" + "".join(self._item(block) for block in blocks) + "</ul>\n"
        return self._block(blocks[0])

    def _words(self, pieces: Iterable[Piece]) -> str:
        """The text of some pieces; what stands between two pieces stands elsewhere on the page, here is a blank."""
        return " ".join(marked(self.text, start, end, self.layers) for start, end in pieces if start < end)

    def _block(self, block: Block) -> str:
        inner = self._words(block.pieces)
        match block.kind:
            case "title":
                return f'<h3 class="title">{inner}</h3>\n'
            case "heading":
                depth = min(6, 2 + max(1, block.level))
                return f"<h{depth}>{inner}</h{depth}>\n"
            case "note":
                return self._note(block, inner)
            case "paragraph":
                return f"<p>{inner}</p>\n"
            case _:
                return f'<p class="{block.kind}">{inner}</p>\n'

    def _item(self, block: Block) -> str:
        level = min(max(block.level, 1), 5)
        own = " own" if _OWN_BULLET.match(self.text, block.start, min(block.end, block.start + 8)) else ""
        return f'<li class="l{level}{own}">{self._words(block.pieces)}</li>\n'

    def _note(self, block: Block, inner: str) -> str:
        number = self.note_numbers[id(block)]
        label = block.label or ""
        own = id(block) not in self.leads
        lead = "" if own else f'<span class="label">{self._words(self.leads.get(id(block), ()))}</span> '
        mark = self.mark_of_note.get(number)
        back = ""
        if mark is not None:
            name = escape(self.words("page", "back_to_mark", label=label))
            back = f' <a class="back" href="#{self.prefix}-mark-{mark}" aria-label="{name}">↩</a>'
        return f'<p class="note" id="{self.prefix}-note-{number}">{lead}{inner}{back}</p>\n'

    def _table(self, blocks: list[Block]) -> str:
        captions = "".join(self._words(block.pieces) + " " for block in blocks if block.kind == "caption")
        cells = [block for block in blocks if block.kind == "cell"]
        columns = sorted({block.col or 0 for block in cells})
        rows: dict[int, dict[int, list[Block]]] = {}
        for block in cells:
            rows.setdefault(block.row or 0, {}).setdefault(block.col or 0, []).append(block)
        body = "".join(self._row(rows[row], columns) for row in sorted(rows))
        name = escape(self.words("page", "table", n=(blocks[0].table or 0) + 1))
        caption = f"<caption>{captions.strip()}</caption>" if captions else ""
        frame = f'<div class="table" role="region" tabindex="0" aria-label="{name}">'
        return f"{frame}<table>{caption}{body}</table></div>\n"

    def _row(self, cells: dict[int, list[Block]], columns: list[int]) -> str:
        parts = []
        for column in columns:
            blocks = cells.get(column, [])
            tag = "th" if any(block.header for block in blocks) else "td"
            parts.append(f"<{tag}>{'<br>'.join(self._words(block.pieces) for block in blocks)}</{tag}>")
        return f"<tr>{''.join(parts)}</tr>\n"

    def _gap(self, gap: Piece) -> str:
        name = escape(self.words("page", "outside"))
        return f'<p class="outside" title="{name}">{self._words([gap])}</p>\n'

    def _inline(self, run: Run, inner: str) -> str:
        """Tags for the spans over a run, the first innermost; a link keeps other links out."""
        spans = [(mark, self.document.spans[mark.key]) for mark in run.marks]
        linked = any(_address(span) for _, span in spans)
        for mark, span in spans:
            address = _address(span)
            if address:
                inner = f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">{inner}</a>'
            elif span.kind == "note_mark":
                anchor = f' id="{self.prefix}-mark-{mark.key}"' if run.start == mark.start else ""
                inner = (
                    f'<sup class="note-mark"{anchor}>{inner if linked else self._note_link(span, mark, inner)}</sup>'
                )
            elif span.kind != "link":
                inner = f'<span class="{span.kind}">{inner}</span>'
        return inner

    def _note_link(self, span: Span, mark: Mark, inner: str) -> str:
        note, listed = self.note_of_mark.get(mark.key), self.listed.get(span.start)
        if note is None and listed is None:
            return inner
        to = f"{self.prefix}-note-{note}" if listed is None else f"note-{listed}"
        data = "" if listed is None else f' data-m="{listed}"'
        name = escape(self.words("page", "note", label=span.label or ""))
        return f'<a href="#{to}"{data} aria-label="{name}">{inner}</a>'

    def _take_leads(self) -> dict[int, tuple[Piece]]:
        """Labels of notes that stand before the note's own text: no stray text, but the lead of the note."""
        ends = {end: (start, end) for start, end in self.gaps}
        leads: dict[int, tuple[Piece]] = {}
        for note in self.notes:
            head = self.text[max(0, note.start - 20) : note.start]
            gap = ends.get(note.start - len(head) + len(head.rstrip()))
            if gap and self.text[slice(*gap)].strip(" [().]:") == note.label:
                leads[id(note)] = (gap,)
        taken = {gap for (gap,) in leads.values()}
        self.gaps = [gap for gap in self.gaps if gap not in taken]
        return leads

    def _paired(self, notes: Sequence[tuple[int, Note]]) -> Iterator[tuple[int, int]]:
        """For each note mark whose note has a text here: (index of the span, number of the text)."""
        keys = {span.start: key for key, span in enumerate(self.document.spans) if span.kind == "note_mark"}
        bodies = {note.start: self.note_numbers[id(note)] for note in self.notes}
        for _, note in notes:
            for place in note.places:
                if note.start in bodies and place.start in keys:
                    yield keys[place.start], bodies[note.start]

    def _tie_notes(self) -> Iterator[tuple[int, int]]:
        """For each note mark with a note of its label: (index of the span, number of the nearest note that follows)."""
        labelled: dict[str | None, list[tuple[int, int]]] = {}
        for note in self.notes:
            labelled.setdefault(note.label, []).append((note.start, self.note_numbers[id(note)]))
        for notes in labelled.values():
            notes.sort()
        for key, span in enumerate(self.document.spans):
            candidates = labelled.get(span.label) if span.kind == "note_mark" and span.label else None
            if candidates:
                following = bisect_right(candidates, (span.start, 0))
                yield key, candidates[min(following, len(candidates) - 1)][1]


def _group(number: int, block: Block) -> tuple[str, int]:
    """What a block is set together with: the cells of one table, the items of a list; others stand alone."""
    if block.table is not None and block.kind in ("cell", "caption"):
        return "table", block.table
    return ("list_item", 0) if block.kind == "list_item" else ("block", number)


def _gaps(document: Document, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The stretches outside all blocks that hold words: heads and feet of pages, front matter, what was passed by."""
    text = document.text
    silent = [span for span in document.spans if span.kind == "markup"]
    starts = [span.start for span in silent]
    at = 0
    for start, end in [*pieces, (len(text), len(text))]:
        if at < start and _speaks(text, at, start, silent, starts):
            stretch = text[at:start]
            yield at + len(stretch) - len(stretch.lstrip()), start - len(stretch) + len(stretch.rstrip())
        at = max(at, end)


def _speaks(text: str, start: int, end: int, silent: Sequence[Span], starts: Sequence[int]) -> bool:
    """Does a stretch hold a letter or digit that is no markup?"""
    at = start
    while word := _WORDLIKE.search(text, at, end):
        index = bisect_right(starts, word.start()) - 1
        if index < 0 or silent[index].end <= word.start():
            return True
        at = silent[index].end
    return False


def _address(span: Span) -> str | None:
    """The address of a link that may be followed."""
    return followable(span.target) if span.kind == "link" else None


def _supports(document: Document, notes: Sequence[tuple[int, Note]]) -> Iterator[Mark]:
    """What each note supports, piece by piece: what a page foot puts in between is no part of it."""
    pieces = sorted(piece for block in document.blocks if block.kind in _RUNNING for piece in block.pieces)
    ends = [end for _, end in pieces]
    for number, note in notes:
        for place in note.places:
            at = bisect_right(ends, place.supports_start)
            while at < len(pieces) and pieces[at][0] < place.supports_end:
                yield Mark(max(pieces[at][0], place.supports_start), min(ends[at], place.supports_end), number)
                at += 1
