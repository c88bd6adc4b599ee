"""A whole edition as files: tables, the ranking, profiles, and every chart as spec, SVG and PNG."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from tieout.index.change import Comparison
from tieout.index.csv_text import csv_text
from tieout.index.results import Results
from tieout.index.robustness import RankInterval
from tieout.index.source import Source
from tieout.index.wire import change_rows, results_record, score_rows
from tieout.report.charts import Spec, png, svg
from tieout.report.index.charts import bars_chart, quadrant_chart, world_chart
from tieout.report.index.profile import profile_page
from tieout.report.index.ranking import ranking_page
from tieout.report.index.words import words

_FEW = 10
"""Countries whose bars are drawn as files too; a page has them in any case."""


def site(
    results: Results,
    *,
    source: Source,
    language: str = "en",
    comparison: Comparison | None = None,
    intervals: Mapping[str, Mapping[str, RankInterval]] | None = None,
    profiles: Sequence[str] = (),
) -> dict[str, str | bytes]:
    """Content by name. `intervals` are by aggregate, then country; `profiles` those with a page."""
    spans = intervals or {}
    first = next(d.id for d in results.framework.dimensions if d.parent is None)
    links = {iso3: f"profiles/{iso3}.html" for iso3 in profiles}
    files: dict[str, str | bytes] = {
        "scores.csv": csv_text(score_rows(results)),
        "scores.json": json.dumps(results_record(results), ensure_ascii=False, indent=1) + "\n",
        "ranking.html": ranking_page(
            results, source=source, language=language, comparison=comparison, intervals=spans.get(first), links=links
        ),
    }
    if comparison is not None:
        files["changes.csv"] = csv_text(change_rows(comparison))
    for iso3, link in links.items():
        mine = {d: found[iso3] for d, found in spans.items() if iso3 in found}
        files[link] = profile_page(
            results,
            iso3,
            source=source,
            language=language,
            comparison=comparison,
            intervals=mine,
            back="../ranking.html",
        )
    for name, spec in _charts(results, profiles, language).items():
        files[f"charts/{name}.vl.json"] = json.dumps(spec, ensure_ascii=False) + "\n"
        files[f"charts/{name}.svg"] = svg(spec)
        files[f"charts/{name}.png"] = png(spec)
    return files


def _charts(results: Results, profiles: Sequence[str], language: str) -> dict[str, Spec]:
    """The edition's charts; those of a country only where a few countries are asked for."""
    w, framework = words(language), results.framework
    out = {f"world_{d.id}": world_chart(results, d.id, w) for d in framework.dimensions if d.parent is None}
    if framework.quadrants is not None:
        out["quadrants"] = quadrant_chart(results, w)
    for iso3 in profiles if len(profiles) <= _FEW else ():
        for dimension in framework.dimensions:
            if any(i.parent == dimension.id for i in framework.indicators):
                out[f"{iso3}_{dimension.id}"] = bars_chart(results, iso3, dimension.id, w)
    return out
