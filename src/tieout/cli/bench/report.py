"""`tieout bench report`: how long a long report takes to build."""

from __future__ import annotations

import click

from tieout.cli.answers import print_lines


@click.command("report")
@click.option("--notes", default=400, show_default=True, help="Notes of the report.")
def command(notes: int) -> None:
    """Build a generated report of some sixty pages in three formats, and say how long it takes."""
    from tieout.bench.report import report_speed

    print_lines(lambda: report_speed(notes))
