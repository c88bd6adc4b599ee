"""`tieout bench quality`: score figures, ties and findings against labelled documents."""

from __future__ import annotations

from pathlib import Path

import click

from tieout.cli.answers import print_lines
from tieout.cli.options import SHARED


@click.command("quality")
@SHARED
@click.option("--misses", default=0, help="Show this many misses and false figures of each set.")
def command(shared: Path, misses: int) -> None:
    """Score figures, ties and findings against the labelled documents."""
    from tieout.bench.quality import quality

    print_lines(lambda: quality(shared, misses))
