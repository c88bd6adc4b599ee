"""`tieout bench speed`: words a second, memory, start-up and growth."""

from __future__ import annotations

from pathlib import Path

import click

from tieout.cli.answers import print_lines
from tieout.cli.options import SHARED


@click.command("speed")
@SHARED
@click.option("--largest", default=4, show_default=True, help="Longest text of the growth curve, in MB: up to 20.")
def command(shared: Path, largest: int) -> None:
    """Measure words a second, memory, start-up and growth."""
    from tieout.bench.speed import speed

    print_lines(lambda: speed(shared, largest))
