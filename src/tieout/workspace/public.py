"""A workspace as pages may show it: passages in which a protected name stands are withheld, and counted.

It is read as the workspace itself is. Offsets stay true, because a text keeps its length.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from tieout.errors import ProtectedError
from tieout.protection.guard import Guard, Span
from tieout.protection.screen import Screen
from tieout.reading.document import Document
from tieout.workspace.entry import Entry
from tieout.workspace.manifest import Manifest
from tieout.workspace.part import Part
from tieout.workspace.workspace import Workspace

_WHOLE = frozenset({"notes", "sources", "losses", "not_checked"})
"""Fields of a part whose records stay, without the name, when they rest on withheld words: the sources are a list of
what is cited, and what was not read is never silent."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """How much is left out to protect sources."""

    passages: int = 0
    records: int = 0
    documents: int = 0
    """Documents whose name or title held a protected name."""


class PublicWorkspace(Workspace):
    """A workspace without its protected names."""

    def __init__(self, whole: Workspace) -> None:
        self._whole, self._guard = whole, whole.guard
        self._doc_of = {_named(self._guard, entry, number): entry.doc for number, entry in enumerate(whole.entries, 1)}
        self._names = {doc: name for name, doc in self._doc_of.items()}
        self._lost: dict[str, Withheld] = {}
        super().__init__(whole.path, self._manifest(whole.manifest))

    @property
    def guard(self) -> Guard:
        """That of the whole workspace."""
        return self._guard

    @property
    def public(self) -> Workspace:
        """It is that already."""
        return self

    @property
    def withheld(self) -> Withheld:
        for entry in self.entries:
            self.part(entry.doc)
        renamed = sum(a != b for a, b in zip(self._whole.entries, self.entries, strict=True))
        lost = self._lost.values()
        return Withheld(sum(one.passages for one in lost), sum(one.records for one in lost), renamed)

    def part(self, doc: str) -> Part:
        """All that was read from one document, save what is withheld."""
        if doc not in self._parts:
            self._parts[doc] = self._screened(doc, self._whole.part(self._doc_of[doc]))
        return self._parts[doc]

    def table(self, name: str) -> Path:
        """Tables hold everything: they are no part of what may be shown."""
        raise ProtectedError(f"{name}: the tables of a workspace with protected names are not shown")

    def _manifest(self, manifest: Manifest) -> Manifest:
        screen = Screen(self._guard, "", (), self._names)
        entries = tuple(self._entry(entry, screen) for entry in manifest.entries)
        bare = replace(manifest.scope, protect=())
        return replace(screen.of(replace(manifest, entries=(), scope=bare)), entries=entries)

    def _entry(self, entry: Entry, screen: Screen) -> Entry:
        doc = self._names[entry.doc]
        if doc == entry.doc:
            return screen.of(entry)
        key = Path(doc).stem if self._guard.meets(entry.key) else entry.key
        return screen.of(replace(entry, doc=doc, key=key, paths=(doc,)))

    def _screened(self, doc: str, part: Part) -> Part:
        text, spans = self._guard.covered(part.document.text, _stretches(part.document))
        screen = Screen(self._guard, text, spans, self._names)
        document = self._document(part.document, text, screen)
        if not spans and document == replace(part.document, path=doc) and not self._renamed:
            self._lost[doc] = Withheld()
            return part
        kept: dict[str, Any] = {}
        lost = 0
        for field in fields(part):
            held = getattr(part, field.name)
            if isinstance(held, tuple):
                kept[field.name] = screen.of(held) if field.name in _WHOLE else screen.standing(held)
                lost += len(held) - len(kept[field.name])
        self._lost[doc] = Withheld(len(spans), lost)
        return replace(part, document=document, **kept)

    @cached_property
    def _renamed(self) -> bool:
        return any(name != doc for name, doc in self._doc_of.items())

    def _document(self, document: Document, text: str, screen: Screen) -> Document:
        bare = screen.of(replace(document, text="", blocks=()))
        return replace(bare, text=text, blocks=document.blocks)


def _stretches(document: Document) -> list[Span]:
    """The running text, block by block, without the mark that a note or item begins with."""
    marks = {span.start: span.end for span in document.spans if span.kind in ("markup", "note_mark")}
    return sorted((marks.get(start, start), end) for block in document.blocks for start, end in block.pieces)


def _named(guard: Guard, entry: Entry, number: int) -> str:
    """The name of a document, or another when a protected name stands in it."""
    if any(map(guard.meets, (entry.doc, entry.key, *entry.paths))):
        return f"withheld-{number}.{entry.format}"
    return entry.doc
