"""What the lines of a PDF mean: running heads, notes at the page foot, paragraphs over pages, headings, list items.

It judges by place, size and weight; words only name captions and headings over notes. It writes nothing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from tieout.reading.document import BlockKind
from tieout.reading.names import caption_label, part_names
from tieout.reading.pdf_lines import Chart, Item, Line, Table, labelled
from tieout.reading.pdf_page import Page, Segment
from tieout.reading.shapes import BULLET, LABEL, LEADER, ends_sentence

EDGE = 0.12
"""Share of the page's height, above and below, where running heads and feet stand."""
MAX_PARTS = 3
"""A running head has a left, a middle and a right part at most."""
SMALL = 0.93
"""Notes are set smaller than this share of the body's size."""
LARGE = 1.12
"""Headings are larger than this, or bold."""
MAX_HEADING = 250
SHORT_LINE = 0.85
"""A line that ends before this share of its column's width ends its paragraph, if it ends a sentence."""

_NUMBER = re.compile(r"[0-9]+")
_PAGE_NUMBER = re.compile(
    r"(?:p(?:age|ágina|\.)?\s*)?[-–—|\[(]?\s*(?P<number>[0-9]{1,4})\s*[-–—|\])]?(?:\s*(?:of|de|/)\s*[0-9]{1,4})?",
    re.IGNORECASE,
)
_NOTE_HEAD = re.compile(r"[\[(]?(?P<label>[0-9]{1,4}|[*∗†‡§]{1,3})[\])]?[.)]?\s*(?=\S)")
_PRIVATE_BULLET = re.compile("[\uf000-\uf0ff]\\s*")
_CONTENTS_ENTRY = re.compile(r"\s[0-9]{1,4}$")


@dataclass(slots=True)
class Paragraph:
    """Lines that are read as one block, maybe over several columns or pages."""

    lines: list[Line]
    kind: BlockKind = "paragraph"
    level: int = 0
    label: str | None = None
    head: int = 0
    """Characters at the start of the first line that are a list mark or a note's own number."""
    table: int | None = None
    furniture: bool = False
    """A table of contents: kept in the text, not read."""


# -- running heads and feet ------------------------------------------------------------------------------------------


def take_furniture(pages: Sequence[Page]) -> tuple[dict[int, list[Segment]], dict[int, str]]:
    """Take running heads, feet and page numbers off the pages; gives them, and the printed number of each page."""
    rows = [(page, row) for page in pages for row in _edge_rows(page)]
    seen = Counter(key for page, row in rows for key in _keys(page, row))
    needed = 3 if len(pages) > 4 else 2
    found: dict[int, list[Segment]] = defaultdict(list)
    numbers: dict[int, int] = {}
    for page, row in rows:
        text = _row_text(row)
        number = _PAGE_NUMBER.fullmatch(text)
        repeated = any(seen[key] >= needed for key in _keys(page, row))
        if number and repeated:
            numbers[page.index] = int(number["number"])
        if repeated:
            _add(found[page.index], row)
    _take_titles(pages, rows, found)
    labels = _page_labels(len(pages), numbers)
    _take_numbered(rows, found, labels)
    for page in pages:
        taken = {id(segment) for segment in found.get(page.index, ())}
        page.segments = [segment for segment in page.segments if id(segment) not in taken]
    return found, labels


def _edge_rows(page: Page) -> list[list[Segment]]:
    """The rows in the upper and lower edge of a page, at most four each."""
    rows: dict[int, list[Segment]] = defaultdict(list)
    for segment in page.segments:
        if segment.y > (1 - EDGE) * page.height or segment.y < EDGE * page.height:
            rows[round(segment.y / 3)].append(segment)
    ordered = sorted(rows.items(), reverse=True)
    upper = [row for y, row in ordered if y * 3 > page.height / 2][:4]
    lower = [row for y, row in ordered if y * 3 <= page.height / 2][-4:]
    # A row of many parts is the head of a table that goes on over pages; one with note marks is text or a note.
    return [
        sorted(row, key=lambda s: s.x0)
        for row in upper + lower
        if len(row) <= MAX_PARTS and not any(mark.label for segment in row for mark in segment.marks)
    ]


