"""`tieout read`: a document's text as Tieout reads it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tieout.cli.answers import refuse
from tieout.errors import UnreadableError, shown


@click.command("read")
@click.argument("file")
def command(file: str) -> None:
    """Print a document's text as Tieout reads it; the offsets of all records are those of this text."""
    from tieout.reading.limited import read_limited

    try:
        document = read_limited(Path(file))
    except UnreadableError as fault:
        refuse(str(fault))
    # What a document holds must not act on a terminal; a file or a pipe gets the text as it is.
    sys.stdout.write(shown(document.text, lines=True) if sys.stdout.isatty() else document.text)
