"""`tieout index import`: a published workbook, or any table of scores, as one plain table that is known to be sound."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from tieout.cli.answers import complain, deliver, refuse
from tieout.cli.index.options import FRAMEWORK, IGNORE, SHEET, results


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@FRAMEWORK
@SHEET
@IGNORE
@click.option("--tidy", is_flag=True, help="One row a score, with author, time, justification and links.")
@click.option(
    "--out",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    help="CSV or Parquet file; printed as CSV when absent.",
)
def command(file: Path, framework: str, sheet: str | None, ignore: Sequence[str], tidy: bool, out: Path | None) -> None:
    """Read a table of scores, check every cell, compare its aggregates with ours and store the scores alone."""
    from tieout.index.csv_text import csv_text
    from tieout.index.wire import book_rows, tidy_rows

    counted = results(framework, file, sheet, ignore)
    rows = list(tidy_rows(counted) if tidy else book_rows(counted))
    compared, wrong = counted.compared()
    scores, countries = len(counted.book.scores), len(counted.book.countries)
    if out is not None and out.suffix == ".parquet":
        from tieout.cli.index.files import write_parquet

        if out.resolve() == file.resolve():
            refuse(f"{out}: it is the table itself; choose another place for the answer")
        write_parquet(out, rows)
    else:
        deliver(csv_text(rows), out, [str(file)])
    complain(
        f"{scores} scores of {countries} countries; {compared - len(wrong)} of {compared} printed aggregates agree"
    )
