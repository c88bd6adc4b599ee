"""The option that names the folder with the tables, shared by the commands on tables."""

from __future__ import annotations

from pathlib import Path

import click

DATA = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("data.tieout"),
    show_default=True,
    help="Folder with the tables that `tieout data add` has stored.",
)
