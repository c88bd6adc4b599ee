"""Small workspaces for tests; that of the example documents is built once a session (the fixture `example`)."""

from __future__ import annotations

from pathlib import Path

from tieout.workspace.build import How, build
from tieout.workspace.workspace import Workspace, open_workspace

EXAMPLE = Path(__file__).parents[2] / "examples" / "peru"


def built(folder: Path, out: Path, how: How | None = None) -> Workspace:
    """The workspace of a folder of documents."""
    build(folder, out, how)
    return open_workspace(out)
