"""`tieout read`: a document's text as Tieout reads it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tieout.cli.answers import refuse
from tieout.errors import UnreadableError


@click.command("read")
@click.argument("file")
def command(file: str) -> None:
    """Print a document's text as Tieout reads it; the offsets of all records are those of this text."""
    from tieout.reading.read import read

    try:
        document = read(Path(file))
    except UnreadableError as fault:
        refuse(str(fault))
    sys.stdout.write(document.text)
