"""`tieout data list`: the tables at hand."""

from __future__ import annotations

from pathlib import Path

import click

from tieout.cli.answers import refuse
from tieout.cli.data.folder import DATA


@click.command("list")
@DATA
def command(data: Path) -> None:
    """List the tables: what they count, where, since when, by whom, and what was set aside."""
    from tieout.series.store import Store

    tables = Store(data).tables()
    if not tables:
        refuse(f"{data}: holds no tables; `tieout data add NAME FILE --spec SPEC` stores one")
    for table in tables:
        spec = table.spec
        days = f"{spec.coverage.start} to {spec.coverage.end}, by {spec.step}"
        counts = f"counts {', '.join(table.loaded.measures)}; place of {spec.places.of}"
        click.echo(f"{spec.name}: {spec.title}")
        click.echo(f"  {spec.authority}; {days}; {table.loaded.rows:,} rows")
        click.echo(f"  {counts}; licence: {spec.licence or 'not stated'}")
        for line in table.loaded.lines():
            click.echo(f"  {line}")
