"""The options that the commands on reports share. No command is here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tieout.workspace.workspace import Workspace

WORKSPACE = click.option(
    "--workspace", "-w", type=click.Path(path_type=Path, file_okay=False),
    help="The workspace; the one in this folder or above it when not given.",
)  # fmt: skip


def opened(given: Path | None, start: Path) -> Workspace:
    """The workspace that is named, or the nearest one. UsageError when there is none."""
    from tieout.workspace.workspace import nearest, open_workspace

    return open_workspace(given or nearest(start))
