"""`tieout index validate`: every mistake of a framework, with its line and what to do about it."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from tieout.cli.answers import complain


@click.command("validate")
@click.argument("frameworks", nargs=-1, required=True, metavar="FRAMEWORK...")
def command(frameworks: Sequence[str]) -> None:
    """Check frameworks: files, or ids of those that come with Tieout. Exit code 2 when one has a mistake."""
    from tieout.errors import TieoutError
    from tieout.index.frameworks import framework

    failed = False
    for name in frameworks:
        try:
            made = framework(name)
        except TieoutError as fault:
            failed = True
            for line in str(fault).splitlines():
                complain(line)
            continue
        counts = f"{len(made.dimensions)} dimensions, {len(made.indicators)} indicators, {made.scale}"
        click.echo(f"{name}: {made.id}, edition {made.edition}: {counts}; no mistakes")
    sys.exit(2 if failed else 0)
