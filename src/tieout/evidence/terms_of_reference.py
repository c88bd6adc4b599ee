"""Terms of reference: the chapters of a report and the questions it must answer, from a Markdown file people can read.

Ids never count items, so that one put in or taken out renames no other. It knows nothing of evidence or of reports.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tieout.errors import UsageError, shown
from tieout.language.countries import alpha2
from tieout.language.edtf import is_date
from tieout.language.tables import LANGUAGES
from tieout.reading.decode import decode
from tieout.reading.frontmatter import front_matter

Text = Mapping[str, str]
"""Words by language (`en`, `es`)."""

_CHAPTER = re.compile(r"(?P<marks>#{1,6})\s+(?P<words>.*?)\s*#*\s*")
_ITEM = re.compile(r"(?:[-*+]|\d{1,3}[.)])\s+(?P<words>.*)")
_FIELD = re.compile(r"(?P<key>[a-z]{2}|words)\s*:\s*(?P<value>.*)")
_ID = re.compile(r"\s*\{#(?P<id>[^{}]*)\}\s*$")
_GOOD_ID = re.compile(r"[a-z][a-z0-9-]{0,59}")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_WORD = re.compile(r"[^\W_]+")
_WORDS_OF_ID = 6
_KEYS = frozenset({"title", "language", "lang", "country", "period", *(f"title_{other}" for other in LANGUAGES)})
_ID_REMEDY = "write small letters, digits and -, as in {#courts}"


@dataclass(frozen=True, slots=True)
class Item:
    """One question. `number` is its place as printed (`2.3`); `id` stays when others come and go."""

    id: str
    number: str
    chapter: str
    """Id of its chapter."""
    text: Text
    words: tuple[str, ...] = ()
    """Further words to look for its evidence by, as the file lists them, of any language."""
    line: int = 0
    """Line of the file, from 1."""

    def said(self, language: str) -> str:
        """Its words in a language, or in the one it has."""
        return _said(self.text, language)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading with the questions below it."""

    id: str
    number: str
    title: Text
    items: tuple[Item, ...]
    line: int = 0

    def said(self, language: str) -> str:
        """Its words in a language, or in the one it has."""
        return _said(self.title, language)


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of reference of one report."""

    file: str
    language: str
    """The language it is written in; translations stand beside."""
    title: Text
    chapters: tuple[Chapter, ...]
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    period: str | None = None
    """The reference period, EDTF."""

    @property
    def items(self) -> tuple[Item, ...]:
        """All questions, in order."""
        return tuple(item for chapter in self.chapters for item in chapter.items)

    def item(self, said: str) -> Item | None:
        """The question of an id or a number (`2.3`); None when there is none."""
        return next((item for item in self.items if said in (item.id, item.number)), None)

    def chapter(self, said: str) -> Chapter | None:
        """The chapter of an id or a number; None when there is none."""
        return next((chapter for chapter in self.chapters if said in (chapter.id, chapter.number)), None)


def read_terms(path: Path) -> Terms:
    """The terms in a file. UsageError, a line for every mistake, when it cannot be used."""
    try:
        text = decode(path.read_bytes())
    except OSError as fault:
        raise UsageError(f"{shown(str(path))}: the terms of reference cannot be read ({fault.strerror})") from fault
    except ValueError as fault:
        raise UsageError(f"{shown(str(path))}: {fault}; save it as UTF-8 text") from fault
    return terms_from(text, str(path))


def terms_from(text: str, file: str = "terms.md") -> Terms:
    """The terms that a text holds; `file` is the name that mistakes are told under."""
    draft = _Draft(file)
    draft.head(text)
    for line, words in _lines(text):
        draft.take(line, words)
    return draft.terms()


@dataclass(slots=True)
class _Node:
    """A chapter or an item while it is read."""

    line: int
    text: dict[str, str]
    id: str
    words: tuple[str, ...] = ()
    items: list[_Node] = field(default_factory=list)


@dataclass(slots=True)
class _Draft:
    """What was read so far of one file, and what is wrong with it."""

    file: str
    chapters: list[_Node] = field(default_factory=list)
    values: Mapping[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)
    """Line of each id."""
    language: str = "en"
    _level: int = 0
    """How many `#` a chapter has: as many as the first heading."""
    _open: _Node | None = None
    """The chapter or item that the next line may go on with."""

    def fault(self, line: int, what: str, remedy: str) -> None:
        self.faults.append(shown(f"{self.file}, line {line}: {what}; {remedy}"))

    def head(self, text: str) -> None:
        """Take the front matter."""
        front = front_matter(text)
        if front is None:
            return
        self.values = front.values
        for key, value in front.values.items():
            line = next((n for n, words in enumerate(text.splitlines(), 1) if words.lower().startswith(key)), 1)
            if key not in _KEYS:
                self.fault(line, f"{key}: says nothing here", f"known are {', '.join(sorted(_KEYS))}")
            elif key == "country" and alpha2(value) is None:
                self.fault(line, f"country: {value} is no ISO 3166-1 code", "write one such as PE or PER")
            elif key == "period" and not is_date(value):
                self.fault(line, f"period: {value} is no period", "write first and last, as in 2021-01/2025-06")
            elif key in ("language", "lang") and front.language is None:
                self.fault(line, f"{key}: {value} is not read", f"write {' or '.join(LANGUAGES)}")
        self.language = front.language or "en"

    def take(self, line: int, raw: str) -> None:
        """Take one line behind the front matter."""
        words = raw.strip()
        indented = raw[:1] in (" ", "\t")
        if not words:
            return
        if chapter := _CHAPTER.fullmatch(words):
            self._chapter(line, len(chapter["marks"]), chapter["words"])
        elif (item := _ITEM.fullmatch(words)) and not indented:
            self._item(line, item["words"])
        elif item:
            self.fault(line, "an item inside an item", "begin it at the margin: every question is an item of its own")
        elif (told := _FIELD.fullmatch(words)) and (indented or self._on_chapter()):
            self._field(line, told["key"], told["value"])
        elif indented and self._open is not None and not self._on_chapter() and not _ID.search(words):
            self._open.text[self.language] += f" {words}"
        elif _ID.search(words):
            self.fault(line, "an id on a further line", "write it at the end of the question's first line")
        else:
            self.fault(line, "neither a chapter nor an item", "begin a question with -, a chapter with #")

    def terms(self) -> Terms:
        """The terms read. UsageError with every mistake."""
        if not self.chapters and not self.faults:
            self.fault(1, "no chapter and no item", "write # and a chapter, and below it - and each question")
        for chapter in self.chapters:
            if not chapter.items:
                self.fault(chapter.line, "a chapter without items", "write its questions below it, each after -")
        if self.faults:
            raise UsageError("\n".join(self.faults))
        titles = {other: said for other in LANGUAGES if (said := self.values.get(f"title_{other}"))}
        title = self.values.get("title")
        return Terms(
            self.file,
            self.language,
            {**({self.language: title} if title else {}), **titles} or _TITLES,
            tuple(_chapter(number, node) for number, node in enumerate(self.chapters, 1)),
            alpha2(self.values.get("country", "")),
            self.values.get("period"),
        )

    def _on_chapter(self) -> bool:
        return bool(self.chapters) and self._open is self.chapters[-1]

    def _chapter(self, line: int, level: int, words: str) -> None:
        self._level = self._level or level
        if level != self._level:
            marks = "#" * self._level
            self.fault(line, "a heading of another level", f"chapters are those with {marks}; questions are items")
        self._open = self._node(line, words)
        self.chapters.append(self._open)

    def _item(self, line: int, words: str) -> None:
        self._open = self._node(line, words)
        if self.chapters:
            self.chapters[-1].items.append(self._open)
        else:
            self.fault(line, "an item outside a chapter", "write a heading with # above it")

    def _node(self, line: int, words: str) -> _Node:
        """A chapter or item with its id, own or made from its first words."""
        given = _ID.search(words)
        bare = words[: given.start()] if given else words
        id = given["id"] if given else _slug(bare)
        if not bare:
            self.fault(line, "no words", "write what is asked")
        elif given and not _GOOD_ID.fullmatch(id):
            self.fault(line, f"{{#{id}}} is no id", _ID_REMEDY)
        elif not id:
            self.fault(line, "no id can be made of its words", _ID_REMEDY)
        elif id in self.seen:
            self.fault(line, f"the id {id} stands on line {self.seen[id]} too", "give one of them its own, as {#other}")
        self.seen.setdefault(id, line)
        return _Node(line, {self.language: bare}, id)

    def _field(self, line: int, key: str, value: str) -> None:
        """A translation, or words to look for."""
        if self._open is None:
            self.fault(line, f"{key}: belongs to no item", "write it below the question, indented")
        elif key == "words":
            self._open.words += tuple(word.strip() for word in value.split(",") if word.strip())
        elif key in LANGUAGES and value:
            self._open.text[key] = value
        else:
            what = f"{key}: has no words" if not value else f"{key}: no language that is read"
            self.fault(line, what, f"known are {', '.join(LANGUAGES)} and words")


_TITLES = {"en": "Terms of reference", "es": "Términos de referencia"}


def _chapter(number: int, node: _Node) -> Chapter:
    items = tuple(
        Item(item.id, f"{number}.{place}", node.id, item.text, (*node.words, *item.words), item.line)
        for place, item in enumerate(node.items, 1)
    )
    return Chapter(node.id, str(number), node.text, items, node.line)


def _slug(words: str) -> str:
    """An id made of the first words alone."""
    plain = "".join(c for c in unicodedata.normalize("NFD", words.lower()) if not unicodedata.combining(c))
    parts = [part for part in _WORD.findall(plain) if part.isascii() and not part.isdigit()]
    return "-".join(parts[:_WORDS_OF_ID])[:60].rstrip("-")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines behind the front matter with their numbers; comments are blank."""
    front = front_matter(text)
    blank = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    start = text.count("\n", 0, front.end) if front else 0
    return ((number, words) for number, words in enumerate(blank.split("\n"), 1) if number > start)


def _said(text: Text, language: str) -> str:
    return text.get(language) or next(iter(text.values()))
