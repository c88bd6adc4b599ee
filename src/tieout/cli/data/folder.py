"""The options that the commands on tables share: the folder, and whether rows set aside stop the command."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tieout.cli.answers import refuse

if TYPE_CHECKING:
    from tieout.series.store import Table

DATA = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("data.tieout"),
    show_default=True,
    help="Folder with the tables that `tieout data add` has stored.",
)
STRICT = click.option("--strict", is_flag=True, help="Stop when a table that is used had rows set aside.")


def stop_if_set_aside(tables: Iterable[Table], strict: bool) -> None:
    """Under `--strict`: end the run with code 2 when rows of a table were set aside, and name them."""
    faults = [f"{t.spec.name}: {line}" for t in dict.fromkeys(tables) for line in t.loaded.lines()] if strict else []
    if faults:
        refuse("; ".join(faults) + "; mend the table and add it again, or leave out --strict")
