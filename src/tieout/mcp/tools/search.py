"""`search`: quotes on some words, ranked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Literal

from pydantic import Field

from tieout.evidence.figure import Figure
from tieout.mcp.desk import Desk, Desks
from tieout.mcp.parameters import Language, Limit, Period, Place, Words
from tieout.mcp.shapes import FigureQuote, Quote, Quotes
from tieout.workspace.search.hit import Hit
from tieout.workspace.search.search import search as found

Kind = Annotated[Literal["passage", "figure", "law", "group"], Field(description="What is sought.")]


def search(desks: Desks) -> Callable[..., Quotes]:
    """The tool, over these desks."""

    def search(
        query: Words,
        kind: Kind = "passage",
        place: Place = None,
        period: Period = None,
        language: Language = None,
        limit: Limit = 10,
    ) -> Quotes:
        """Quotes of the documents on some words, in English or Spanish, the best first, each with its document, page,
        characters and how it stands in the checks. A phrase in quotation marks must stand as it is."""
        desk = desks.now()
        hits = found(desk.workspace, query, kind, place, period, language, limit)
        results = [_quote(desk, hit) for hit in hits]
        return Quotes(said=f"{len(hits)} quotes." if hits else "Nothing was found.", results=results)

    return search


def _quote(desk: Desk, hit: Hit) -> FigureQuote | Quote:
    record = desk.workspace.by_id.get(hit.id)
    if isinstance(record, Figure):
        return desk.figure(record)
    return desk.words(hit.kind, hit.doc, hit.start, hit.end, hit.id if record else None)
