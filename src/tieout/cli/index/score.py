"""`tieout index score`: every country's aggregates, ranks and quadrant."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from tieout.cli.answers import deliver
from tieout.cli.index.options import TABLE, results
from tieout.cli.options import OUT


@click.command("score")
@TABLE
@click.option(
    "--format", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True, help="How to print it."
)
@OUT
def command(
    framework: str, scores: Path, sheet: str | None, ignore: Sequence[str], format: str, out: Path | None
) -> None:
    """Print one row a country: aggregates, ranks in the world, continent and region, quadrant."""
    from tieout.index.wire import results_record, score_rows

    counted = results(framework, scores, sheet, ignore)
    if format == "json":
        import json

        deliver(json.dumps(results_record(counted), ensure_ascii=False, indent=1) + "\n", out, [str(scores)])
        return
    deliver(printed(list(score_rows(counted)), format), out, [str(scores)])


def printed(rows: Sequence[Sequence[str]], format: str) -> str:
    """Rows as an aligned table or as CSV."""
    if format == "csv":
        from tieout.index.csv_text import csv_text

        return csv_text(rows)
    from tieout.evidence.table import table_text

    return table_text(rows)
