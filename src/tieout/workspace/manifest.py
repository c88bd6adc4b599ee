"""The Manifest: what a workspace holds and from which build, in one small file that is replaced all at once."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from tieout.errors import UsageError
from tieout.workspace.codec import decoded, encoded
from tieout.workspace.entry import Entry
from tieout.workspace.scope import Scope

NAME = "manifest.json"
FORMAT = 2
"""Of the workspace; a workspace of another format is built anew."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read, and why, in one line."""

    path: str
    why: str
    key: str = ""
    """Of the same bytes read in the same way: it is not tried again. Empty when a further try may help."""


@dataclass(frozen=True, slots=True)
class Root:
    """A folder, or an address of an object store, that documents come from."""

    path: str
    """Absolute."""
    prefix: str = ""
    """What the names of its documents begin with, so that those of several folders differ: `ecuador/`."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """One whole build."""

    scope: Scope
    entries: tuple[Entry, ...]
    """In the order of their names."""
    roots: tuple[Root, ...]
    """The folders it was built from, the first one first."""
    unread: tuple[Unread, ...] = ()
    build: str = ""
    """Name of the folder that holds this build's tables."""
    made_by: str = ""
    """Version of Tieout, and hashes of what derives records."""
    format: int = FORMAT


def read_manifest(workspace: Path) -> Manifest:
    """The manifest of a workspace; UsageError when there is none that can be used."""
    path = workspace / NAME
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        found = values.get("format")
        if found == FORMAT:
            return decoded(Manifest, values)
    except OSError as fault:
        raise UsageError(
            f"{workspace}: no workspace is there ({fault.strerror}); make one with tieout build"
        ) from fault
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise UsageError(f"{path}: it is damaged; build the workspace again with tieout build --replace") from fault
    raise UsageError(f"{workspace}: its format is {found}, this Tieout reads {FORMAT}; build it again with --replace")


def manifest_text(manifest: Manifest) -> str:
    """The manifest as it is written."""
    return json.dumps({**encoded(manifest), "format": manifest.format}, ensure_ascii=False, indent=1) + "\n"
