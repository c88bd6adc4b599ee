"""`index`: the scores of the workspace's country, with what the documents say of each."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from tieout.errors import TieoutError, UsageError
from tieout.index.countries import iso3
from tieout.index.evidence import held
from tieout.index.framework import Dimension, Indicator
from tieout.index.frameworks import framework as framework_of
from tieout.index.results import Results
from tieout.index.scale import plain
from tieout.index.sheet import read_scores
from tieout.mcp.desk import Desk, Desks
from tieout.mcp.parameters import Country
from tieout.mcp.shapes import Scored, Scores
from tieout.mcp.words import harmless

_FIGURES = 10
"""Figures of the documents for one indicator."""
Named = Annotated[
    str | None,
    Field(max_length=80, description="Id of an indicator or dimension; all of them, without evidence, if left out."),
]


def index(desks: Desks) -> Callable[..., Scores]:
    """The tool, over these desks."""

    def index(indicator: Named = None, country: Country = None) -> Scores:
        """Scores and ranks of a country in the index that the workspace uses. For one indicator also its justification,
        the figures of the documents that speak of it, and whether they point another way than the score."""
        desk = desks.now()
        scope = desk.workspace.scope
        if scope.scores is None or scope.framework is None:
            return Scores(said="This workspace has no index: its settings name no table of scores.", results=[])
        results = _results(scope.framework, scope.scores)
        said = country or scope.country
        code = iso3(said) if said else None
        if code is None or code not in results.book.countries:
            raise UsageError("the scores have no such country; give its ISO 3166-1 code")
        if indicator is not None:
            return Scores(said=f"{indicator} of {code}.", results=[_one(desk, results, code, indicator)])
        nodes: list[Dimension | Indicator] = [*results.framework.dimensions, *results.framework.indicators]
        return Scores(said=f"Scores of {code}.", results=[_scored(results, code, node) for node in nodes])

    return index


@lru_cache(maxsize=2)
def _results(framework: str, scores: str) -> Results:
    try:
        return Results(read_scores(Path(scores), framework_of(framework)))
    except TieoutError as fault:
        raise UsageError("the table of scores cannot be read; tieout index validate says why") from fault


def _one(desk: Desk, results: Results, code: str, name: str) -> Scored:
    """An indicator with its evidence, or a dimension."""
    found = results.framework.indicator(name)
    if found is None:
        dimension = next((d for d in results.framework.dimensions if d.id == name), None)
        if dimension is None:
            raise UsageError("no indicator or dimension has this id; the tool index without parameters lists them")
        return _scored(results, code, dimension)
    gathered = held(desk.workspace, results.book, code, found)
    figures = [report.figure for report in (*gathered.linked, *gathered.reports)][:_FIGURES]
    bare = vars(_scored(results, code, found))
    said = {
        "justification": harmless(gathered.score.justification) if gathered.score else "",
        "evidence": [desk.figure(figure) for figure in figures],
        "disagreement": gathered.disagreement,
    }
    return Scored(**(bare | said))


def _scored(results: Results, code: str, node: Dimension | Indicator) -> Scored:
    rank = results.ranks(node.id).get(code) if isinstance(node, Dimension) else None
    if isinstance(node, Dimension):
        score: str | None = results.shown(code, node.id) or None
    else:
        value = results.book.value(code, node.id)
        score = None if value is None else plain(value)
    return Scored(
        id=node.id,
        label=node.label["en"],
        score=score,
        rank=rank.rank if rank else None,
        of=rank.of if rank else None,
        justification="",
        evidence=[],
        disagreement=None,
    )