def _row_text(row: list[Segment]) -> str:
    return " ".join(segment.text for segment in row).strip()


def _keys(page: Page, row: list[Segment]) -> set[tuple[str, int, int | None]]:
    """What a running head has in common with that of another page: text and height, and a number that counts pages.

    Notes may have the same words and height on many pages, but their numbers do not rise with the pages.
    """
    text, height = _row_text(row).casefold(), round(row[0].y / 6)
    words = _NUMBER.sub("#", text)
    numbers = [int(number) for number in _NUMBER.findall(text) if len(number) <= 5]
    return {(text, height, None), *((words, height, number - page.index) for number in numbers)}


def _take_titles(
    pages: Sequence[Page], rows: list[tuple[Page, list[Segment]]], found: dict[int, list[Segment]]
) -> None:
    """A line in the edge that repeats a larger line of an earlier page is a running head, even when it stands once."""
    larger: dict[str, float] = {}
    for page in pages:
        for other, row in rows:
            text = _row_text(row).casefold()
            if other is page and larger.get(text, 0) > row[0].size * LARGE:
                _add(found[page.index], row)
        for segment in page.segments:
            larger[segment.text.casefold()] = max(segment.size, larger.get(segment.text.casefold(), 0))


def _take_numbered(
    rows: list[tuple[Page, list[Segment]]], found: dict[int, list[Segment]], labels: dict[int, str]
) -> None:
    """A row at the height of running heads that begins or ends with the page's number is one, whatever its words."""
    heights = {round(segment.y / 3) for segments in found.values() for segment in segments}
    for page, row in rows:
        words = _row_text(row).split()
        if round(row[0].y / 3) in heights and words and labels.get(page.index) in (words[0], words[-1]):
            _add(found[page.index], row)


def _add(found: list[Segment], row: list[Segment]) -> None:
    known = {id(segment) for segment in found}
    found.extend(segment for segment in row if id(segment) not in known)


def _page_labels(count: int, numbers: dict[int, int]) -> dict[int, str]:
    """Page numbers as printed when most agree on where counting starts, else counted from 1."""
    offsets = Counter(number - index for index, number in numbers.items())
    offset, votes = offsets.most_common(1)[0] if offsets else (1, 0)
    if votes * 2 < len(numbers) or offset < 1 - count:
        offset = 1
    return {index: str(index + offset) if index + offset > 0 else str(index + 1) for index in range(count)}


# -- sizes -----------------------------------------------------------------------------------------------------------


def body_size(pages: Sequence[Page]) -> float:
    """The type size of most characters."""
    weight: Counter[float] = Counter()
    for page in pages:
        for segment in page.segments:
            weight[round(segment.size, 1)] += len(segment.text)
    return max(weight, key=lambda size: (weight[size], size)) if weight else 10.0


# -- notes -----------------------------------------------------------------------------------------------------------


def take_notes(items: list[Item], body: float, open_note: Paragraph | None) -> tuple[list[Item], list[Paragraph]]:
    """Part the items of a page into its body and the notes at the foot of its columns.

    `open_note` is the last note of the page before: it takes the small lines that stand before the first number.
    """
    labels = {mark.label for item in items for line in _lines(item) for mark in line.marks if mark.label and mark.start}
    kept: list[Item] = []
    notes: list[Paragraph] = []
    for column in sorted({item.column for item in items}):
        own = [item for item in items if item.column == column]
        start = _foot_start(own, body, labels)
        foot = [item for item in own[start:] if isinstance(item, Line)]
        kept.extend(own[:start])
        for line in foot:
            head = _note_head(line, notes, labels)
            if head is not None:
                notes.append(Paragraph([line], "note", label=head["label"], head=head.end()))
            elif notes:
                notes[-1].lines.append(line)
            elif open_note is not None:
                open_note.lines.append(line)
            else:
                kept.append(line)
    return kept, notes


def _lines(item: Item) -> Iterator[Line]:
    if isinstance(item, Line):
        yield item
    elif isinstance(item, Table):
        for cell in item.cells:
            yield from cell.lines


