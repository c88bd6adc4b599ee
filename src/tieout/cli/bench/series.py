"""`tieout bench series`: official tables at scale, beside bare DuckDB."""

from __future__ import annotations

import click

from tieout.cli.answers import print_lines


@click.command("series")
@click.option("--rows", default=50_000_000, show_default=True, help="How many incidents to make up.")
def command(rows: int) -> None:
    """Store millions of made-up incidents and compare a thousand windows, beside the same counts in bare DuckDB."""
    from tieout.bench.series import series

    print_lines(lambda: series(rows))
