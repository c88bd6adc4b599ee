"""`tieout series windows`: what tables say of a window of time, compared with the same days of earlier years."""

from __future__ import annotations

import json
from pathlib import Path

import click

from tieout.cli.answers import deliver, refuse
from tieout.cli.asking import LANG
from tieout.cli.data.folder import DATA, stop_if_set_aside
from tieout.cli.options import OUT
from tieout.cli.series.drawing import deliver_chart


@click.command("windows")
@click.option(
    "--series",
    required=True,
    help="A series, SERIES@VINTAGE, or a measure such as homicide: then every table that counts it.",
)
@click.option("--measure", help="Only this measure, when the table counts several things.")
@click.option("--window", help="First and last day of the window: 2024-12-07/2025-02-05.")
@click.option("--place", help="Place of the window, ISO 3166-2 or below: PE-CAL.")
@click.option(
    "--windows",
    type=click.Path(path_type=Path, dir_okay=False),
    help="CSV file of windows: start, end or days, place, name.",
)
@click.option(
    "--covers",
    help="Days for which that file is complete: 2023-01-01/2024-12-31. Outside, a base may have been under a window.",
)
@click.option(
    "--strict", is_flag=True, help="Stop when windows overlap or cannot be used, or when a table had rows set aside."
)
@click.option(
    "--format",
    type=click.Choice(["text", "json", "html", "svg", "png"]),
    default="text",
    show_default=True,
    help="How to answer: lines, records, a page, or the chart of one window in one table.",
)
@OUT
@LANG
@DATA
def command(
    series: str,
    measure: str | None,
    window: str | None,
    place: str | None,
    windows: Path | None,
    covers: str | None,
    strict: bool,
    format: str,
    out: Path | None,
    lang: str,
    data: Path,
) -> None:
    """Compare a window of time with the same days of earlier years, with the days before, and with other places."""
    from tieout.series.report import examine, lines, record
    from tieout.series.store import Store
    from tieout.series.window import NOTHING_KNOWN, parse_window, read_windows
    from tieout.series.words import words

    if (window is None) != (place is None) or (window is None and windows is None):
        refuse("give --window with --place, or --windows FILE, or both: then the file tells which bases were free")
    ends = parse_window(covers, "") if covers else None
    register = read_windows(windows, (ends.start, ends.end) if ends else None) if windows else NOTHING_KNOWN
    faults = (*register.set_aside, *register.overlaps)
    if strict and faults:
        refuse(f"{windows}: " + "; ".join(fault.said(lang) for fault in faults))
    asked = [parse_window(window, place)] if window and place else list(register.windows)
    found = list(examine(Store(data), series, asked, register, measure))
    if not found:
        refuse(f"{series}: no table of it is about the country of these windows")
    stop_if_set_aside((one.days.table for one in found), strict)
    if format == "json":
        aside = {"set_aside": [str(r) for r in register.set_aside], "overlaps": [str(r) for r in register.overlaps]}
        answer = {"windows": [record(one) for one in found], **aside}
        deliver(json.dumps(answer, ensure_ascii=False, indent=1) + "\n", out)
        return
    if format == "html":
        from tieout.report.series.windows import windows_page

        deliver(windows_page(found, register, lang), out)
        return
    if format in ("svg", "png"):
        from tieout.report.series.windows import window_title, windows_chart

        drawn = [(one.days.table.spec.name, windows_chart(one, register, lang)) for one in found]
        deliver_chart(
            [(name, chart) for name, chart in drawn if chart is not None], window_title(found[0], lang), format, out
        )
        return
    text = [
        *(line for one in found for line in [*lines(one, lang), ""]),
        *(words("lines", "set_aside", lang, row=row.said(lang)) for row in register.set_aside),
        *(words("lines", "note", lang, said=row.said(lang)) for row in register.overlaps),
    ]
    deliver("\n".join(text).rstrip() + "\n", out)