def _foot_start(items: list[Item], body: float, labels: set[str]) -> int:
    """Index of the first line of the notes at the foot of a column; the number of items when it has none."""
    start = len(items)
    while start and isinstance(item := items[start - 1], Line) and item.size < SMALL * body:
        start -= 1
    heads = (_note_head(item, (), labels) for item in items[start:] if isinstance(item, Line))
    return start if any(heads) else len(items)


def _note_head(line: Line, notes: Sequence[Paragraph], labels: set[str]) -> re.Match[str] | None:
    """The number with which a line begins a note: raised, or one that a mark on the page bears and that goes on."""
    head = _NOTE_HEAD.match(line.text)
    if head is None:
        return None
    if _is_raised(line, head["label"]):
        return head
    follows = not notes or _follows(notes[-1].label, head["label"])
    return head if head["label"] in labels and follows else None


def _is_raised(line: Line, label: str) -> bool:
    """Whether a line begins with this number as a raised one."""
    return any(mark.start <= 1 and mark.label == label for mark in line.marks)


def _follows(before: str | None, label: str) -> bool:
    return bool(before and before.isdigit() and label.isdigit() and int(label) == int(before) + 1)


# -- paragraphs ------------------------------------------------------------------------------------------------------


class Grouper:
    """Groups the body's items, page by page, into paragraphs and tables."""

    def __init__(self, body: float) -> None:
        self.body = body
        self._pitch: dict[float, float] = {}
        self._last: Paragraph | None = None
        self._previous: Line | None = None

    def learn(self, items: Sequence[Item]) -> None:
        """Measure the usual distance between lines of each size."""
        distances: dict[float, list[float]] = defaultdict(list)
        lines = [item for item in items if isinstance(item, Line)]
        for above, below in pairwise(lines):
            distance = above.y - below.y
            beside = above.page == below.page and above.column == below.column and _same_size(above, below)
            if beside and 0 < distance < 2.5 * above.size:
                distances[round(above.size)].append(distance)
        self._pitch = {size: median(found) for size, found in distances.items()}

    def group(self, items: Sequence[Item]) -> list[Paragraph | Table | Chart]:
        """What begins in these items (of one page); a paragraph that goes on from before takes its lines along."""
        begun: list[Paragraph | Table | Chart] = []
        right = {column: max(i.x1 for i in items if i.column == column) for column in {i.column for i in items}}
        for item in items:
            previous = self._previous
            # What floats to the top of a page does not end a sentence that is under way.
            floats = previous is not None and previous.page != item.page and not _ended(previous)
            if isinstance(item, Table | Chart):
                begun.append(item)
                if not floats:
                    self._last = self._previous = None
            elif self._last is not None and previous is not None and self._goes_on(previous, item, right):
                self._last.lines.append(item)
                self._previous = item
            else:
                paragraph = Paragraph([item])
                begun.append(paragraph)
                if not (floats and caption_label().match(item.text)):
                    self._last, self._previous = paragraph, item
        return begun

    def _goes_on(self, above: Line, line: Line, right: dict[int, float]) -> bool:
        if not _same_size(above, line) or above.contents or line.contents:
            return False
        if _is_bullet(line) or caption_label().match(line.text) or self._is_next_label(line):
            return False
        ended = _ended(above)
        if above.page != line.page or above.column != line.column:
            # Over a page or column only a sentence that is under way goes on.
            heads = above.size > LARGE * self.body or (above.bold and above is self._last_first())
            return not ended and not heads and above.bold == line.bold and not _begins_item(line)
        distance = above.y - line.y
        pitch = self._pitch.get(round(line.size), 1.2 * line.size)
        if distance < 0 or distance > 1.25 * pitch + 0.05 * line.size:
            return False
        if ended and (_begins_item(line) or line.x0 > above.x0 + 0.8 * line.size):
            return False
        start = self._last.lines[0].x0 if self._last else above.x0
        width = right[line.column] - min(start, line.x0)
        short = above.x1 < min(start, line.x0) + SHORT_LINE * width
        # Bold type that begins or stops in the midst of a sentence is emphasis.
        return not (short and (ended or above.bold != line.bold))

    def _last_first(self) -> Line | None:
        return self._last.lines[0] if self._last else None

    def _is_next_label(self, line: Line) -> bool:
        """Whether a line bears the list mark that follows the one of the paragraph above it."""
        if self._last is None or abs(line.x0 - self._last.lines[0].x0) > line.size:
            return False
        own, last = LABEL.match(line.text), LABEL.match(self._last.lines[0].text)
        if own is None or last is None or own.lastgroup != last.lastgroup:
            return False
        before, after = last[last.lastgroup or 0], own[own.lastgroup or 0]
        return _follows(before, after) or (before.isalpha() and after.isalpha() and ord(after[0]) - ord(before[0]) <= 1)


