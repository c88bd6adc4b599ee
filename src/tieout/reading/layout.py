"""The structure of extracted text: paragraphs, headings, list items, notes, links, tables, captions, page furniture.

Works on lines and the document's own habits, never on one document's wording. The text is not changed: everything found
is a block or a span over it, and what could not be read is a loss.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tieout.reading.cells import grids_of, with_tables
from tieout.reading.document import Block, Loss, Span
from tieout.reading.furniture import counts_of_repeats, furniture_of
from tieout.reading.habit import Habit, habit_of
from tieout.reading.headings import Draft, headed
from tieout.reading.inline import inline_spans, worded_links
from tieout.reading.joining import goes_on
from tieout.reading.lines import Line, lines_of
from tieout.reading.links import inside, link_blocks, link_lines, link_spans
from tieout.reading.losses import note_losses
from tieout.reading.marks import Mark, marks_of, sign_marks
from tieout.reading.names import caption_label, part_names
from tieout.reading.notes import Body, bodies_of, remains_of, symbol_notes_of
from tieout.reading.shapes import ATX, BULLET, COUNTED, LABEL, ends_sentence

_NARROW = 0.7
_NARROW_SPACED = 0.85
"""The first line of a list item may be this much narrower than the page and yet be full."""
_PARAGRAPH_NUMBERS = 12
"""So many numbers in a row at the heads of lines are paragraph numbers, not the items of a list."""


@dataclass(frozen=True, slots=True)
class Structure:
    """What stands in a text: blocks in reading order, spans sorted by start, losses."""

    blocks: tuple[Block, ...]
    spans: tuple[Span, ...]
    losses: tuple[Loss, ...]

    @classmethod
    def of(cls, blocks: Sequence[Block], spans: Sequence[Span], losses: Sequence[Loss]) -> Structure:
        """A structure from parts in any order."""
        ordered = with_tables(sorted(blocks, key=lambda block: (block.start, block.end)))
        return cls(tuple(ordered), tuple(sorted(spans, key=lambda span: (span.start, span.end))), tuple(losses))


def words_and_links(text: str, marks: Sequence[Mark], references: Mapping[str, str]) -> list[Span]:
    """The links of a text, bare and behind words, and the markup inside its words."""
    worded, markup = worded_links(text, references)
    silent = sorted(markup, key=lambda span: span.start)
    starts = [span.start for span in silent]
    bare = [link for link in link_spans(text) if not inside(starts, silent, link.start)]
    addresses = sorted([*bare, *worded], key=lambda span: span.start)
    return [*addresses, *markup, *inline_spans(text, marks, bare)]


def structure(text: str, start: int = 0) -> Structure:
    """The structure of plain text as extraction tools leave it, from `start` on (behind front matter)."""
    lines = lines_of(text, start)
    furniture = furniture_of(lines, part_names("contents"))
    links = link_lines(lines)
    free = [i not in furniture.lines and i not in links for i in range(len(lines))]
    bodies, marks = _notes(text, lines, free)
    _take(free, [body.lines for body in bodies])
    grids, scattered = grids_of(lines, free)
    _take(free, [grid.lines for grid in grids])
    _take(free, scattered)
    rules = [i for i, line in enumerate(lines) if free[i] and _is_rule(line.text)]
    _take(free, [rules])
    drafts = _drafts(lines, free, marks)
    blocks, labels = headed(drafts, counts_of_repeats(lines))
    blocks += link_blocks(lines, links)
    blocks += [_note_block(body) for body in bodies]
    blocks += [cell for table, grid in enumerate(grids) for cell in grid.cells(table)]
    spans = [Span("furniture", lines[i].start, lines[i].end, label=furniture.pages.get(i)) for i in furniture.lines]
    spans += [Span("furniture", lines[i].start, lines[i].end) for i in rules]
    spans += [Span("note_mark", mark.start, mark.end, label=mark.label) for mark in marks]
    spans += [Span("markup", body.start, body.words) for body in bodies if body.words > body.start]
    spans += labels + words_and_links(text, marks, {}) + _pages(text, lines, furniture.pages)
    losses = note_losses(marks, bodies) + [_scatter_loss(lines, run) for run in scattered]
    return Structure.of(blocks, spans, losses)


def _is_rule(text: str) -> bool:
    """Whether a line holds no letter and no digit: a rule of dashes, `(…)`; a bullet may have its words below."""
    return not any(map(str.isalnum, text)) and not BULLET.fullmatch(text)


def _take(free: list[bool], runs: Sequence[Sequence[int]]) -> None:
    """Mark the lines of each run as no longer free."""
    for run in runs:
        for i in run:
            free[i] = False


def _notes(text: str, lines: Sequence[Line], free: Sequence[bool]) -> tuple[list[Body], list[Mark]]:
    """Notes and their marks; notes that no mark points at are no notes."""
    bodies = bodies_of(lines, free, part_names("notes"))
    marks = _marks(text, lines, free, bodies)
    if bodies:
        marked = {mark.label for mark in marks}
        if sum(body.label in marked for body in bodies) < 0.5 * len(bodies):
            bodies = []
            marks = _marks(text, lines, free, bodies)
    bodies = [*bodies, *remains_of(lines, free, bodies)]
    taken = {i for body in bodies for i in body.lines}
    rest = [f and i not in taken for i, f in enumerate(free)]
    signs = sign_marks(text)
    signed = symbol_notes_of(lines, rest, {mark.label for mark in signs})
    known = {body.label: body.start for body in signed}
    marks = sorted([*marks, *(m for m in signs if m.start < known.get(m.label, 0))], key=lambda mark: mark.start)
    return sorted([*bodies, *signed], key=lambda body: body.start), marks


def _marks(text: str, lines: Sequence[Line], free: Sequence[bool], bodies: Sequence[Body]) -> list[Mark]:
    taken = {i for body in bodies for i in body.lines}
    starts = [line.start for line in lines]

    def is_open(offset: int) -> bool:
        at = bisect_right(starts, offset) - 1
        return at >= 0 and free[at] and at not in taken and offset > starts[at]

    return marks_of(text, is_open, {body.label for body in bodies}, any(body.style == "listed" for body in bodies))


def _note_block(body: Body) -> Block:
    pieces = ((body.start, body.end),) + ((body.overleaf,) if body.overleaf else ())
    return Block("note", pieces, label=body.label or None)


def _drafts(lines: Sequence[Line], free: Sequence[bool], marks: Sequence[Mark]) -> list[Draft]:
    """The running text: lines joined into paragraphs, with what each begins with."""
    open_lines = [i for i in range(len(lines)) if free[i]]
    habit = habit_of([lines[i] for i in open_lines])
    ends = {mark.end: mark.start for mark in marks}
    numbered = _counts_paragraphs(lines, open_lines)
    drafts: list[Draft] = []
    before = -1
    bare = ""
    for i in open_lines:
        line = lines[i]
        apart = before >= 0 and (before != i - 1 or line.page)
        if not drafts or not _joins(drafts[-1], bare, line, apart, habit):
            drafts.append(_draft(line, numbered, apart))
        else:
            drafts[-1].add(line, apart, line.gap)
        bare = _bare(line, ends)
        drafts[-1].ended = ends_sentence(bare)
        before = i
    return drafts


def _bare(line: Line, mark_starts: dict[int, int]) -> str:
    """A line without the note marks at its end."""
    end = line.end
    while end in mark_starts:
        end = mark_starts[end]
    return line.text[: end - line.start].rstrip()


def _joins(draft: Draft, bare: str, line: Line, apart: bool, habit: Habit) -> bool:
    if draft.kind == "heading" and draft.level:
        return False
    if draft.label_alone and draft.lines == 1:
        return not apart and line.gap <= 1
    if _begins(line, bare, habit):
        return False
    return goes_on(bare, line, apart, draft.last_gap, habit, _own_measure(draft, line, habit))


def _own_measure(draft: Draft, line: Line, habit: Habit) -> float:
    """The width of a list item or labelled paragraph that is set narrower than the page; 0 for other blocks."""
    if line.gap and draft.kind != "list_item":
        return 0.0
    narrow = _NARROW if line.gap == 0 else _NARROW_SPACED
    return draft.fullest or (narrow * habit.measure if draft.narrow else 0.0)


def _begins(line: Line, bare: str, habit: Habit) -> bool:
    """Whether a line must begin a block: a heading's hash, a bullet, a label, a caption."""
    head = line.text[0]
    if head == "#":
        return bool(ATX.match(line.text))
    if BULLET.match(line.text):
        # A dash between words can come to stand at the head of a line; a list's dash follows a finished line.
        return head not in "-–*" or not habit.wrapped or not bare or bare[-1] in ".:;!?" or line.gap > 0
    if line.gap and COUNTED.match(line.text):
        return True
    label = LABEL.match(line.text)
    if label:
        if label.end() == len(line.text) and not line.text[0].isupper():
            return True
        return not habit.wrapped or line.gap > 0 or not bare or bare[-1] in ".:;,!?”)" or not bare[-1].isalnum()
    return bool(caption_label().match(line.text)) and (line.gap > 0 or not bare or bare[-1] in ".:;!?")


