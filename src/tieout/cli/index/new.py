"""`tieout index new`: the beginning of a framework's file, empty or a copy of one that comes with Tieout."""

from __future__ import annotations

from pathlib import Path

import click

from tieout.cli.answers import deliver, refuse
from tieout.cli.options import OUT


@click.command("new")
@click.argument("id")
@click.option("--from", "source", help="Copy this framework instead of an empty one.")
@OUT
def command(id: str, source: str | None, out: Path | None) -> None:
    """Write the file of a new framework named ID: an empty one, or a copy of another."""
    from tieout.index.frameworks import copy_of, empty

    if out is not None and out.exists():
        refuse(f"{out}: it is there already; choose another place for the new framework")
    deliver(empty(id) if source is None else copy_of(source, id), out)
