"""`tieout series timeline`: windows and laws above a series."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tieout.cli.answers import deliver, refuse
from tieout.cli.asking import LANG
from tieout.cli.data.folder import DATA, STRICT, stop_if_set_aside
from tieout.cli.options import OUT
from tieout.cli.series.drawing import deliver_chart

if TYPE_CHECKING:
    from tieout.series.store import Store, Table


@click.command("timeline")
@click.option("--series", required=True, help="A series, SERIES@VINTAGE, or a measure that one table counts.")
@click.option("--measure", help="What to draw, when the table counts several things.")
@click.option("--place", required=True, help="Place of the series, ISO 3166 or below: PE-CAL.")
@click.option("--during", help="First and last day to draw: 2022-01-01/2024-12-31. Default: all that the table covers.")
@click.option(
    "--windows",
    type=click.Path(path_type=Path, dir_okay=False),
    help="CSV file of windows: start, end or days, place, name.",
)
@click.option(
    "--laws", type=click.Path(path_type=Path, dir_okay=False), help="CSV file of laws: number, date, title, subject."
)
@click.option(
    "--format",
    type=click.Choice(["html", "svg", "png"]),
    default="html",
    show_default=True,
    help="A page with chart and tables, or the chart alone.",
)
@OUT
@LANG
@STRICT
@DATA
def command(
    series: str,
    measure: str | None,
    place: str,
    during: str | None,
    windows: Path | None,
    laws: Path | None,
    format: str,
    out: Path | None,
    lang: str,
    strict: bool,
    data: Path,
) -> None:
    """Draw a series by month with the windows and laws that fall into it."""
    from tieout.report.series.timeline import Timeline, timeline_chart, timeline_page
    from tieout.series.laws import Laws, read_laws
    from tieout.series.store import Store
    from tieout.series.total import members
    from tieout.series.window import NOTHING_KNOWN, parse_window, read_windows

    table, key = _meant(Store(data), series, measure, place)
    stop_if_set_aside([table], strict)
    register = read_windows(windows) if windows else NOTHING_KNOWN
    known = read_laws(laws) if laws else Laws()
    faults = (*register.set_aside, *known.set_aside)
    if strict and faults:
        refuse("; ".join(fault.said(lang) for fault in faults))
    if not members(table, place):
        refuse(f"{place}: {table.spec.name} does not speak of this place")
    days = parse_window(during, place) if during else None
    start, end = (days.start, days.end) if days else (table.spec.coverage.start, table.spec.coverage.end)
    line = Timeline(table, key, place, start, end, register, known)
    if not line.months():
        refuse(f"{table.spec.name}: has no months from {start} to {end}")
    if format == "html":
        deliver(timeline_page(line, lang), out)
    else:
        deliver_chart([(table.spec.name, timeline_chart(line, lang))], line.title(lang), format, out)


def _meant(store: Store, series: str, measure: str | None, place: str) -> tuple[Table, str]:
    """The one table by month or day, and the measure, that are meant; of several vintages the last."""
    from tieout.series.question import country_of, measures_of

    meant = [
        (table, key)
        for table in store.tables()
        for key in table.loaded.measures
        if series in (table.spec.id, table.spec.name) or key in measures_of(table, series)
        if measure is None or key in measures_of(table, measure)
        if table.spec.places.country == country_of(place) and table.spec.step != "year"
    ]
    if not meant:
        refuse(f"{series}: no table by day or month counts this in {place}; `tieout data list` shows what there is")
    pairs = dict.fromkeys((table.spec.id, key) for table, key in meant)
    if len(pairs) > 1:
        names = ", ".join(f"{name} --measure {key}" for name, key in pairs)
        refuse(f"{series}: a timeline is of one series; give one of --series {names}")
    return meant[-1]
