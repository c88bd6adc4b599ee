"""Two workspaces against each other: which documents came, went, or are there in a new edition, and what it changed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tieout.changes.change import Changes, DocumentChange
from tieout.changes.editions import editions
from tieout.sources.stems import words_of
from tieout.workspace.entry import Entry
from tieout.workspace.workspace import Workspace

_YEAR = re.compile(r"(?:19|20)\d\d")
_ORDER = ("edition", "added", "withdrawn", "same")


def workspaces(old: Workspace, new: Workspace) -> Changes:
    """Every document of the two, those in a new edition with what is different in it."""
    pairs = _paired(old.entries, new.entries)
    met = {entry.doc for _, entry in pairs}
    before = {entry.doc for entry, _ in pairs}
    found = [_compared(old, new, mine, other) for mine, other in pairs]
    found += [DocumentChange("withdrawn", entry, None) for entry in old.entries if entry.doc not in before]
    found += [DocumentChange("added", None, entry) for entry in new.entries if entry.doc not in met]
    return Changes(tuple(sorted(found, key=lambda d: (_ORDER.index(d.fate), d.name))))


def _compared(old: Workspace, new: Workspace, mine: Entry, other: Entry) -> DocumentChange:
    if mine.sha256 == other.sha256:
        return DocumentChange("same", mine, other)
    return DocumentChange("edition", mine, other, editions(old.part(mine.doc), new.part(other.doc)))


def _paired(old: Sequence[Entry], new: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """The documents that are in both, in five goes: the same bytes, the same name, the same key, the same address, and
    the same title of the same publisher but for its year."""
    pairs: list[tuple[Entry, Entry]] = []
    mine, others = list(old), list(new)
    for same in (_bytes, _name, _key, _address, _series):
        known = {key: entry for entry in reversed(others) if (key := same(entry))}
        for entry in list(mine):
            other = known.pop(same(entry), None)
            if other is not None:
                pairs.append((entry, other))
                mine.remove(entry)
                others.remove(other)
    return pairs


def _bytes(entry: Entry) -> str:
    return entry.sha256


def _name(entry: Entry) -> str:
    return entry.doc


def _key(entry: Entry) -> str:
    return entry.key


def _address(entry: Entry) -> str:
    return entry.url or ""


def _series(entry: Entry) -> str:
    """Title without years, with the publisher; nothing for a document without both."""
    title = " ".join(word.stem for word in words_of(_YEAR.sub(" ", entry.title or "")))
    return f"{entry.publisher}\n{title}\n{entry.country}" if title and entry.publisher else ""
