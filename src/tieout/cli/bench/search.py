"""`tieout bench search`: whether searching finds what answers, and how fast."""

from __future__ import annotations

from pathlib import Path

import click

from tieout.cli.answers import print_lines
from tieout.cli.options import SHARED


@click.command("search")
@SHARED
@click.option("--passages", default=200_000, show_default=True, help="Search in this many passages for speed.")
def command(shared: Path, passages: int) -> None:
    """Score queries with judged passages, and measure searching in many passages."""
    from tieout.bench.search import search

    print_lines(lambda: search(shared, passages))
