"""`compare`: one thing counted by several documents, and how the numbers relate."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from pydantic import Field

from tieout.compare.comparison import DISAGREEING
from tieout.compare.words import relation_words
from tieout.mcp.choosing import test_of
from tieout.mcp.desk import Desks
from tieout.mcp.parameters import Limit, Measure, Offset, Period, Place
from tieout.mcp.shapes import Compared, Comparisons
from tieout.mcp.words import harmless

_FIGURES = 12
"""Figures of one comparison in an answer."""
Disagreeing = Annotated[bool, Field(description="Only those in which the documents give different numbers.")]


def compare(desks: Desks) -> Callable[..., Comparisons]:
    """The tool, over these desks."""

    def compare(
        measure: Measure = None,
        place: Place = None,
        period: Period = None,
        disagreeing: Disagreeing = False,
        limit: Limit = 10,
        offset: Offset = 0,
    ) -> Comparisons:
        """Figures of several documents side by side, with the relation between them (same original, agree, fit
        together, other period, other authority, other definition, revised, estimates, conflict), the arithmetic, and
        their quotes."""
        desk, meant = desks.now(), test_of(measure, place, period)
        found = [
            one
            for one in desk.comparisons
            if (not disagreeing or one.relation in DISAGREEING) and any(map(meant, one.figures))
        ]
        shown = [
            Compared(
                subject=harmless(one.subject.title),
                relation=one.relation,
                means=relation_words(one.relation),
                verdict=one.verdict,
                reason=harmless(one.reason),
                computed=harmless(one.computed),
                originals=one.originals,
                members=len(one.figures),
                figures=[desk.figure(figure) for figure in one.figures[:_FIGURES]],
            )
            for one in found[offset : offset + limit]
        ]
        said = f"{len(shown)} of {len(found)} comparisons." if found else "No two documents count that."
        return Comparisons(said=said, total=len(found), results=shown)

    return compare
