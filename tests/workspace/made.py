"""A small workspace for tests: the example documents, built once a session (the fixture `example` of conftest.py)."""

from __future__ import annotations

from pathlib import Path

from tieout.workspace.build import build
from tieout.workspace.scope import Scope
from tieout.workspace.workspace import Workspace, open_workspace

EXAMPLE = Path(__file__).parents[2] / "examples" / "peru"


def built(folder: Path, out: Path, scope: Scope | None = None) -> Workspace:
    """The workspace of a folder of documents."""
    build(folder, out, scope)
    return open_workspace(out)