def _ended(line: Line) -> bool:
    """Whether a line ends a sentence, whatever note marks stand behind it."""
    end = len(line.text)
    for mark in reversed(line.marks):
        if mark.label is not None and mark.end == end:
            end = mark.start
    return ends_sentence(line.text[:end])


def _same_size(a: Line, b: Line) -> bool:
    return abs(a.size - b.size) <= 0.08 * max(a.size, b.size)


def _begins_item(line: Line) -> bool:
    return labelled(line) or LABEL.match(line.text) is not None


def _is_bullet(line: Line) -> bool:
    return (BULLET.match(line.text) or _PRIVATE_BULLET.match(line.text)) is not None


def classify(paragraphs: Sequence[Paragraph | Table | Chart], body: float) -> str | None:
    """Set the kind of each paragraph; gives the title."""
    headings = []
    for paragraph in paragraphs:
        if isinstance(paragraph, Table | Chart) or paragraph.kind == "note":
            continue
        if _is_contents(paragraph):
            paragraph.furniture = True
        elif caption_label().match(paragraph.lines[0].text):
            paragraph.kind = "caption"
        elif _is_heading(paragraph, body):
            headings.append(paragraph)
            paragraph.kind = "heading"
        else:
            _mark_list_item(paragraph)
    ranks = sorted({_rank(p) for p in headings}, reverse=True)
    for paragraph in headings:
        paragraph.level = min(9, ranks.index(_rank(paragraph)) + 1)
    return _title(headings, body)


def _rank(paragraph: Paragraph) -> tuple[int, bool]:
    return round(paragraph.lines[0].size), paragraph.lines[0].bold


def _title(headings: list[Paragraph], body: float) -> str | None:
    """The heading on the first page that is set large and says most."""
    first = [p for p in headings if p.lines[0].page == 0 and p.lines[0].size > 1.3 * body]
    first = [p for p in first if not any("@" in line.text or "://" in line.text for line in p.lines)]
    if not first:
        return None
    # A masthead may be set larger than the title, but it says less.
    best = max(first, key=lambda p: p.lines[0].size ** 2 * min(60, sum(len(line.text) for line in p.lines)))
    best.kind, best.level = "title", 0
    return " ".join(" ".join(_unmarked(line) for line in best.lines).split())


def _unmarked(line: Line) -> str:
    """The text of a line without its note marks."""
    text = line.text
    for mark in reversed(line.marks):
        if mark.label is not None:
            text = text[: mark.start] + text[mark.end :]
    return text


def _is_contents(paragraph: Paragraph) -> bool:
    leads = any(LEADER.search(line.text) and _CONTENTS_ENTRY.search(line.text) for line in paragraph.lines)
    return leads or all(line.contents for line in paragraph.lines)


def _is_heading(paragraph: Paragraph, body: float) -> bool:
    text = " ".join(line.text for line in paragraph.lines)
    first = paragraph.lines[0]
    if len(text) > MAX_HEADING or len(paragraph.lines) > 4 or not any(c.isalpha() for c in text):
        return False
    if first.size > LARGE * body:
        return True
    begins = next(c for c in text if c.isalpha())
    bold = all(line.bold for line in paragraph.lines) and not begins.islower()
    return bold and first.size > SMALL * body and not text.rstrip().endswith((".", ";", ",", ":"))


def _mark_list_item(paragraph: Paragraph) -> None:
    """Find the list mark at the head of a paragraph."""
    first = paragraph.lines[0]
    bullet = BULLET.match(first.text) or _PRIVATE_BULLET.match(first.text)
    label = None if bullet else LABEL.match(first.text)
    if label and (label["section"] or label["upper"]):
        label = None  # `1.4 million` and `A. Smith` begin like labels.
    match = bullet or label
    head = match.end() if match else len(first.segments[0].text) + 1 if labelled(first) else 0
    if 0 < head < len(first.text):
        paragraph.kind, paragraph.level, paragraph.head = "list_item", 1, head


