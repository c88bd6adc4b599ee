"""Which blocks of extracted text are headings, how deep, and which one is the document's title.

Blocks come in as drafts (lines already joined). A heading is short, does not end a sentence, and stands over text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tieout.reading.document import Block, BlockKind, Piece, Span
from tieout.reading.habit import width
from tieout.reading.lines import Line
from tieout.reading.names import part_names

_LONGEST = 130
_CAPS_LONGEST = _LONGEST_NUMBERED = 180
_LONG_ITEM = 160
_REPEATED = 4
_RUN_AT_MOST = 3
"""More short lines in a row than this are a list or a glossary, not headings over each other."""
_FIRST_BLOCKS = 12
_CLEARLY = 1.3
"""A later line must be so much longer than the first to be the title instead of it."""
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_PAIR = re.compile(r":\s*\S*\d|\|")
"""A name and its value, or a line of a page's furniture: no heading."""
_UNTITLED = re.compile(r"\||\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|https?:|@|^by |^por ", re.IGNORECASE)


@dataclass(slots=True)
class Draft:
    """A block in the making."""

    kind: BlockKind
    pieces: list[list[int]]
    texts: list[str]
    words: int
    """Offset where its words begin: behind a bullet, a label, hashes."""
    gap: int
    apart: bool
    indent: int
    lines: int = 1
    last_gap: int | None = None
    level: int = 0
    label: re.Match[str] | None = None
    label_alone: bool = False
    fullest: float = 0.0
    """The width of its fullest line behind the first, where it is narrow."""
    ended: bool = False
    """Whether its last line, without note marks, ends a sentence."""
    grounds: str = ""
    """Why it may be a heading: `hash`, `number`, `caps`, `short`."""

    @classmethod
    def of(cls, line: Line, kind: BlockKind, head: int, apart: bool) -> Draft:
        """A draft that begins with a line whose first `head` characters are no words."""
        return cls(kind, [[line.start, line.end]], [line.text], line.start + head, line.gap, apart, line.indent)

    def add(self, line: Line, apart: bool, gap: int) -> None:
        """Go on with another line; a new piece begins when something else stands between."""
        if apart:
            self.pieces.append([line.start, line.end])
        else:
            self.pieces[-1][1] = line.end
        self.texts.append(line.text)
        self.lines += 1
        self.last_gap = self.last_gap if apart else gap
        if self.narrow and len(line.text) > 0.8 * self.fullest:
            self.fullest = max(self.fullest, width(line.text))

    @property
    def start(self) -> int:
        return self.pieces[0][0]

    @property
    def narrow(self) -> bool:
        """Whether it may be set narrower than the page: a list item or a labelled paragraph."""
        return self.kind == "list_item" or self.label is not None

    def heading_text(self) -> str:
        """Its text in one line, without the head that is no words."""
        return " ".join(self.texts)[self.words - self.start :].strip("*_# ")


def headed(drafts: Sequence[Draft], repeats: Counter[str]) -> tuple[list[Block], list[Span]]:
    """Blocks for the drafts, headings told from paragraphs, and the markup spans over labels, bullets and hashes."""
    _find_grounds(drafts, repeats)
    _drop_long_runs(drafts)
    _drop_unfollowed(drafts)
    _set_levels(drafts)
    title = _title_of(drafts)
    blocks, spans = [], []
    items: list[int] = []
    for draft in drafts:
        kind: BlockKind = "title" if draft is title else "heading" if draft.grounds else draft.kind
        if kind == "list_item" and _is_numbered_paragraph(draft):
            kind = "paragraph"
        level = draft.level if kind == "heading" else 0
        if kind == "list_item":
            while items and items[-1] > draft.indent:
                items.pop()
            if not items or items[-1] < draft.indent:
                items.append(draft.indent)
            level = len(items)
        else:
            items = []
        pieces: tuple[Piece, ...] = tuple((start, end) for start, end in draft.pieces)
        blocks.append(Block(kind, pieces, level=level))
        unread = draft.label is not None and draft.label["upper"] and not draft.grounds
        if draft.words > draft.start and not unread and not (draft.label_alone and draft.lines == 1):
            spans.append(Span("markup", draft.start, draft.words))
    return blocks, spans


def _is_numbered_paragraph(draft: Draft) -> bool:
    """Whether a block with a number is a paragraph: long, or over a list of its own."""
    if draft.label is None or not draft.label["number"]:
        return False
    return draft.texts[-1].endswith(":") or sum(map(len, draft.texts)) > _LONG_ITEM


def _find_grounds(drafts: Sequence[Draft], repeats: Counter[str]) -> None:
    for i in range(len(drafts) - 1, -1, -1):
        draft = drafts[i]
        if draft.kind == "heading":
            draft.grounds = "hash"
            continue
        if draft.lines > 3 or draft.kind == "caption":
            continue
        words = draft.heading_text()
        if not words or not _LETTERS.search(words) or len(words) > _CAPS_LONGEST or draft.ended or words[-1] == ",":
            continue
        following = drafts[i + 1] if i + 1 < len(drafts) else None
        above = drafts[i - 1] if i else None
        draft.grounds = _grounds(draft, words, above, following, repeats)


