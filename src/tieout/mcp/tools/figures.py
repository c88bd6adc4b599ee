"""`figures`: the figures of the documents, by what they count, where and when."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from pydantic import Field

from tieout.mcp.choosing import test_of
from tieout.mcp.desk import Desks
from tieout.mcp.parameters import Limit, Measure, Offset, Period, Place, Source
from tieout.mcp.shapes import Figures
from tieout.mcp.tools.source import entry_of

Unit = Annotated[str | None, Field(max_length=40, description="Only this unit: count, percent, per_100k, USD …")]


def figures(desks: Desks) -> Callable[..., Figures]:
    """The tool, over these desks."""

    def figures(
        measure: Measure = None,
        place: Place = None,
        period: Period = None,
        source: Source = None,
        unit: Unit = None,
        limit: Limit = 20,
        offset: Offset = 0,
    ) -> Figures:
        """Figures that the documents print, each with its sentence, exact value, what it counts, where, when, who says
        so, its place in the document and whether its arithmetic holds. Without parameters: all of them, in order."""
        desk = desks.now()
        meant, docs = test_of(measure, place, period), {entry_of(desk, source).doc} if source else None
        found = [
            figure
            for figure in desk.workspace.figures
            if (docs is None or figure.doc in docs) and unit in (None, figure.unit) and meant(figure)
        ]
        shown = [desk.figure(figure) for figure in found[offset : offset + limit]]
        last = offset + len(shown)
        said = (
            f"{offset + 1} to {last} of {len(found)} figures." if shown else f"None of {len(found)} figures from there."
        )
        return Figures(said=said if found else "No figure of these documents is that.", total=len(found), results=shown)

    return figures
