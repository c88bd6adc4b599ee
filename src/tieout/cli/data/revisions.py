"""`tieout data revisions`: past values that a later vintage changed."""

from __future__ import annotations

from pathlib import Path

import click

from tieout.cli.answers import refuse
from tieout.cli.data.folder import DATA


@click.command("revisions")
@click.argument("series")
@click.option("--measure", help="Only this measure, as the table writes it.")
@click.option("--place", help="Only this place, as a code.")
@click.option(
    "--format", type=click.Choice(["text", "csv"]), default="text", show_default=True, help="How to print them."
)
@DATA
def command(series: str, measure: str | None, place: str | None, format: str, data: Path) -> None:
    """List the values of SERIES that one vintage gives otherwise than the one before it, with the totals by year."""
    from tieout.evidence.csv import csv_text
    from tieout.series.revisions import revisions, yearly
    from tieout.series.store import Store

    store = Store(data)
    releases = [table for table in store.tables() if table.spec.id == series]
    if len(releases) < 2:
        refuse(f"{series}: {data} holds {len(releases)} vintage(s) of it; a revision needs two")
    found = [
        one
        for one in revisions(store, series)
        if (measure is None or one.measure == measure) and (place is None or one.place == place)
    ]
    if format == "csv":
        head = ["measure", "place", "start", "older", "before", "newer", "after"]
        rows = [[o.measure, o.place, str(o.start), o.older, _text(o.before), o.newer, _text(o.after)] for o in found]
        click.echo(csv_text([head, *rows]), nl=False)
        return
    click.echo(f"{len(found):,} values of {series} were changed by a later vintage.")
    for year in yearly(store, series, found, place):
        click.echo(year.line())
    for table in releases:
        for line in table.loaded.lines():
            click.echo(f"{table.spec.name}: {line}")


def _text(value: object) -> str:
    return "" if value is None else str(value)
