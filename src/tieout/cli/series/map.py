"""`tieout series map`: one question to every region of a country, as a map with its numbers beside it."""

from __future__ import annotations

from pathlib import Path

import click

from tieout.cli.answers import deliver, refuse
from tieout.cli.asking import LANG
from tieout.cli.data.folder import DATA, STRICT, stop_if_set_aside
from tieout.cli.options import OUT
from tieout.cli.series.drawing import deliver_chart


@click.command("map")
@click.argument("question")
@click.option("--series", help="Only this series, or SERIES@VINTAGE.")
@click.option(
    "--geometry",
    type=click.Path(path_type=Path, dir_okay=False),
    help="GeoJSON file of the regions, with their codes as iso_3166_2 or ubigeo; instead of our own outlines.",
)
@click.option(
    "--format",
    type=click.Choice(["html", "svg", "png", "csv"]),
    default="html",
    show_default=True,
    help="A page with map and table, the map alone, or the numbers.",
)
@OUT
@LANG
@STRICT
@DATA
def command(
    question: str,
    series: str | None,
    geometry: Path | None,
    format: str,
    out: Path | None,
    lang: str,
    strict: bool,
    data: Path,
) -> None:
    """Draw a country, for example: "homicide PE 2024 rate" or "extortion PE 2023 2024 change"."""
    from tieout.evidence.csv import csv_text
    from tieout.report.series.map import map_page, map_rows, map_spec, map_title
    from tieout.report.series.regions import read_regions, regions_of
    from tieout.series.mapped import mapped
    from tieout.series.question import country_of, parse
    from tieout.series.store import Store

    asked = parse(question)
    if asked.place != country_of(asked.place):
        refuse(f"{asked.place}: a map is of a country; write its code, as in: homicide PE 2024 rate")
    regions = read_regions(geometry) if geometry else regions_of(asked.place)
    found = list(mapped(Store(data).tables(), asked, regions.shapes, series))
    if not found:
        refuse(f"{question}: no table in {data} has a value for any region; `tieout data query` tells why")
    stop_if_set_aside((one.table for one in found), strict)
    if format == "html":
        deliver(map_page(found, regions, lang), out)
    elif format == "csv":
        head = ["table", "code", "place", "value", "why_not"]
        rows = [[one.table.spec.name, *row] for one in found for row in map_rows(one, lang)]
        deliver(csv_text([head, *rows]), out)
    else:
        specs = [(one.table.spec.name, map_spec(one, regions, lang)) for one in found]
        deliver_chart(specs, map_title(found[0], lang), format, out)