def _draft(line: Line, numbered: bool, apart: bool) -> Draft:
    """A new block that begins with this line: its kind and the label that is no part of its words."""
    atx = ATX.match(line.text)
    if atx:
        draft = Draft.of(line, "heading", atx.end(), apart)
        draft.level = len(atx[1])
        return draft
    bullet = BULLET.match(line.text)
    if bullet:
        draft = Draft.of(line, "list_item", bullet.end(), apart)
        draft.label_alone = bullet.end() == len(line.text)
        return draft
    if line.text.startswith("> "):
        return Draft.of(line, "paragraph", 2, apart)
    caption = caption_label().match(line.text)
    if caption:
        return Draft.of(line, "caption", caption.end() if caption.end() < len(line.text) else 0, apart)
    label = LABEL.match(line.text)
    if label:
        counted = label["number"] is not None or label["section"] is not None
        deep = label["section"] is not None or "." in (label["number"] or "")
        named = label["upper"] is not None or deep or (counted and numbered)
        draft = Draft.of(line, "paragraph" if named else "list_item", label.end(), apart)
        draft.label = label
        draft.label_alone = label.end() == len(line.text)
        return draft
    return Draft.of(line, "paragraph", 0, apart)


def _counts_paragraphs(lines: Sequence[Line], open_lines: Sequence[int]) -> bool:
    """Whether the document numbers its paragraphs: numbers at the heads of lines rise far beyond what a list does."""
    length, last = 0, 0
    for i in open_lines:
        label = LABEL.match(lines[i].text) if lines[i].text[0].isdigit() else None
        if label and label["number"] and label["number"].isdigit():
            number = int(label["number"])
            if last < number <= last + 5:
                length += 1
                if length >= _PARAGRAPH_NUMBERS:
                    return True
            else:
                length = 1
            last = number
    return False


def _scatter_loss(lines: Sequence[Line], run: Sequence[int]) -> Loss:
    start, end = lines[run[0]].start, lines[run[-1]].end
    message = f"{len(run)} lines of single numbers: a table or chart whose rows and columns were lost in extraction"
    return Loss("table_lost", message, start, end, len(run))


def _pages(text: str, lines: Sequence[Line], numbers: dict[int, str]) -> list[Span]:
    """The pages of a text with form feeds, with the number each prints."""
    if "\f" not in text:
        return []
    cuts = [0, *(match.end() for match in re.finditer("\f", text)), len(text)]
    starts = [line.start for line in lines]
    spans = []
    for start, end in itertools.pairwise(cuts):
        if start < end:
            inside = range(bisect_left(starts, start), bisect_left(starts, end))
            spans.append(Span("page", start, end, label=next((numbers[i] for i in inside if i in numbers), None)))
    return spans
