"""A Workspace that was built: a Corpus with all its records. It changes nothing.

Parts are read when first asked for and kept: a workspace of some dozens of documents is held in memory whole.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tieout.errors import UsageError
from tieout.evidence.corpus import Reading
from tieout.evidence.figure import Figure
from tieout.evidence.records.record import Record
from tieout.protection.guard import Guard
from tieout.protection.watch import watch
from tieout.workspace.entry import Entry
from tieout.workspace.manifest import Manifest, read_manifest
from tieout.workspace.part import FIELDS, Part, document_from, part_from
from tieout.workspace.scope import Scope
from tieout.workspace.store import DOCUMENTS, PARTS, Store

if TYPE_CHECKING:
    from tieout.workspace.public import Withheld

SUFFIX = ".tieout"
TABLES = "tables"


class Workspace:
    """One build of a workspace, open for reading."""

    def __init__(self, path: Path, manifest: Manifest) -> None:
        self.path, self.manifest = path, manifest
        self._parts: dict[str, Part] = {}
        self._readings: dict[str, Reading] = {}

    @classmethod
    def of(cls, parts: Mapping[Entry, Part]) -> Workspace:
        """A workspace in memory, of documents that were just read; it has no tables and nothing on disk."""
        workspace = cls(Path(), Manifest(Scope(), tuple(parts), ()))
        workspace._parts = {entry.doc: part for entry, part in parts.items()}
        return workspace

    @property
    def scope(self) -> Scope:
        return self.manifest.scope

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self.manifest.entries

    @cached_property
    def guard(self) -> Guard:
        """Finds the names that must not leave; false when there are none."""
        return Guard(self.scope.protect)

    @cached_property
    def public(self) -> Workspace:
        """The workspace as pages may show it: itself when no name is protected."""
        if not self.guard:
            return self
        from tieout.workspace.public import PublicWorkspace

        return PublicWorkspace(self)

    @property
    def withheld(self) -> Withheld:
        """How much is left out here to protect sources: nothing, save in `public`."""
        from tieout.workspace.public import Withheld

        return Withheld()

    @cached_property
    def by_doc(self) -> dict[str, Entry]:
        """The entries by the name that records carry (`Figure.doc`)."""
        return {entry.doc: entry for entry in self.entries}

    @cached_property
    def by_key(self) -> dict[str, Entry]:
        """The entries by the key they are cited by."""
        return {entry.key: entry for entry in self.entries}

    def part(self, doc: str) -> Part:
        """All that was read from one document. UsageError when its file is damaged."""
        if doc not in self._parts:
            store, entry = Store(self.path), self.by_doc[doc]
            try:
                document = document_from(store.get(DOCUMENTS, entry.document))
                self._parts[doc] = part_from(store.get(PARTS, entry.part), document)
            except (OSError, EOFError, ValueError, KeyError, TypeError, zlib.error) as fault:
                what = "what is kept of it is damaged; build the workspace again with --replace"
                raise UsageError(f"{self.path}: {doc}: {what}") from fault
        return self._parts[doc]

    def parts(self) -> Iterator[tuple[Entry, Part]]:
        """Every document with its part, in the order of the entries."""
        return ((entry, self.part(entry.doc)) for entry in self.entries)

    def reading(self, doc: str) -> Reading:
        """One document with its passages and figures."""
        if doc not in self._readings:
            self._readings[doc] = self.part(doc).reading()
        return self._readings[doc]

    def readings(self) -> Iterator[Reading]:
        """The Corpus protocol."""
        return (self.reading(entry.doc) for entry in self.entries)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of all documents."""
        return tuple(figure for _, part in self.parts() for figure in part.figures)

    def records(self, kind: str) -> tuple[Record, ...]:
        """The records of a kind (see `part.FIELDS`) of all documents."""
        return tuple(record for _, part in self.parts() for record in part.records(kind))

    @cached_property
    def by_id(self) -> dict[str, Figure | Record]:
        """Every figure and record by its id."""
        held: dict[str, Figure | Record] = {figure.id: figure for figure in self.figures}
        for kind in FIELDS:
            held.update((record.id, record) for record in self.records(kind))
        return held

    def table(self, name: str) -> Path:
        """The Parquet table of a kind (see `rows.schema.TABLES`)."""
        return self.path / TABLES / self.manifest.build / f"{name}.parquet"


def open_workspace(path: str | Path) -> Workspace:
    """The workspace in a folder, whose protected names leave nowhere from now on. UsageError when there is none."""
    workspace = Workspace(Path(path), read_manifest(Path(path)))
    watch(workspace.guard)
    return workspace


def nearest(start: Path) -> Path:
    """The one `*.tieout` in a folder, or in the nearest one above it that has any. UsageError for none or several."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if folder.suffix == SUFFIX:
            return folder
        found = sorted(p for p in folder.glob(f"*{SUFFIX}") if p.is_dir())
        if len(found) > 1:
            names = ", ".join(p.name for p in found)
            raise UsageError(f"{folder}: there are several workspaces ({names}); say which with --workspace")
        if found:
            return found[0]
    raise UsageError(f"{start}: no workspace is here or above; make one with tieout build FOLDER")
