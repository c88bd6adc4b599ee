"""`tieout bench workspace`: build, rebuild, open and ask a workspace."""

from __future__ import annotations

from pathlib import Path

import click

from tieout.cli.answers import print_lines
from tieout.cli.options import SHARED


@click.command("workspace")
@SHARED
@click.option(
    "--folder", type=click.Path(path_type=Path), help="Documents to measure with; docs/ there when not given."
)
@click.option("--measure", "measures", multiple=True, help="Make only this measurement; may be given again.")
def command(shared: Path, folder: Path | None, measures: tuple[str, ...]) -> None:
    """Measure building, rebuilding, opening and asking a workspace."""
    from tieout.bench.workspace import workspace

    print_lines(lambda: workspace(folder or shared / "docs", measures))
