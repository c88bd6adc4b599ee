"""`{tieout profile}`: a country's scores in an index as bars, one chart for each part, with the table as their source.

`scores=` and `framework=` name them when the workspace does not; `by=` names one part of the framework.
"""

from __future__ import annotations

from tieout.report.draft import markdown
from tieout.report.draft.draft import Block
from tieout.report.draft.filling import Filling


def fill(block: Block, filling: Filling) -> str:
    """A chart with its caption for each part that holds indicators."""
    from tieout.index.countries import iso3, name_of
    from tieout.index.framework import Indicator
    from tieout.index.frameworks import framework
    from tieout.index.results import Results
    from tieout.index.scale import shown
    from tieout.index.sheet import read_scores
    from tieout.report.index.charts import bars_chart
    from tieout.report.index.words import words

    scope = filling.workspace.scope
    path = filling.option(block, "scores", scope.scores)
    name = block.options.get("framework") or scope.framework
    if name is None:
        raise filling.fault(block, "write framework=… with the id of an index's framework; the workspace names none")
    results = Results(read_scores(path, framework(name)))
    code = iso3(filling.country(block))
    if code is None or code not in results.book.countries:
        raise filling.fault(block, f"{path.name} has no scores of this country")
    said, w = words(filling.language), filling.words
    by = block.options.get("by")
    parts = [
        d for d in results.framework.dimensions if any(isinstance(n, Indicator) for n in results.framework.below(d.id))
    ]
    if by is not None:
        parts = [part for part in parts if part.id == by]
    if not parts:
        raise filling.fault(block, f"by={by}: there are {', '.join(d.id for d in results.framework.dimensions)}")
    out = []
    for part in parts:
        title = said.of(results.framework.title)
        value = results.values[part.id].get(code)
        mean = f" ({shown(value, results.framework.decimals)})" if value is not None else ""
        country = name_of(code, filling.language)
        words_of_it = w("chart", "profile", title=title, country=country, name=f"{said.of(part.label)}{mean}")
        source = f"{w('part', 'source')} {title}, {path.name}"
        address = filling.picture(bars_chart(results, code, part.id, said))
        out.append(f"![{markdown.words(words_of_it)}. {markdown.words(source)}]({address}){{.chart}}")
    return "\n\n".join(out)
