"""`tieout figures`: every figure of some documents, in text order."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tieout.cli.answers import complain, deliver
from tieout.cli.asking import asked, limits_of
from tieout.cli.options import FILES, HINTS, OUT, documents_of, hints
from tieout.cli.progress import progress

if TYPE_CHECKING:
    from tieout.evidence.figure import Figure


@click.command("figures")
@FILES
@click.option(
    "--format",
    type=click.Choice(["jsonl", "table", "csv"]),
    default="table",
    show_default=True,
    help="How to print the figures.",
)
@OUT
@HINTS
@click.pass_context
def command(context: click.Context, /, files: Sequence[str], format: str, out: Path | None, **_: Any) -> None:
    """Print every figure of some documents, in text order."""
    documents = documents_of(files)
    from tieout.checks.check import read_files

    values, settings = asked(context, files, leaving=["format"])
    known = hints(values["date"], values["country"], values["language"], values["origin"])
    with progress(documents) as done:
        readings, unreadable = read_files(files, known, limits_of(settings), done)
    for fault in unreadable:
        complain(str(fault))
    if not readings:
        sys.exit(2)
    deliver(_figures([f for r in readings for f in r.figures], format, several=len(readings) > 1), out, documents)
    sys.exit(3 if unreadable else 0)


def _figures(found: Sequence[Figure], format: str, *, several: bool) -> str:
    from tieout.evidence.wire import COLUMNS, json_lines, row

    if format == "jsonl":
        return "".join(f"{line}\n" for line in json_lines(found))
    rows = [list(COLUMNS), *(row(f) for f in found)]
    if format == "csv":
        from tieout.evidence.csv import csv_text

        return csv_text(rows)
    from tieout.evidence.table import table_text

    columns = ((0,) if several else ()) + (1, 3, 4, 6, 7, 8, 10, 11, 12, 14)
    return table_text([[r[i] for i in columns] for r in rows])
