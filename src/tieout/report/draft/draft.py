"""A Draft: the author's Markdown as it was read, with its headings, its blocks to be filled and the questions it takes
up. It knows no workspace and changes nothing.
"""

from __future__ import annotations

import re
import shlex
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tieout.errors import UsageError, shown
from tieout.evidence.corpus import Reading
from tieout.language.edtf import is_date
from tieout.reading.frontmatter import front_matter

KEYS = frozenset(
    {"title", "subtitle", "author", "date", "country", "period", "language", "lang", "terms", "numbering", "contents"}
)
"""What the front matter of a draft may say."""

_FENCE = re.compile(r"(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>.*)")
_BLOCK = re.compile(r"\{tieout\b(?P<what>[^}]*)\}[ \t]*")
_HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]+(?P<words>.*?)[ \t]*#*[ \t]*")
_ATTRIBUTES = re.compile(r"\s*\{(?P<inside>[^{}]*)\}\s*$")
_COMMENT = re.compile(r"<!--(?P<words>.*?)-->", re.DOTALL)
_ANSWERS = re.compile(r"\s*answers?\s+(?P<item>[a-z][a-z0-9-]*)\b")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. `number` is its number as printed; empty where it has none."""

    start: int
    end: int
    level: int
    words: str
    number: str
    id: str
    """Its address inside the report."""
    own: bool
    """Whether what stands below is the author's own (`{.own}`): method, disclaimer. It needs no sources."""


@dataclass(frozen=True, slots=True)
class Block:
    """A place that Tieout fills: `{tieout sources}`, `{tieout chart=complaints place=PE}`."""

    start: int
    end: int
    kind: str
    value: str
    options: Mapping[str, str]
    line: int


@dataclass(frozen=True, slots=True)
class Answer:
    """Where the draft takes up a question of the terms: a comment `<!-- answers homicides: … -->` and what follows."""

    item: str
    start: int
    """Of the comment."""
    end: int
    """Where the next comment of this kind, or the next heading, begins."""
    heading: Heading | None
    line: int


