"""`tieout index rank`: the countries in order of one aggregate, as a table or as the ranking page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from tieout.cli.answers import deliver, refuse
from tieout.cli.index.options import LANGUAGE, PREVIOUS, ROBUST, TABLE, comparison, dimension, results
from tieout.cli.index.score import printed
from tieout.cli.options import OUT


@click.command("rank")
@TABLE
@click.option("--by", help="The aggregate; the first at the top when not given.")
@click.option(
    "--within",
    type=click.Choice(["world", "continent", "region"]),
    default="world",
    show_default=True,
    help="Ranked where.",
)
@click.option("--intervals", is_flag=True, help="With the interval of each world rank.")
@ROBUST
@PREVIOUS
@click.option(
    "--format",
    type=click.Choice(["table", "csv", "json", "html"]),
    default="table",
    show_default=True,
    help="How to print it; html is the ranking page.",
)
@LANGUAGE
@OUT
def command(
    framework: str,
    scores: Path,
    sheet: str | None,
    ignore: Sequence[str],
    by: str | None,
    within: str,
    intervals: bool,
    replicates: int,
    seed: int,
    previous: Path | None,
    previous_framework: str | None,
    like_for_like: bool,
    format: str,
    language: str,
    out: Path | None,
) -> None:
    """Print the countries in order of one aggregate; equal values share the best rank."""
    from tieout.index.robustness import rank_intervals
    from tieout.index.wire import rank_rows

    counted = results(framework, scores, sheet, ignore)
    chosen = dimension(counted, by)
    if within not in counted.framework.within:
        refuse(f"--within {within}: {counted.framework.id} ranks within {', '.join(counted.framework.within)}")
    spans = rank_intervals(counted, chosen, replicates=replicates, seed=seed) if intervals else None
    if format == "html":
        if chosen != dimension(counted, None):
            refuse("--format html has every aggregate and begins with the first; leave --by out")
        from tieout.index.source import source
        from tieout.report.index.ranking import ranking_page

        compared = comparison(counted, previous, previous_framework, framework, like_for_like=like_for_like)
        page = ranking_page(counted, source=source(scores), language=language, comparison=compared, intervals=spans)
        deliver(page, out, [str(scores)])
        return
    rows = list(rank_rows(counted, chosen, within, spans))
    if format == "json":
        import json

        header, *body = rows
        records = [dict(zip(header, row, strict=True)) for row in body]
        deliver(json.dumps(records, ensure_ascii=False, indent=1) + "\n", out, [str(scores)])
        return
    deliver(printed(rows, format), out, [str(scores)])