def _grounds(draft: Draft, words: str, above: Draft | None, following: Draft | None, repeats: Counter[str]) -> str:
    first = next((c for c in words if c.isalpha()), "")
    if draft.label is not None:
        if len(words) > _LONGEST_NUMBERED or not first.isupper():
            return ""
        label = draft.label
        if label["section"] or (label["number"] and "." in label["number"]):
            return "number"
        return "number" if (label["number"] or label["upper"]) and not _is_next(label, following) else ""
    if draft.kind == "list_item":
        return ""
    if words.isupper() and not repeats[words] >= _REPEATED:
        return "caps"
    if len(words) > _LONGEST or not first.isupper() or repeats[draft.texts[0]] >= _REPEATED:
        return ""
    if words.casefold() in part_names("parts") | part_names("notes"):
        return "short"
    named = _PAIR.search(words) or _UNTITLED.search(words)
    return "short" if not named and _stands_alone(draft, above, following) else ""


def _is_next(label: re.Match[str], following: Draft | None) -> bool:
    """Whether the block below is the next item of the same list."""
    other = following.label if following is not None else None
    if other is None:
        return False
    if label["number"] and other["number"] and label["number"].isdigit() and other["number"].isdigit():
        return int(other["number"]) == int(label["number"]) + 1
    single = label["upper"] and other["upper"] and len(label["upper"]) == len(other["upper"]) == 1
    return bool(single) and ord(other["upper"]) == ord(label["upper"]) + 1


def _stands_alone(draft: Draft, above: Draft | None, following: Draft | None) -> bool:
    """Whether a short line is set off: by blank lines, a page break, or a paragraph of full lines that ended above."""
    if above is None or draft.gap or draft.apart:
        return following is None or following.gap > 0 or following.apart or following.lines > 1
    over_text = following is not None and (following.lines > 1 or bool(following.grounds))
    return above.lines > 1 and above.ended and over_text


def _drop_long_runs(drafts: Sequence[Draft]) -> None:
    """Many short lines in a row are a list: only the last, which stands over text, may be a heading."""
    run: list[Draft] = []
    for draft in [*drafts, None]:
        if draft is not None and draft.grounds == "short":
            run.append(draft)
            continue
        if len(run) > _RUN_AT_MOST:
            for short in run[: -1 if draft is not None and not draft.grounds else len(run)]:
                short.grounds = ""
        run = []


def _drop_unfollowed(drafts: Sequence[Draft]) -> None:
    """A short line is a heading only over something: text, a list, a caption or another heading."""
    for i in range(len(drafts) - 1, -1, -1):
        if drafts[i].grounds != "short":
            continue
        following = drafts[i + 1] if i + 1 < len(drafts) else None
        if following is None or not (following.grounds or following.kind != "paragraph" or _is_text(following)):
            drafts[i].grounds = ""


def _is_text(draft: Draft) -> bool:
    return draft.lines > 2 or draft.ended or len(draft.texts[-1]) > _LONGEST


def _set_levels(drafts: Sequence[Draft]) -> None:
    """Hashes and section numbers say how deep; capitals are chapters; other short lines stand below the last one."""
    above = depth = chapter = 0
    hashes = any(draft.grounds == "hash" for draft in drafts)
    for draft in drafts:
        if draft.grounds == "hash":
            above = draft.level
        elif draft.grounds == "number" and draft.label is not None:
            number = draft.label["section"] or draft.label["number"]
            parts = [int(part) for part in number.split(".")] if number else []
            if len(parts) == 1 and depth > 1 and parts[0] != chapter + 1:
                draft.level = depth + 1
                continue
            draft.level = len(parts) or (1 if set(draft.label["upper"]) <= set("IVX") else 2)
            above = depth = draft.level
            chapter = parts[0] if parts else chapter
        elif draft.grounds == "caps":
            draft.level = above + 1 if hashes and above else 1
            above = above if hashes else 1
        elif draft.grounds == "short":
            part = draft.heading_text().split()[0].casefold() in part_names("parts")
            draft.level = 1 if part and not hashes else above + 1


def _title_of(drafts: Sequence[Draft]) -> Draft | None:
    """The title: the longest heading among the first short blocks, before any running text."""
    best: tuple[float, Draft] | None = None
    for draft in drafts[:_FIRST_BLOCKS]:
        words = draft.heading_text()
        if not draft.grounds and (draft.lines > 2 or len(words) > _LONGEST) and draft.kind == "paragraph":
            break
        if not _may_title(draft, words):
            continue
        if draft.grounds == "hash":
            return draft if draft.level == 1 and best is None else best[1] if best else None
        worth = len(words) * (0.5 if "," in words else 1.0)
        if best is None or worth > _CLEARLY * best[0]:
            best = (worth, draft)
    return best[1] if best else None


def _may_title(draft: Draft, words: str) -> bool:
    if draft.kind not in ("paragraph", "heading") or not _LETTERS.search(words) or draft.label is not None:
        return False
    if not draft.grounds and draft.ended and not words.endswith("?"):
        return False
    if not draft.grounds and (len(words) > _LONGEST or not next((c for c in words if c.isalpha()), "a").isupper()):
        return False
    return words.casefold().strip(" :.*") not in part_names("parts") | part_names("contents") and not _UNTITLED.search(
        words
    )
