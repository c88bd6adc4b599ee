"""Reads the Markdown of the example reports into blocks and pieces of text.

Only what the two reports use is understood: front matter, headings, paragraphs, lists with `- `, pipe tables with a
line `Table: caption` above them, `*italics*`, `**bold**`, `[words](address)` and notes (`[^key]`). It writes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

PieceKind = Literal["words", "italic", "bold", "link", "note"]

_INLINE = re.compile(
    r"\[\^(?P<note>[^\]\s]+)\]"
    r"|\[(?P<link>[^\]]+)\]\((?P<target>[^)\s]+)\)"
    r"|\*\*(?P<bold>[^*]+)\*\*"
    r"|\*(?P<italic>[^*]+)\*"
)
_NOTE = re.compile(r"\[\^([^\]\s]+)\]:\s*(.+)")
_HEADING = re.compile(r"(#{1,3}) +(.+)")
_RULE_CELL = re.compile(r":?-+:?")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text of one kind; for a note the text is its key, for a link `target` is its address."""

    kind: PieceKind
    text: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """The items of one list."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first row is its head."""

    caption: str
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Items | Table


@dataclass(frozen=True, slots=True)
class Report:
    """One source text: its front matter, its blocks in order and the bodies of its notes by key."""

    meta: Mapping[str, str]
    blocks: tuple[Block, ...]
    notes: Mapping[str, str]


def read(source: str) -> Report:
    """The report in a Markdown text that opens with front matter between two lines `---`."""
    _, front, body = source.split("---\n", 2)
    meta = dict(line.split(": ", 1) for line in front.splitlines())
    notes = {match[1]: match[2] for match in map(_NOTE.fullmatch, body.splitlines()) if match}
    running = "\n".join(line for line in body.splitlines() if not _NOTE.fullmatch(line))
    chunks = [chunk.strip() for chunk in re.split(r"\n\s*\n", running) if chunk.strip()]
    return Report(meta, tuple(_blocks(chunks)), notes)


def pieces(text: str) -> list[Piece]:
    """The running text of a block, cut at links, notes and changes of type."""
    found: list[Piece] = []
    at = 0
    for match in _INLINE.finditer(text):
        if match.start() > at:
            found.append(Piece("words", text[at : match.start()]))
        found.append(_piece(match))
        at = match.end()
    if at < len(text):
        found.append(Piece("words", text[at:]))
    return found


def _piece(match: re.Match[str]) -> Piece:
    if match["note"]:
        return Piece("note", match["note"])
    if match["link"]:
        return Piece("link", match["link"], match["target"])
    if match["bold"]:
        return Piece("bold", match["bold"])
    return Piece("italic", match["italic"])


def _blocks(chunks: list[str]) -> list[Block]:
    blocks: list[Block] = []
    caption = ""
    for chunk in chunks:
        heading = _HEADING.fullmatch(chunk)
        if heading:
            blocks.append(Heading(len(heading[1]), heading[2]))
        elif chunk.startswith("Table: "):
            caption = chunk.removeprefix("Table: ")
        elif chunk.startswith("|"):
            blocks.append(Table(caption, _rows(chunk)))
            caption = ""
        elif chunk.startswith("- "):
            blocks.append(Items(tuple(item.removeprefix("- ") for item in chunk.splitlines())))
        else:
            blocks.append(Paragraph(" ".join(chunk.splitlines())))
    return blocks


def _rows(chunk: str) -> tuple[tuple[str, ...], ...]:
    rows = [tuple(cell.strip() for cell in line.strip().strip("|").split("|")) for line in chunk.splitlines()]
    return tuple(row for row in rows if not all(_RULE_CELL.fullmatch(cell) for cell in row))
