"""`tieout bench plant`: plant mistakes into sound statements and count what is found."""

from __future__ import annotations

import click

from tieout.cli.answers import print_lines


@click.command("plant")
@click.option(
    "--seed", default=1, show_default=True, help="Seed of the random numbers; the same seed makes the same statements."
)
@click.option("--count", default=400, show_default=True, help="How many statements, half of them sound.")
@click.option("--show", default=0, help="Show this many misses and false alarms.")
def command(seed: int, count: int, show: int) -> None:
    """Plant mistakes into sound statements and count what is found."""
    from tieout.bench.plant import plant

    print_lines(lambda: plant(seed, count, show))
