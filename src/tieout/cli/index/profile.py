"""`tieout index profile`: one country's scores, ranks, changes and what stands behind them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from tieout.cli.answers import deliver
from tieout.cli.index.options import (
    DOCUMENTS,
    LANGUAGE,
    PREVIOUS,
    ROBUST,
    TABLE,
    comparison,
    corpus,
    country,
    results,
)
from tieout.cli.options import OUT


@click.command("profile")
@click.argument("said", metavar="COUNTRY")
@TABLE
@PREVIOUS
@DOCUMENTS
@click.option("--intervals", is_flag=True, help="With the interval of each world rank.")
@ROBUST
@click.option(
    "--format",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
    help="How to print it; html is the profile page.",
)
@LANGUAGE
@OUT
def command(
    said: str,
    framework: str,
    scores: Path,
    sheet: str | None,
    ignore: Sequence[str],
    previous: Path | None,
    previous_framework: str | None,
    like_for_like: bool,
    documents: Sequence[str],
    intervals: bool,
    replicates: int,
    seed: int,
    format: str,
    language: str,
    out: Path | None,
) -> None:
    """Print the profile of COUNTRY (PER, PE or Peru)."""
    counted = results(framework, scores, sheet, ignore)
    code = country(counted, said)
    compared = comparison(counted, previous, previous_framework, framework, like_for_like=like_for_like)
    if format == "html":
        from tieout.index.evidence import held
        from tieout.index.robustness import rank_intervals
        from tieout.index.source import source
        from tieout.report.index.profile import profile_page

        tops = [d.id for d in counted.framework.dimensions if d.parent is None] if intervals else []
        spans = {d: rank_intervals(counted, d, replicates=replicates, seed=seed) for d in tops}
        read = corpus(documents, code)
        found = (
            {i.id: held(read, counted.book, code, i, compared) for i in counted.framework.indicators} if read else {}
        )
        page = profile_page(
            counted, code, source=source(scores), language=language, comparison=compared,
            intervals={d: s[code] for d, s in spans.items() if code in s}, evidence=found,
        )  # fmt: skip
        deliver(page, out, [str(scores), *documents])
        return
    from tieout.index.profile import profile_lines
    from tieout.index.wire import change_record, country_record

    if format == "json":
        import json

        record = country_record(counted, code)
        if compared is not None:
            changes = (compared.change(code, node) for node in compared.nodes())
            record["changes"] = [change_record(c, counted.framework.decimals) for c in changes if c]
        deliver(json.dumps(record, ensure_ascii=False, indent=1) + "\n", out, [str(scores)])
        return
    deliver("\n".join(profile_lines(counted, code, compared)) + "\n", out, [str(scores)])
