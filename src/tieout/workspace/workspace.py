"""A Workspace that was built: a Corpus with all its records. It changes nothing.

Parts are read when first asked for and kept: a workspace of some dozens of documents is held in memory whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from tieout.errors import UsageError
from tieout.evidence.corpus import Reading
from tieout.evidence.figure import Figure
from tieout.evidence.records.record import Record
from tieout.workspace.entry import Entry
from tieout.workspace.manifest import Manifest, read_manifest
from tieout.workspace.part import FIELDS, Part, read_part
from tieout.workspace.scope import Scope

SUFFIX = ".tieout"
PARTS, TABLES = "parts", "tables"


class Workspace:
    """One build of a workspace, open for reading."""

    def __init__(self, path: Path, manifest: Manifest) -> None:
        self.path, self.manifest = path, manifest
        self._parts: dict[str, Part] = {}
        self._readings: dict[str, Reading] = {}

    @property
    def scope(self) -> Scope:
        return self.manifest.scope

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self.manifest.entries

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
            path = self.path / PARTS / f"{self.by_doc[doc].part}.json.gz"
            try:
                self._parts[doc] = read_part(path)
            except (OSError, EOFError, ValueError, KeyError, TypeError) as fault:
                raise UsageError(f"{path}: it is damaged; build the workspace again with --replace") from fault
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
        """The Parquet table of a kind."""
        return self.path / TABLES / self.manifest.build / f"{name}.parquet"


def open_workspace(path: str | Path) -> Workspace:
    """The workspace in a folder. UsageError when there is none."""
    return Workspace(Path(path), read_manifest(Path(path)))


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
