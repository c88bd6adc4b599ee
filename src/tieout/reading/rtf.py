"""Reads an RTF file: the text that Word or LibreOffice would show, with its notes, tables, headings and links.

Tracked changes are read as if accepted; comments are left out and counted. Text boxes follow the paragraph they hang
on, the bodies of notes stand at the end. Headers and footers are not read as text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from tieout.errors import UnreadableError
from tieout.reading.cells import with_tables
from tieout.reading.document import Block, BlockKind, Document
from tieout.reading.names import caption_label
from tieout.reading.raised import note_numbers
from tieout.reading.rtf_head import Head, head_of
from tieout.reading.rtf_table import Table
from tieout.reading.rtf_tokens import Token, decoded, tokens_of
from tieout.reading.writer import Writer

READER = "tieout-rtf 1"

_SIGNS = {
    "tab": "\t", "line": "\n", "softline": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002",
    "qmspace": "\u2005", "zwj": "\u200d", "zwnj": "\u200c", "zwbo": "\u200b", "zwnbo": "\u2060",
}  # fmt: skip
_SYMBOLS = {"~": "\u00a0", "_": "\u2011", "-": "\u00ad", "{": "{", "}": "}", "\\": "\\"}
_SKIPPED_NAMES = """
fonttbl colortbl stylesheet info header headerl headerr headerf footer footerl footerr footerf pict objdata
nonshppict shprslt listtext pntext pn xe tc tcn rxe ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn listtable
listoverridetable revtbl nonesttables sp bkmkstart bkmkend atnid atnauthor atnref atndate atrfstart atrfend
"""
_SKIPPED = frozenset(_SKIPPED_NAMES.split())
"""Destinations whose text is not the document's."""
_STARRED = frozenset({"footnote", "fldinst", "shpinst", "shppict", "shptxt", "annotation", "ud", "nesttableprops"})
"""Destinations that are known although they are marked as passed over by programs that do not know them."""
_LABEL = 200
"""The label of a caption stands in so many characters."""
_HYPERLINK = re.compile(r'^\s*HYPERLINK\s+(?!\\)"?(?P<target>[^"\s]+)', re.IGNORECASE)
_CONTENTS = re.compile(r"\s*TO[CA]\b", re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    """A field: its instruction, and where its result begins."""

    instruction: str = ""
    start: int = -1


@dataclass(frozen=True, slots=True)
class _State:
    """What a group keeps to itself."""

    dest: str = "text"
    """`text`, `skip`, `instruction`."""
    uc: int = 1
    page: int = 1252
    font: int = -1
    raised: bool = False
    hidden: bool = False
    deleted: bool = False
    revised: bool = False
    style: int = -1
    outline: int = -1
    listed: int = 0
    in_table: bool = False
    field: _Field | None = field(default=None, compare=False)
    result: bool = False
    """Whether this group holds the result of its field."""


def read_rtf(path: Path) -> Document:
    """The document in an RTF file; `UnreadableError` when it holds no text."""
    data = path.read_bytes()
    tokens = list(tokens_of(data.decode("latin-1")))
    head = head_of(tokens)
    reader = _Reader(tokens, head)
    reader.read()
    if not reader.writer.blocks:
        raise UnreadableError(str(path), "it holds no text", "check that it is the right file")
    return reader.writer.document(
        str(path),
        data,
        format="rtf",
        reader=READER,
        title=reader.title or head.metadata.get("title"),
        metadata=head.metadata,
    )


class _Reader:
    """Plays the tokens and writes what they say."""

    def __init__(self, tokens: list[Token], head: Head) -> None:
        self.writer = Writer()
        self.title: str | None = None
        self._tokens, self._head = tokens, head
        self._bytes: list[str] = []
        self._bytes_page = 1252
        self._wide = ""
        self._skip = 0
        self._notes: list[tuple[str, int, int]] = []
        self._boxes: list[tuple[int, int]] = []
        self._in_note = False
        self._endnotes = self._footnotes = 0
        self._marked: str | None = None
        self._raised_at = -1
        self._table: Table | None = None
        self._tables = 0
        self._listed = False
        self._mark = self.writer.mark()
        self._lost = dict.fromkeys(("changes", "comments", "hidden", "images", "signs"), 0)

    def read(self) -> None:
        """Write the body, then the notes, then say what was not read."""
        ended = self._play(0, len(self._tokens), _State(page=self._head.page))
        self._end_table()
        self.writer.blocks = self._with_captions()
        self._in_note = True
        lost = [label for label, start, end in self._notes if not self._note(label, start, end)]
        if lost:
            self.writer.loss("note_body", f"no text in the file for the notes {', '.join(lost[:10])}", len(lost))
        if not ended:
            self.writer.loss("cut_short", "the file ends before its last group does; it may be cut short")
        messages = (
            ("changes", "tracked_changes", "tracked changes are pending; the text is read as if all were accepted"),
            ("comments", "comment", "comments were not read"),
            ("hidden", "hidden_text", "hidden text was left out"),
            ("images", "image", "pictures were not read"),
            ("signs", "symbol", "signs of symbol fonts were left out"),
        )
        for name, kind, message in messages:
            if self._lost[name]:
                self.writer.loss(kind, message, self._lost[name])

    # -- tokens ------------------------------------------------------------------------------------------------------

    def _play(self, at: int, end: int, state: _State) -> bool:
        """Play tokens up to `end`; gives whether every group that was opened was closed."""
        stack: list[_State] = []
        tokens = self._tokens
        while at < end:
            kind, text, number = tokens[at]
            if kind == "bytes":
                self._take(text, state)
            elif kind == "{":
                self._skip = 0
                stack.append(state)
                if state.result:
                    state = replace(state, result=False)
            elif kind == "}":
                self._skip = 0
                self._flush()
                if state.result and state.field is not None:
                    self._close_field(state.field)
                state = stack.pop() if stack else state
            elif self._skip and text != "bin":
                self._skip -= 1
            elif kind == "sign" and text == "*":
                if at + 1 < end and tokens[at + 1].text not in _STARRED:
                    state = replace(state, dest="skip")
            elif kind == "sign":
                self._take_sign(text, state)
            elif text in ("footnote", "shptxt", "annotation") and state.dest != "skip":
                # These are read later, or not at all: their groups are set aside whole.
                close = _group_end(tokens, at, end)
                self._set_aside(text, at + 1, close, tokens)
                at = close
                continue
            else:
                state = self._word(text, number, state)
            at += 1
        self._flush()
        self._end_paragraph(state, last=True)
        return not stack

    def _set_aside(self, word: str, start: int, end: int, tokens: list[Token]) -> None:
        self._flush()
        if word == "annotation":
            self._lost["comments"] += 1
        elif word == "shptxt":
            self._boxes.append((start, end))
        elif not self._in_note:
            label = self._marked
            if label is None and self._raised_at >= 0:
                label = self.writer.since(self._raised_at).strip()
                self.writer.span("note_mark", self._raised_at, self.writer.at, label)
            if label is None:
                label = self._next_label(at_end=any(t.text == "ftnalt" for t in tokens[start : start + 4]))
            self._marked = None
            self._notes.append((label, start, end))

    def _next_label(self, *, at_end: bool) -> str:
        if at_end:
            self._endnotes += 1
            return str(self._endnotes)
        self._footnotes += 1
        return str(self._footnotes)

    def _word(self, word: str, number: int | None, state: _State) -> _State:
        on = number != 0
        if word == "u" and number is not None:
            self._take_wide(number, state)
        elif word in _SKIPPED:
            self._lost["images"] += word == "pict" and state.dest == "text"
            self._listed = self._listed or word in ("listtext", "pntext")
            return replace(state, dest="skip")
        elif state.dest == "skip":
            return state
        elif word in _SIGNS:
            self._write(_SIGNS[word], state)
        elif word in ("par", "sect", "page", "column"):
            self._flush()
            self._end_paragraph(state)
        elif word in ("cell", "row", "nestcell", "nestrow", "trowd", "trhdr", "cellx", "clvmrg", "clvmgf"):
            self._flush()
            self._in_table(word, number)
        elif word == "chftn":
            self._flush()
            self._note_mark(state)
        elif word == "field":
            return replace(state, field=_Field(), result=False)
        elif word == "fldinst":
            return replace(state, dest="instruction")
        elif word == "fldrslt" and state.field is not None:
            self._flush()
            state.field.start = self.writer.at
            return replace(state, result=True)
        elif word == "uc":
            return replace(state, uc=max(0, min(10, number or 0)))
        elif word == "f" and number is not None:
            return replace(state, font=number, page=self._head.pages.get(number, self._head.page))
        else:
            return self._look(word, number, on, state)
        return state

    def _look(self, word: str, number: int | None, on: bool, state: _State) -> _State:
        """Control words that say how text looks and what its paragraph is."""
        if word == "pard":
            return replace(state, style=-1, outline=-1, listed=0, in_table=False)
        if word == "plain":
            font = self._head.font
            page = self._head.pages.get(font, self._head.page)
            return replace(state, raised=False, hidden=False, deleted=False, revised=False, font=font, page=page)
        if word in ("super", "sub", "nosupersub"):
            self._flush()
            self._raised_at = -1
            return replace(state, raised=word == "super" and on)
        if word == "v":
            return replace(state, hidden=on)
        if word in ("deleted", "revised"):
            self._flush()
            self._lost["changes"] += on
            return replace(state, deleted=on) if word == "deleted" else replace(state, revised=on)
        if word == "s" and number is not None:
            return replace(state, style=number)
        if word == "outlinelevel" and number is not None:
            return replace(state, outline=number if 0 <= number < 9 else -1)
        if word == "ls":
            return replace(state, listed=max(1, state.listed))
        if word == "ilvl":
            return replace(state, listed=max(1, min(9, (number or 0) + 1)))
        if word == "intbl":
            return replace(state, in_table=True)
        return state

    # -- text --------------------------------------------------------------------------------------------------------

    def _take(self, text: str, state: _State) -> None:
        if self._skip:
            passed = min(self._skip, len(text))
            self._skip -= passed
            text = text[passed:]
        if not text or state.dest == "skip":
            return
        if state.dest == "instruction":
            if state.field is not None and len(state.field.instruction) < 10_000:
                state.field.instruction += text
            return
        if self._unseen(state):
            return
        if state.font in self._head.symbols and text.strip():
            self._lost["signs"] += 1
            return
        if self._wide or state.page != self._bytes_page or state.raised:
            self._flush()
        self._bytes_page = state.page
        self._bytes.append(text)
        if state.raised:
            self._flush_raised()

    def _unseen(self, state: _State) -> bool:
        self._lost["hidden"] += state.hidden and not state.deleted
        return state.hidden or state.deleted

    def _take_wide(self, number: int, state: _State) -> None:
        self._skip = state.uc
        if state.dest != "text" or self._unseen(state):
            return
        if self._bytes:
            self._flush()
        self._wide += chr(number % 65536)
        if state.raised:
            self._flush_raised()

    def _take_sign(self, sign: str, state: _State) -> None:
        if sign in _SYMBOLS:
            self._write(_SYMBOLS[sign], state)

    def _write(self, text: str, state: _State) -> None:
        if state.dest == "text" and not self._unseen(state):
            self._flush()
            self.writer.write(text)

    def _flush(self) -> None:
        """Write the bytes and characters that wait."""
        if self._wide:
            text = self._wide.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
            self._wide = ""
        elif self._bytes:
            text = decoded("".join(self._bytes), self._bytes_page)
            self._bytes.clear()
        else:
            return
        self.writer.write(text)

    def _flush_raised(self) -> None:
        """Typed note marks: raised digits that are no power. A custom mark of a note is remembered."""
        start = self.writer.at
        self._flush()
        raised = self.writer.since(start)
        before = self.writer.since(max(0, start - 8))[: -len(raised) or None]
        self.writer.note_marks(start, raised, note_numbers(before, raised))
        self._raised_at = start

    # -- paragraphs and tables ---------------------------------------------------------------------------------------

    def _end_paragraph(self, state: _State, *, last: bool = False) -> None:
        if self._in_note or (state.in_table and not last):
            if self.writer.at > self._mark[0]:
                self.writer.write("\n")
            return
        text = self.writer.since(self._mark[0])
        self._end_table()
        if text.strip():
            self._record(state, text)
            self.writer.gap()
        else:
            self.writer.take_back(self._mark)
        self._listed = False
        self._mark = self.writer.mark()
        self._play_boxes(state)

    def _play_boxes(self, state: _State) -> None:
        while self._boxes:
            start, end = self._boxes.pop(0)
            self._play(start, end, replace(state, in_table=False, dest="text", field=None, result=False))

    def _record(self, state: _State, text: str) -> None:
        part, level = self._head.styles.get(state.style, (None, 0))
        piece = self._mark[0] + len(text) - len(text.lstrip()), self._mark[0] + len(text.rstrip())
        kind: BlockKind = "paragraph"
        depth = 0
        if part == "contents" or (state.field is not None and _CONTENTS.match(state.field.instruction)):
            self.writer.span("furniture", *piece)
            return
        if part == "title":
            kind, self.title = "title", self.title or " ".join(text.split())
        elif part == "heading" or state.outline >= 0:
            kind, depth = "heading", level if part == "heading" else state.outline + 1
        elif part == "caption":
            kind = "caption"
        elif state.listed or self._listed or part == "list":
            kind, depth = "list_item", max(1, state.listed)
        self.writer.block(kind, [piece], level=depth)

    def _in_table(self, word: str, number: int | None) -> None:
        if self._table is None:
            text = self.writer.since(self._mark[0])
            if word in ("cell", "row", "nestcell") or not text.strip():
                self._table = Table(self._mark[0])
            else:
                self._table = Table(self.writer.at)
        table = self._table
        if word == "cell":
            table.cell(self.writer)
            self._mark = self.writer.mark()
        elif word == "row":
            table.row(self.writer)
            self._mark = self.writer.mark()
        elif word in ("nestcell", "nestrow"):
            self.writer.write("\t" if word == "nestcell" else "\n")
        else:
            table.define(word, number)

    def _end_table(self) -> None:
        """Record the cells of the table that ended."""
        table, self._table = self._table, None
        if table is not None and table.rows:
            self._tables += table.record(self.writer, self._tables)

    def _with_captions(self) -> list[Block]:
        """The blocks, with each paragraph that is labelled as a caption and stands at a table as its caption."""
        blocks, text = self.writer.blocks, self.writer.since(0)
        kinds = ["", *(block.kind for block in blocks), ""]
        for index, block in enumerate(blocks):
            near = "cell" in (kinds[index], kinds[index + 2])
            words = text[block.start : min(block.end, block.start + _LABEL)]
            if block.kind == "paragraph" and near and caption_label().match(words):
                blocks[index] = replace(block, kind="caption")
        return with_tables(blocks)

    # -- fields and notes --------------------------------------------------------------------------------------------

    def _close_field(self, closed: _Field) -> None:
        link = _HYPERLINK.match(closed.instruction)
        if link and 0 <= closed.start < self.writer.at:
            self.writer.span("link", closed.start, self.writer.at, target=link["target"])

    def _note_mark(self, state: _State) -> None:
        if self._in_note or state.dest != "text" or self._unseen(state):
            return
        self._marked = self._next_label(at_end=False)
        start = self.writer.write(self._marked)
        self.writer.span("note_mark", start, self.writer.at, self._marked)

    def _note(self, label: str, start: int, end: int) -> bool:
        self.writer.gap()
        mark = self.writer.mark()
        self.writer.write(f"{label} ")
        first = self.writer.at
        self._mark = self.writer.mark()
        self._table = None
        self._play(start, end, _State(page=self._head.page))
        text = self.writer.since(first)
        if not text.strip():
            self.writer.take_back(mark)
            return False
        piece = first + len(text) - len(text.lstrip()), first + len(text.rstrip())
        self.writer.block("note", [piece], label=label)
        return True


def _group_end(tokens: list[Token], at: int, end: int) -> int:
    """The index of the token that closes the group that `at` stands in."""
    depth = 0
    for index in range(at, end):
        kind = tokens[index].kind
        if kind == "{":
            depth += 1
        elif kind == "}":
            depth -= 1
            if depth < 0:
                return index
    return end
