"""`tieout index robust`: how far each rank depends on choices and on half-points."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from tieout.cli.answers import deliver
from tieout.cli.index.options import ROBUST, TABLE, dimension, results
from tieout.cli.index.score import printed
from tieout.cli.options import OUT


@click.command("robust")
@TABLE
@click.option("--by", help="The aggregate; the first at the top when not given.")
@click.option(
    "--doubt",
    multiple=True,
    type=click.Choice(["noise", "weights", "mean", "leave_out"]),
    help="One doubt alone, or several; all of them, together and each alone, when not given.",
)
@ROBUST
@click.option(
    "--format", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True, help="How to print it."
)
@OUT
def command(
    framework: str,
    scores: Path,
    sheet: str | None,
    ignore: Sequence[str],
    by: str | None,
    doubt: Sequence[str],
    replicates: int,
    seed: int,
    format: str,
    out: Path | None,
) -> None:
    """Print the interval of each country's world rank: the middle 90 percent of many replicates."""
    from tieout.index.robustness import DOUBTS, rank_intervals
    from tieout.index.wire import interval_record, robust_rows

    counted = results(framework, scores, sheet, ignore)
    chosen = dimension(counted, by)
    asked = {"_".join(doubt): tuple(doubt)} if doubt else {"all": DOUBTS, **{d: (d,) for d in DOUBTS}}
    spans = {
        name: rank_intervals(counted, chosen, doubts, replicates=replicates, seed=seed)
        for name, doubts in asked.items()
    }
    if format == "json":
        import json

        record = {
            "framework": counted.framework.id, "aggregate": chosen, "replicates": replicates, "seed": seed, "level": 90,
            "doubts": {name: {c: interval_record(i) for c, i in found.items()} for name, found in spans.items()},
        }  # fmt: skip
        deliver(json.dumps(record, indent=1) + "\n", out, [str(scores)])
        return
    deliver(printed(list(robust_rows(counted, spans)), format), out, [str(scores)])
