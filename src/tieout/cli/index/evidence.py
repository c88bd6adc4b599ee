"""`tieout index evidence`: what documents hold for one indicator of one country."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from tieout.cli.answers import deliver, refuse
from tieout.cli.index.options import DOCUMENTS, PREVIOUS, TABLE, comparison, corpus, country, results
from tieout.cli.options import OUT


@click.command("evidence")
@click.argument("said", metavar="COUNTRY")
@click.argument("indicator", required=False)
@TABLE
@PREVIOUS
@DOCUMENTS
@click.option(
    "--format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it."
)
@OUT
def command(
    said: str,
    indicator: str | None,
    framework: str,
    scores: Path,
    sheet: str | None,
    ignore: Sequence[str],
    previous: Path | None,
    previous_framework: str | None,
    like_for_like: bool,
    documents: Sequence[str],
    format: str,
    out: Path | None,
) -> None:
    """Print what stands behind COUNTRY's score on INDICATOR; without it, the scores that have nothing behind them."""
    from tieout.index.evidence import held, without_reason
    from tieout.index.evidence_wire import held_lines, held_record

    counted = results(framework, scores, sheet, ignore)
    code = country(counted, said)
    if indicator is None:
        bare = without_reason(counted.book, code)
        lines = [f"{c} {i}: no justification and no evidence" for c, i in bare]
        total = sum(iso3 == code for iso3, _ in counted.book.scores)
        lines.append(f"{len(bare)} of {total} scores of {code} have nothing behind them.")
        deliver("\n".join(lines) + "\n", out, [str(scores)])
        return
    found = counted.framework.indicator(indicator)
    if found is None:
        known = ", ".join(i.id for i in counted.framework.indicators)
        refuse(f"{indicator}: no indicator of {counted.framework.id}; known are {known}")
    read = corpus(documents, code)
    if read is None:
        refuse("no documents; give files or a folder with --documents")
    compared = comparison(counted, previous, previous_framework, framework, like_for_like=like_for_like)
    gathered = held(read, counted.book, code, found, compared)
    if format == "json":
        import json

        deliver(json.dumps(held_record(gathered), ensure_ascii=False, indent=1) + "\n", out, [str(scores)])
        return
    deliver("\n".join(held_lines(gathered, counted.framework.scale)) + "\n", out, [str(scores)])
