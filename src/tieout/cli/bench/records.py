"""`tieout bench records`: score laws, emergencies, recommendations and groups."""

from __future__ import annotations

from pathlib import Path

import click

from tieout.cli.answers import print_lines
from tieout.cli.options import SHARED


@click.command("records")
@SHARED
@click.option("--show", default=0, help="Show this many of what is wrong in each set.")
def command(shared: Path, show: int) -> None:
    """Score laws, emergencies, recommendations and groups against labelled documents."""
    from tieout.bench.records import records

    print_lines(lambda: records(shared, show))
