"""The Store of a workspace: what is kept of each document, each thing in a file of its own that never changes.

A file's name follows from all that its content follows from, so what is there is right: a build that was killed goes on
from what it finished, and two workspaces of one folder hold the same. Files are private to the user (0600).
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

DOCUMENTS, PARTS, ROWS, CARDS = "documents", "parts", "rows", "cards"
_SUFFIX = {DOCUMENTS: ".json.gz", PARTS: ".json.gz", ROWS: ".arrow", CARDS: ".json"}
HALF = ".half"
"""How names end while a thing is being written."""
PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700


@dataclass(frozen=True, slots=True)
class Store:
    """The kept things of one workspace."""

    folder: Path

    def path(self, what: str, name: str) -> Path:
        """Where a thing is kept."""
        return self.folder / what / f"{name}{_SUFFIX[what]}"

    def has(self, what: str, name: str) -> bool:
        return os.path.exists(self.path(what, name))  # noqa: PTH110 (asked for every document of a build)

    def get(self, what: str, name: str) -> bytes:
        return self.path(what, name).read_bytes()

    def put(self, what: str, name: str, data: bytes) -> None:
        write_private(self.path(what, name), data)

    def open(self) -> None:
        """Make the folders."""
        for what in ("", *_SUFFIX):
            make_private(self.folder / what)

    def keep_only(self, names: dict[str, Collection[str]]) -> None:
        """Remove all else that is kept of documents, and whatever was left half written; `names` has what stays."""
        for path in self.folder.glob(f".*{HALF}"):
            path.unlink()
        for what, suffix in _SUFFIX.items():
            wanted = {f"{name}{suffix}" for name in names[what]}
            for entry in os.scandir(self.folder / what):
                if entry.name not in wanted:
                    os.unlink(entry.path)  # noqa: PTH108 (a workspace may hold a million)


def make_private(folder: Path) -> None:
    """A folder that only the user may look into."""
    folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)


def write_private(path: Path, data: bytes) -> None:
    """Write a file that only the user may read, all at once: it is whole or not there."""
    half = path.with_name(f".{path.name}.{os.getpid()}{HALF}")
    descriptor = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE_FILE)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
    half.replace(path)


def remove_others(folder: Path, wanted: Collection[str]) -> None:
    """Remove what lies in a folder but the names that are wanted."""
    for path in folder.iterdir():
        if path.name not in wanted:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
