"""`tieout index export`: a whole edition as a folder that can be published: tables, pages, charts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from tieout.cli.answers import complain
from tieout.cli.index.files import write_folder
from tieout.cli.index.options import LANGUAGE, PREVIOUS, ROBUST, TABLE, comparison, country, results


@click.command("export")
@TABLE
@PREVIOUS
@click.option(
    "--profiles", multiple=True, metavar="COUNTRY", help="A country with a page of its own, or `all`; may be repeated."
)
@click.option("--intervals/--no-intervals", default=True, help="With the intervals of world ranks.")
@ROBUST
@LANGUAGE
@click.option("--out", "-o", type=click.Path(path_type=Path), required=True, help="A new or empty folder.")
def command(
    framework: str,
    scores: Path,
    sheet: str | None,
    ignore: Sequence[str],
    previous: Path | None,
    previous_framework: str | None,
    like_for_like: bool,
    profiles: Sequence[str],
    intervals: bool,
    replicates: int,
    seed: int,
    language: str,
    out: Path,
) -> None:
    """Write an edition into a folder: scores.csv, scores.json, ranking.html, profiles, charts as spec, SVG and PNG."""
    from tieout.index.robustness import rank_intervals
    from tieout.index.source import source
    from tieout.report.index.site import site

    counted = results(framework, scores, sheet, ignore)
    codes = list(counted.book.countries) if "all" in profiles else [country(counted, said) for said in profiles]
    compared = comparison(counted, previous, previous_framework, framework, like_for_like=like_for_like)
    tops = [d.id for d in counted.framework.dimensions if d.parent is None] if intervals else []
    spans = {d: rank_intervals(counted, d, replicates=replicates, seed=seed) for d in tops}
    files = site(
        counted, source=source(scores), language=language, comparison=compared, intervals=spans, profiles=codes
    )
    write_folder(out, files)
    complain(f"{out}: {len(files)} files; begin with {out / 'ranking.html'}")
