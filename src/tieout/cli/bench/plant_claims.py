"""`tieout bench plant-claims`: plant faults into true claims made from real passages and count what is found."""

from __future__ import annotations

from pathlib import Path

import click

from tieout.cli.answers import print_lines
from tieout.cli.options import SHARED


@click.command("plant-claims")
@SHARED
@click.option(
    "--seed", default=1, show_default=True, help="Seed of the random numbers; the same seed makes the same claims."
)
@click.option("--count", default=400, show_default=True, help="How many claims, half of them sound.")
@click.option("--show", default=0, help="Show this many misses and false alarms.")
def command(shared: Path, seed: int, count: int, show: int) -> None:
    """Plant faults into true claims made from real passages and count what is found."""
    from tieout.bench.plant_claims import plant_claims

    print_lines(lambda: plant_claims(shared, seed, count, show))
