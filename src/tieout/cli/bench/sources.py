"""`tieout bench sources`: score notes, citations and links."""

from __future__ import annotations

from pathlib import Path

import click

from tieout.cli.answers import print_lines
from tieout.cli.options import SHARED


@click.command("sources")
@SHARED
@click.option("--show", default=0, help="Show this many of what is wrong in each set.")
def command(shared: Path, show: int) -> None:
    """Score notes, citations and links against labelled documents."""
    from tieout.bench.sources import sources

    print_lines(lambda: sources(shared, show))
