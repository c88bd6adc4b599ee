"""`tieout series watch`: places whose rate has risen and stays risen."""

from __future__ import annotations

from pathlib import Path

import click

from tieout.cli.answers import refuse
from tieout.cli.data.folder import DATA, STRICT, stop_if_set_aside


@click.command("watch")
@click.argument("series", required=False)
@click.option("--place", "places", multiple=True, help="Only this place; may be given several times.")
@click.option("--seed", default=1, show_default=True, help="Seed of the simulation that sets the limits.")
@STRICT
@DATA
def command(series: str | None, places: tuple[str, ...], seed: int, strict: bool, data: Path) -> None:
    """Look for rates that have risen by half and stay risen, in every table or in SERIES."""
    from tieout.series.sentence import place_name
    from tieout.series.store import Store
    from tieout.series.watch import BASE, FALSE_ALARMS, RISE, WATCHED, watch

    tables = [table for table in Store(data).tables() if series in (None, table.spec.id, table.spec.name)]
    if not tables:
        refuse(f"{series or data}: there is no such table in {data}; `tieout data list` shows what there is")
    stop_if_set_aside(tables, strict)
    found = watch(tables, places, seed)
    for alarm in sorted(found.alarms, key=lambda one: one.usual / one.counted):
        label = alarm.table.spec.measures[alarm.measure].label("en")
        click.echo(
            f"{place_name(alarm.place, 'en')}: {label} since {alarm.since:%Y-%m}: {alarm.counted:.1f} a month"
            f" for {alarm.months} months, {alarm.usual:.1f} before ({alarm.table.spec.name})"
        )
    click.echo(
        f"{found.series:,} series watched over their last {WATCHED} months against the {BASE} before; tuned to a rise"
        f" of {RISE - 1:.0%}. {len(found.alarms)} alarms; chance alone would raise about {found.expected_false:.1f}"
        f" ({FALSE_ALARMS:.0%} of series without change). {found.too_few:,} had too few events or months."
    )
    for table in tables:
        for line in table.loaded.lines():
            click.echo(f"{table.spec.name}: {line}")
