"""What a draft cites: every key in its brackets, found in the workspace, with the place of the words it stands for.

`[@hrw-2025, p. 4]` is a source by its key, `[@f:3fa1c09b2e]` the source that a record stands in, with the record's
own page; `[@own, 2,568 less 2,032]` says that the author says so, and how. What is not found is told, never guessed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice, takewhile

from tieout.errors import shown
from tieout.evidence.figure import Figure
from tieout.evidence.records.record import Record
from tieout.report.draft.draft import Draft
from tieout.report.words import words
from tieout.workspace.entry import Entry
from tieout.workspace.workspace import Workspace

OWN = "own"
"""The key of what the author says for themselves."""
RECORD = re.compile(r"(?P<kind>[a-z]):(?P<id>.*)")
"""A record by its id: `f:` for figures; other letters stand for other kinds, and the id alone is looked for."""
LEAST = 6
"""Digits of a record's id that are enough when only one record has them."""

_ITEM = re.compile(r"(?P<before>[^@]*?)(?P<bare>-?)@(?P<key>\w(?:[\w:.#$%&+?~/-]*\w)?)(?P<behind>[^;]*)")
_LOCATOR = re.compile(
    r"\s*,?\s*\{?\s*(?:pp?|p[aá]gs?|paras?|párrs?|arts?|ch|chs|chap|caps?|secs?|sections?|tables?|fig|vol|lines?)\b\.?\s*"
    r"[\divxlc](?:[\divxlc ,.–-]*[\divxlc])?\b\}?",
    re.IGNORECASE,
)
_HEX = re.compile(r"[0-9a-f]+")
_NEAR = 3
_MOST = 20


@dataclass(frozen=True, slots=True)
class Cited:
    """One key of a bracket, found. `entry` is None for what the author says for themselves."""

    key: str
    entry: Entry | None
    record: Figure | Record | None
    locator: str
    """As the author gives it, or else the place of the record: `p. 4`, `para. 12`."""
    before: str
    """Words of the author before the key: `see`."""
    behind: str
    """And behind it."""
    bare: bool = False
    """Whether the author's name is left out (`[-@key]`)."""


@dataclass(frozen=True, slots=True)
class Bracket:
    """One bracket of the draft: `text[start:end]`."""

    start: int
    end: int
    cited: tuple[Cited, ...]

    @property
    def own(self) -> bool:
        """Whether the author answers for some of it."""
        return any(one.entry is None for one in self.cited)


class Keys:
    """The keys of a workspace: its sources, and its records by id."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._ids = sorted(workspace.by_id)

    def source(self, key: str) -> Entry | None:
        """The source of a key."""
        return self.workspace.by_key.get(key)

    def records(self, start: str) -> list[str]:
        """The ids that begin so."""
        low = bisect_left(self._ids, start)
        return list(takewhile(lambda id: id.startswith(start), islice(self._ids, low, low + _MOST)))

    def near(self, key: str) -> list[str]:
        """The keys most like one that is not there."""
        found = RECORD.fullmatch(key)
        if found is None:
            return get_close_matches(key, self.workspace.by_key, _NEAR, 0.5)
        at = bisect_right(self._ids, found["id"])
        near = self._ids[max(0, at - 2) : at + 1]
        return [f"{found['kind']}:{id}" for id in near if id[:_NEAR] == found["id"][:_NEAR]]


def brackets(draft: Draft, keys: Keys, language: str = "en") -> tuple[list[Bracket], list[str]]:
    """Every bracket of the draft that cites, and a line for each key that is nothing or more than one thing."""
    found: list[Bracket] = []
    faults: list[str] = []
    hidden = [*draft.comments, *((block.start, block.end) for block in draft.blocks)]
    for span in draft.reading.document.spans_of("citation"):
        if any(start <= span.start < end for start, end in hidden):
            continue
        cited = []
        for item in _items(draft.text[span.start + 1 : span.end - 1]):
            one = _cited(item, keys, language)
            if isinstance(one, str):
                faults.append(f"{draft.place(span.start)}: {shown(one)}")
            else:
                cited.append(one)
        found.append(Bracket(span.start, span.end, tuple(cited)))
    return found, faults


def place_of(workspace: Workspace, doc: str, offset: int, language: str = "en") -> str:
    """Page of an offset of a document, or else its paragraph: `p. 4`, `para. 12`; empty when it has neither."""
    w = words(language, "tieout.report.draft")
    document = workspace.part(doc).document
    pages = [span for span in document.spans_of("page") if span.label]
    held = next((span for span in pages if span.start <= offset <= span.end), None)
    if held is not None:
        return w("part", "page", n=held.label)
    starts = [block.start for block in document.blocks if block.kind in ("paragraph", "list_item")]
    number = bisect_right(starts, offset)
    return w("part", "paragraph", n=number) if number else ""


def _items(inside: str) -> Iterator[re.Match[str]]:
    return _ITEM.finditer(inside)


def _cited(item: re.Match[str], keys: Keys, language: str) -> Cited | str:
    """One key found, or what is wrong with it."""
    key, behind = item["key"], item["behind"]
    before = item["before"].lstrip("; ")
    if key == OWN:
        return Cited(key, None, None, "", before, behind.strip(" ,"))
    bare = bool(item["bare"])
    given = _LOCATOR.match(behind)
    locator = " ".join(given[0].strip(" ,{}").split()) if given else ""
    rest = (behind[given.end() :] if given else behind).rstrip()
    found = RECORD.fullmatch(key)
    if found is None:
        entry = keys.source(key)
        return Cited(key, entry, None, locator, before, rest, bare) if entry else _unknown(key, keys)
    start = found["id"]
    if not _HEX.fullmatch(start) or len(start) < LEAST:
        return f"@{key}: no id of a record; give {LEAST} or more of its hexadecimal digits, as in @f:3fa1c09b2e"
    ids = keys.records(start)
    if not ids:
        return _unknown(key, keys)
    if len(ids) > 1:
        return f"@{key}: {_several(ids)} begin so; give more of the digits"
    record = keys.workspace.by_id[ids[0]]
    place = locator or place_of(keys.workspace, record.doc, record.start, language)
    return Cited(key, keys.workspace.by_doc[record.doc], record, place, before, rest, bare)


def _several(ids: Sequence[str]) -> str:
    return ", ".join(f"f:{id}" for id in ids[:_NEAR]) + (f" and {len(ids) - _NEAR} more" if len(ids) > _NEAR else "")


def _unknown(key: str, keys: Keys) -> str:
    what = "record of the workspace has this id" if RECORD.fullmatch(key) else "source of the workspace has this key"
    near = keys.near(key)
    return f"@{key}: no {what}; " + (
        f"the nearest are {', '.join(near)}" if near else "`tieout report suggest` lists what there is"
    )
