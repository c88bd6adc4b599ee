"""What `tieout changes` is given, opened: two workspaces, or two documents that stand for workspaces of one each."""

from __future__ import annotations

from pathlib import Path

from tieout.errors import UsageError
from tieout.reading.limited import read_limited
from tieout.reading.limits import DEFAULT, Limits
from tieout.workspace.derive import derived
from tieout.workspace.entry import Entry
from tieout.workspace.manifest import NAME
from tieout.workspace.workspace import Workspace, open_workspace

_ONE = "document"
"""Name of the only document of a side, so that the two sides are editions of each other."""


def opened(old: Path, new: Path, limits: Limits = DEFAULT) -> tuple[Workspace, Workspace]:
    """The two sides. UsageError when one is a workspace and the other a document, or a folder that is none."""
    held = [(path / NAME).is_file() for path in (old, new)]
    if held[0] != held[1]:
        raise UsageError(f"{old} and {new}: give two workspaces or two documents, not one of each")
    for path in (old, new):
        if path.is_dir() and not held[0]:
            raise UsageError(f"{path}: it is a folder and no workspace; make one with tieout build {path}")
    if held[0]:
        return open_workspace(old).public, open_workspace(new).public
    return _single(old, limits), _single(new, limits)


def _single(path: Path, limits: Limits) -> Workspace:
    part = derived(read_limited(path, limits=limits))
    document = part.document
    entry = Entry(
        document.path, _ONE, document.sha256, (document.path,), document.title, document.date, part.language,
        document.country, format=document.format,
    )  # fmt: skip
    return Workspace.of({entry: part})
