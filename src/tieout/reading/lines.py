"""The lines of an extracted text that hold anything, with what stood before each: blank lines, a page break.

Lines know nothing of what they mean; furniture, notes and layout decide that.
"""

from __future__ import annotations

from dataclasses import dataclass

_PAGE_INDENT_AT_MOST = 0.15
_PAGE_INDENTS_AT_LEAST = 10


@dataclass(slots=True)
class Line:
    """One line that is not blank. `start` and `end` hold its text without the blanks around it."""

    start: int
    end: int
    text: str
    indent: int
    """Blanks before it on the line."""
    gap: int
    """Blank lines between it and the line before."""
    page: bool
    """A page break stands before it."""
    feed: bool
    """That page break is a form feed."""


def lines_of(text: str, start: int = 0) -> list[Line]:
    """All lines from `start` on that are not blank, in order."""
    lines: list[Line] = []
    blank, feed = 0, False
    at = start
    for raw in text[start:].splitlines(keepends=True):
        content = raw.strip()
        if content:
            indent = len(raw) - len(raw.lstrip())
            begin = at + indent
            lines.append(Line(begin, begin + len(content), content, indent, blank, feed, feed))
            blank, feed = 0, False
        else:
            blank += 1
        if raw[-1] == "\f":
            feed = True
        at += len(raw)
    if lines:
        lines[0].gap = 0
    _mark_indented_pages(lines)
    return lines


def _mark_indented_pages(lines: list[Line]) -> None:
    """Some PDF-to-text tools leave one leading blank at the head of each page: a habit, not an indentation."""
    single = [line for line in lines if line.indent == 1]
    deeper = sum(1 for line in lines if line.indent > 1)
    if len(single) < _PAGE_INDENTS_AT_LEAST or len(single) > _PAGE_INDENT_AT_MOST * len(lines) or deeper > len(single):
        return
    for line in single:
        line.page, line.indent = True, 0