def endnotes(paragraphs: Sequence[Paragraph | Table | Chart], labels: set[str]) -> None:
    """Make notes of paragraphs that begin with a raised number, and of numbered ones below a heading over notes."""
    under = False
    before: str | None = None
    for paragraph in paragraphs:
        if isinstance(paragraph, Table | Chart) or paragraph.kind == "note":
            continue
        first = paragraph.lines[0]
        if paragraph.kind in ("heading", "title"):
            under = first.text.strip().casefold() in part_names("notes")
            before = None
            continue
        head = _NOTE_HEAD.match(first.text)
        raised = head and _is_raised(first, head["label"])
        numbered = head and under and head["label"] in labels and (before is None or _follows(before, head["label"]))
        if head and (raised or numbered):
            paragraph.kind, paragraph.label, paragraph.head, paragraph.level = "note", head["label"], head.end(), 0
            before = head["label"]


def part_notes(entries: Sequence[Paragraph | Table | Chart]) -> list[Paragraph | Table | Chart]:
    """The entries, with paragraphs that hold several notes parted: where lines begin with raised numbers that count on.
    Notes as large as the body, set line below line, have been taken for one paragraph."""
    out: list[Paragraph | Table | Chart] = []
    for entry in entries:
        out.extend(_parted(entry) if isinstance(entry, Paragraph) else [entry])
    return out


def _parted(paragraph: Paragraph) -> list[Paragraph]:
    parts: list[list[Line]] = [[]]
    label: str | None = None
    for line in paragraph.lines:
        head = _NOTE_HEAD.match(line.text)
        if head and _is_raised(line, head["label"]) and (_follows(label, head["label"]) or not parts[0]):
            label = head["label"]
            if parts[0]:
                parts.append([])
        elif not parts[0]:
            return [paragraph]
        parts[-1].append(line)
    return [replace(paragraph, lines=lines) for lines in parts] if len(parts) > 1 else [paragraph]


def number_tables(entries: Sequence[Paragraph | Table | Chart]) -> tuple[dict[int, int], dict[int, int]]:
    """The ordinal of each table, and how many rows of it stand on earlier pages; both by the identity of the table.

    A table goes on when the next page begins with one of the same width and as many columns.
    """
    ordinals: dict[int, int] = {}
    rows_above: dict[int, int] = {}
    head: Table | None = None
    count = 0
    for previous, entry in zip([None, *entries], entries, strict=False):
        if not isinstance(entry, Table):
            continue
        if head is not None and isinstance(previous, Table) and _continues(previous, entry):
            entry.repeats_head = head.first_row() == entry.first_row()
            ordinals[id(entry)] = ordinals[id(previous)]
            rows_above[id(entry)] = rows_above[id(previous)] + max(cell.row for cell in previous.cells) + 1
            continue
        head, ordinals[id(entry)], rows_above[id(entry)] = entry, count, 0
        count += 1
    return ordinals, rows_above


def _continues(table: Table, below: Table) -> bool:
    same = abs(table.x0 - below.x0) <= 3 and abs(table.x1 - below.x1) <= 3
    columns = {cell.col for cell in table.cells} == {cell.col for cell in below.cells}
    return below.page == table.page + 1 and same and columns


def tie_captions(paragraphs: Sequence[Paragraph | Table | Chart], ordinals: dict[int, int]) -> None:
    """Give each caption the ordinal of the table it stands beside. `ordinals` has them by the identity of the table."""
    for index, paragraph in enumerate(paragraphs):
        if isinstance(paragraph, Table | Chart) or paragraph.kind != "caption":
            continue
        beside = [paragraphs[i] for i in (index + 1, index - 1) if 0 <= i < len(paragraphs)]
        tables = [item for item in beside if isinstance(item, Table) and item.page == paragraph.lines[-1].page]
        paragraph.table = ordinals[id(tables[0])] if tables else None
