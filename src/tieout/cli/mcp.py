"""`tieout mcp`: a local server that lets an assistant read one workspace."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tieout.cli.answers import complain, refuse
from tieout.cli.options import WORKSPACE


@click.command("mcp")
@WORKSPACE
def command(workspace: Path | None) -> None:
    """Let an assistant read a workspace, by MCP.

    It serves seven tools on standard input and output (Model Context Protocol); they read, and change nothing. The
    assistant's program starts it: docs/assistants.md says how.
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
    if sys.stdin.isatty():
        complain(f"{folder}: waiting for an assistant on standard input (see docs/assistants.md); Ctrl-C ends it")
    try:
        serve(folder)
    except TieoutError as fault:
        refuse(str(fault))
