"""Reads Markdown files. The text stays the file's text: hashes, stars and brackets are markup spans over it.

markdown-it finds the blocks and their lines; where each line's words begin is looked up in the file, so that every
offset is one of the file. Markdown made from a PDF, with note marks stuck to words, is read as extracted text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tieout.reading.cells import pipe_cells
from tieout.reading.document import Block, BlockKind, Document, Loss, Span
from tieout.reading.frontmatter import front_matter
from tieout.reading.keys import citations
from tieout.reading.layout import Structure, structure, words_and_links
from tieout.reading.lines import Line
from tieout.reading.links import LINK_LINE, inside
from tieout.reading.losses import note_losses
from tieout.reading.marks import Mark
from tieout.reading.names import caption_label
from tieout.reading.notes import Body
from tieout.reading.number_marks import number_marks
from tieout.reading.shapes import LABEL
from tieout.reading.text import assemble, read_bytes_as_text

READER = "markdown-it-py"

_NEWLINE = re.compile(r"\r\n|\n|\r")
_NOTE = re.compile(r"[ ]{0,3}\[\^(?P<label>[^\]\s]{1,40})\]:[ \t]*")
_NOTE_MARK = re.compile(r"\[\^(?P<label>[^\]\s]{1,40})\](?!:)")
_CODE_MARK = re.compile(r"`+")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_PICTURES = re.compile(r"\s*(?:!\[[^\]]{0,500}\]\([^)\n]{0,2000}\)\s*)+")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_AUTO = re.compile(r"<(?=(?:https?://|www\.)[^\s<>]{1,2000}>)")


def read_markdown(path: Path) -> Document:
    """The document in a Markdown file. Raises UnreadableError when the file is no text."""
    text, sha256 = read_bytes_as_text(path)
    front = front_matter(text)
    start = front.end if front else 0
    found = structure(text, start)
    if not any(block.kind == "note" for block in found.blocks) or _NOTE_MARK.search(text):
        found = markdown_structure(text, start)
    return assemble(path, text, "md", sha256, READER, found)


def markdown_structure(text: str, start: int = 0) -> Structure:
    """The structure of Markdown text from `start` on."""
    source = _Source.of(text, start)
    bodies = _bodies(source)
    blanked = {i for body in bodies for i in body.lines}
    parsed = [" " if i in blanked else source.line(i) for i in range(len(source.starts))]
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    environment: dict[str, dict[str, dict[str, str]]] = {}
    tokens = parser.parse("\n".join(parsed), environment)
    blocks: list[Block] = []
    spans: list[Span] = []
    losses: list[Loss] = []
    for part in _parts(tokens, source, losses):
        blocks.append(part.block)
        spans += part.spans
    taken = [Span("markup", body.start, body.end) for body in bodies]
    starts = [span.start for span in taken]
    seen = (m for m in _NOTE_MARK.finditer(text, start) if not inside(starts, taken, m.start()))
    marks = [Mark(m.start(), m.end(), m["label"]) for m in seen]
    blocks += [Block("note", ((body.start, body.end),), label=body.label) for body in bodies]
    spans += [Span("markup", body.start, body.words) for body in bodies]
    spans += [Span("note_mark", mark.start, mark.end, label=mark.label) for mark in marks]
    spans += [*citations(text, start), *number_marks(text, start)]
    references = {name.lower(): entry["href"] for name, entry in environment.get("references", {}).items()}
    spans += words_and_links(text, marks, references) + _code_and_escapes(text, start)
    return Structure.of(blocks, spans, losses + note_losses(marks, bodies))


@dataclass(frozen=True, slots=True)
class _Source:
    """The lines of the text behind the front matter: where each starts and ends."""

    text: str
    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, text: str, start: int) -> _Source:
        starts, ends = [start], []
        for newline in _NEWLINE.finditer(text, start):
            ends.append(newline.start())
            starts.append(newline.end())
        return cls(text, starts, [*ends, len(text)])

    def line(self, i: int) -> str:
        return self.text[self.starts[i] : self.ends[i]]


@dataclass(frozen=True, slots=True)
class _Part:
    """A block and the markup that belongs to it."""

    block: Block
    spans: list[Span]


def _parts(tokens: Sequence[Token], source: _Source, losses: list[Loss]) -> Iterator[_Part]:
    """The blocks that markdown-it finds, in order."""
    lists = tables = row = col = 0
    head = False
    cells: list[tuple[int, int, int]] = []
    titled = False
    context = ""
    for at, token in enumerate(tokens):
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                lists += 1
            case "bullet_list_close" | "ordered_list_close":
                lists -= 1
            case "table_open":
                row = 0
            case "table_close":
                tables += 1
            case "thead_open" | "tbody_open":
                head = token.type == "thead_open"
            case "tr_open":
                col, cells = 0, _row_cells(source, token)
            case "tr_close":
                row += 1
            case "heading_open" | "paragraph_open":
                context = token.type
            case "html_block" | "code_block":
                raw = _raw_part(token, source)
                if raw is not None:
                    yield raw
            case "fence":
                losses.append(_loss("code", "a block of code is not read", token, source))
            case "inline" if tokens[at - 1].type in ("th_open", "td_open"):
                for c, start, end in cells:
                    if c == col:
                        cell = Block("cell", ((start, end),), table=tables, row=row, col=c, header=head or c == 0)
                        yield _Part(cell, [])
                col += 1
            case "inline" if _PICTURES.fullmatch(token.content):
                losses.append(_loss("image", "a picture is not read", token, source))
            case "inline" if token.map is not None and token.content.strip():
                level = int(tokens[at - 1].tag[1]) if context == "heading_open" else lists
                kind: BlockKind = "heading" if context == "heading_open" else "list_item" if lists else "paragraph"
                if kind == "heading" and level == 1 and not titled:
                    titled, kind, level = True, "title", 0
                found = _words_part(token, source, kind, level)
                if found is not None:
                    yield found


def _words_part(token: Token, source: _Source, kind: BlockKind, level: int) -> _Part | None:
    """The block of a heading, a paragraph or a list item: its words, and what stands before them on each line."""
    pieces: list[tuple[int, int]] = []
    spans: list[Span] = []
    first, last = token.map or (0, 0)
    contents = iter([words for line in token.content.split("\n") if (words := line.strip())])
    words = next(contents, "")
    for i in range(first, min(last, len(source.starts))):
        begin = source.line(i).find(words) if words else -1
        if begin < 0:
            continue
        at = source.starts[i]
        if pieces and begin:
            spans.append(Span("markup", at, at + begin))
        pieces.append((at + begin, at + begin + len(words)))
        words = next(contents, "")
    if not pieces:
        return None
    start, end = pieces[0][0], pieces[-1][1]
    text = source.text[start:end]
    caption = caption_label().match(text) if kind == "paragraph" else None
    label = LABEL.match(text) if kind in ("heading", "title") else None
    if caption and caption.end() < len(text):
        kind = "caption"
        spans.append(Span("markup", start, start + caption.end()))
    elif label and label.end() < len(text):
        spans.append(Span("markup", start, start + label.end()))
    elif kind == "paragraph" and all(LINK_LINE.fullmatch(line) for line in text.split()):
        kind = "links"
    return _Part(Block(kind, ((start, end),), level=level), spans)


def _raw_part(token: Token, source: _Source) -> _Part | None:
    """HTML and indented text are read as a paragraph; tags and comments are markup."""
    assert token.map is not None
    first, last = token.map[0], min(token.map[1], len(source.starts)) - 1
    start, end = source.starts[first], source.ends[last]
    text = source.text[start:end]
    if not text.strip():
        return None
    block = Block("paragraph", ((start + len(text) - len(text.lstrip()), start + len(text.rstrip())),))
    comments = [Span("markup", start + m.start(), start + m.end()) for m in _COMMENT.finditer(text)]
    return _Part(block, comments)


def _loss(kind: str, message: str, token: Token, source: _Source) -> Loss:
    first, last = token.map or (0, 1)
    return Loss(kind, message, source.starts[first], source.ends[min(last, len(source.ends)) - 1])


def _row_cells(source: _Source, token: Token) -> list[tuple[int, int, int]]:
    if token.map is None:
        return []
    start, line = source.starts[token.map[0]], source.line(token.map[0])
    text = line.strip()
    indent = len(line) - len(line.lstrip())
    begin = start + indent
    return pipe_cells(Line(begin, begin + len(text), text, indent, 0, False, False))


def _bodies(source: _Source) -> list[Body]:
    """The notes `[^1]: …`, each with the indented or unbroken lines that follow it."""
    bodies: list[Body] = []
    growing = False
    for i in range(len(source.starts)):
        line = source.line(i)
        note = _NOTE.match(line)
        if note:
            start = source.starts[i] + note.start() + len(line) - len(line.lstrip(" "))
            words, end = source.starts[i] + note.end(), source.starts[i] + len(line.rstrip())
            bodies.append(Body(note["label"], start, words, [i], max(words, end), "bracket"))
            growing = True
        elif growing and line.strip() and (line.startswith(("    ", "\t")) or source.line(i - 1).strip()):
            bodies[-1].lines.append(i)
            bodies[-1].end = source.starts[i] + len(line.rstrip())
        elif line.strip():
            growing = False
    return bodies


def _code_and_escapes(text: str, start: int) -> list[Span]:
    """Backticks, backslashes before signs, and the brackets of `<address>` are no words."""
    signs = [(pattern, sign) for pattern, sign in ((_CODE_MARK, "`"), (_ESCAPE, "\\"), (_AUTO, "<")) if sign in text]
    found = [Span("markup", m.start(), m.end()) for pattern, _ in signs for m in pattern.finditer(text, start)]
    if "<http" in text or "<www." in text:
        found += [
            Span("markup", text.index(">", m.end()), text.index(">", m.end()) + 1) for m in _AUTO.finditer(text, start)
        ]
    return found
