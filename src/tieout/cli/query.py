"""`tieout query`: SQL over the tables of a workspace."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tieout.cli.answers import deliver, refuse
from tieout.cli.options import OUT, WORKSPACE
from tieout.errors import TieoutError


@click.command("query")
@click.argument("sql")
@WORKSPACE
@click.option(
    "--format",
    type=click.Choice(["table", "csv", "json"]),
    help="How to print the rows: a table on a terminal, else CSV, when not given.",
)
@OUT
def command(sql: str, workspace: Path | None, format: str | None, out: Path | None) -> None:
    """Ask the tables of a workspace (figures, laws, documents, …) in SQL; docs/tables.md lists them."""
    from tieout.workspace.query import FORMATS, query
    from tieout.workspace.workspace import nearest, open_workspace

    try:
        answer = query(open_workspace(workspace or nearest(Path.cwd())), sql)
    except TieoutError as fault:
        refuse(str(fault))
    chosen = format or ("table" if out is None and sys.stdout.isatty() else "csv")
    deliver(FORMATS[chosen](answer), out)