@dataclass(frozen=True)
class Draft:
    """One draft. Offsets are those of `text`, the file as decoded."""

    path: Path
    reading: Reading

    @property
    def text(self) -> str:
        return self.reading.document.text

    @cached_property
    def values(self) -> Mapping[str, str]:
        """What its front matter says."""
        front = front_matter(self.text)
        return front.values if front else {}

    @cached_property
    def body(self) -> int:
        """Where the text behind the front matter begins."""
        front = front_matter(self.text)
        return front.end if front else 0

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def line(self, offset: int) -> int:
        """The line of an offset, from 1."""
        return bisect_right(self._line_starts, offset)

    def place(self, offset: int) -> str:
        """`draft.md:14`, as faults are told."""
        return f"{shown(str(self.path))}:{self.line(offset)}"

    @cached_property
    def comments(self) -> tuple[tuple[int, int], ...]:
        """Comments outside code, which are for the author alone."""
        return tuple(
            (found.start(), found.end())
            for found in _COMMENT.finditer(self.text, self.body)
            if not self._in_code(found.start())
        )

    @cached_property
    def _code(self) -> tuple[tuple[int, int, str], ...]:
        """Fenced code: start, end and the words behind the fence."""
        return tuple(_fences(self.text, self.body))

    def _in_code(self, offset: int) -> bool:
        return any(start <= offset < end for start, end, _ in self._code)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The places to be filled. UsageError for one that cannot be understood."""
        return tuple(block for start, end, info in self._code if (block := self._block(start, end, info)))

    def _block(self, start: int, end: int, info: str) -> Block | None:
        found = _BLOCK.fullmatch(info)
        if found is None:
            return None
        try:
            words = shlex.split(found["what"])
        except ValueError as fault:
            raise UsageError(f"{self.place(start)}: {info}: {fault}; close the quotation marks") from fault
        if not words or any("=" not in word for word in words[1:]):
            raise UsageError(
                f"{self.place(start)}: {info}: write ```{{tieout KIND name=value}}, such as {{tieout sources}}"
            )
        kind, _, value = words[0].partition("=")
        options = dict(word.split("=", 1) for word in words[1:])
        return Block(start, end, kind, value, options, self.line(start))

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The headings in order, numbered as they are printed; one marked `{-}` or `{.unnumbered}` has no number."""
        found = list(_lines(self.text, self.body, self._in_code))
        out: list[Heading] = []
        counts: list[int] = []
        own = 0
        for start, match in found:
            level = len(match["marks"]) + self.shift
            attributes = _ATTRIBUTES.search(match["words"])
            inside = attributes["inside"].split() if attributes else []
            words = match["words"][: attributes.start()] if attributes else match["words"]
            if level < 1:
                continue
            if own and level <= own:
                own = 0
            if ".own" in inside and not own:
                own = level
            number = ""
            if not {"-", ".unnumbered"} & set(inside):
                counts = [*counts[:level], *[0] * (level - len(counts))]
                counts[level - 1] += 1
                number = ".".join(map(str, counts))
            given = next((word[1:] for word in inside if word.startswith("#")), "")
            id = given or (f"section-{number.replace('.', '-')}" if number else f"part-{len(out) + 1}")
            out.append(Heading(start, start + len(match[0]), level, words, number, id, bool(own)))
        return tuple(out)

    @cached_property
    def shift(self) -> int:
        """By how much the levels of its headings are lowered, so that chapters have the first."""
        levels = [len(m["marks"]) for _, m in _lines(self.text, self.body, self._in_code)]
        return -_top(levels, titled="title" in self.values)

    @cached_property
    def title(self) -> str:
        """As the front matter has it, or else the heading above all others."""
        if "title" in self.values or not self.shift:
            return self.values.get("title", self.path.stem)
        return next((m["words"] for _, m in _lines(self.text, self.body, self._in_code)), self.path.stem)

    def heading_at(self, offset: int) -> Heading | None:
        """The heading that an offset stands under."""
        index = bisect_right([h.start for h in self.headings], offset)
        return self.headings[index - 1] if index else None

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """Where questions are taken up, in order."""
        marks = [
            (start, found["item"])
            for start, end in self.comments
            if (found := _ANSWERS.match(self.text, start + len("<!--"), end))
        ]
        stops = sorted([start for start, _ in marks] + [h.start for h in self.headings] + [len(self.text)])
        out = []
        for start, item in marks:
            end = stops[bisect_right(stops, start)]
            out.append(Answer(item, start, end, self.heading_at(start), self.line(start)))
        return tuple(out)

    def faults(self) -> Iterator[str]:
        """What its front matter says that cannot be understood, a line each."""
        front = front_matter(self.text)
        head = self.text[: self.body]
        if front is None:
            if self.text.lstrip().startswith("---"):
                yield f"{self.place(0)}: the front matter is not understood; write `key: value` lines between ---"
            return
        for key, value in front.values.items():
            found = re.search(rf"^{re.escape(key)}\b", head, re.MULTILINE | re.IGNORECASE)
            at = self.place(found.start() if found else 0)
            if key not in KEYS:
                yield f"{at}: {key}: says nothing in a draft; known are {', '.join(sorted(KEYS))}"
            elif key == "date" and front.date is None:
                yield f"{at}: date: {shown(value)} is no date; write 2026-03-31, 2026-03 or 2026"
            elif key == "period" and not is_date(value):
                yield f"{at}: period: {shown(value)} is no period; write first and last, as in 2023-01/2025-06"


def read_draft(path: Path) -> Draft:
    """The draft in a Markdown file. A TieoutError when it cannot be read."""
    from tieout.evidence.file import read_file

    if path.suffix.lower() not in (".md", ".markdown"):
        raise UsageError(f"{shown(str(path))}: a draft is a Markdown file; `tieout report init` makes one")
    return Draft(path, read_file(path))


def _fences(text: str, at: int) -> Iterator[tuple[int, int, str]]:
    opened: tuple[int, str, str] | None = None
    for line in re.compile(r"[^\n]*\n?").finditer(text, at):
        found = _FENCE.match(line[0].strip()) if line[0][:4].strip() else None
        if opened is None and found:
            opened = (line.start(), found["fence"], found["info"])
        elif opened and found and not found["info"] and found["fence"].startswith(opened[1]):
            yield opened[0], line.start() + len(line[0].rstrip("\r\n")), opened[2]
            opened = None
    if opened:
        yield opened[0], len(text), opened[2]


def _lines(text: str, at: int, skipped: Callable[[int], bool]) -> Iterator[tuple[int, re.Match[str]]]:
    for line in re.compile(r"^#[^\n]*", re.MULTILINE).finditer(text, at):
        found = _HEADING.fullmatch(line[0].rstrip("\r"))
        if found and not skipped(line.start()):
            yield line.start(), found


def _top(levels: list[int], *, titled: bool) -> int:
    """The level above the chapters: that of the title, where one heading alone, the first, is the highest."""
    if not levels:
        return 0
    highest = min(levels)
    title = not titled and levels[0] == highest and levels.count(highest) == 1 and len(levels) > 1
    return highest if title else highest - 1
