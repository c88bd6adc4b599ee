"""`tieout bench compare`: relations between documents against labels, and how long they take."""

from __future__ import annotations

from pathlib import Path

import click

from tieout.cli.answers import print_lines
from tieout.cli.options import SHARED


@click.command("compare")
@SHARED
@click.option("--figures", default=100_000, show_default=True, help="How many figures to compare for the time.")
def command(shared: Path, figures: int) -> None:
    """Score the relations between documents, and time them in many figures."""
    from tieout.bench.compare import compare

    print_lines(lambda: compare(shared, figures))
