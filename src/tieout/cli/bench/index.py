"""`tieout bench index`: aggregates, ranks, quadrants and intervals against a published index."""

from __future__ import annotations

from pathlib import Path

import click

from tieout.cli.answers import print_lines
from tieout.cli.options import SHARED


@click.command("index")
@SHARED
def command(shared: Path) -> None:
    """Compare aggregates, ranks and quadrants with a published index, and time the intervals of ranks."""
    from tieout.bench.index import index

    print_lines(lambda: index(shared))
