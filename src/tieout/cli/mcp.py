"""`tieout mcp`: a local server that lets an assistant read one workspace."""

from __future__ import annotations

from pathlib import Path

import click

from tieout.cli.answers import refuse
from tieout.cli.options import WORKSPACE


@click.command("mcp")
@WORKSPACE
def command(workspace: Path | None) -> None:
    """Serve a workspace to an assistant, on standard input and output (Model Context Protocol).

    Seven tools that read and change nothing. docs/assistants.md says how to add it to an assistant.
    """
    from tieout.errors import TieoutError
    from tieout.workspace.workspace import nearest

    try:
        folder = workspace or nearest(Path.cwd())
        from tieout.mcp.server import serve
    except TieoutError as fault:
        refuse(str(fault))
    except ImportError as fault:
        if (fault.name or "").partition(".")[0] == "tieout":
            raise
        refuse("the SDK of the protocol is missing; install it with: pip install 'tieout[mcp]'")
    try:
        serve(folder)
    except TieoutError as fault:
        refuse(str(fault))
