"""Which documents and figures of a workspace are about a country. What nobody said is told from what is counted.

Whoever built the workspace may have said what each document is about; then that holds.
"""

from __future__ import annotations

import re
from collections import Counter

from tieout.evidence.figure import Figure
from tieout.language.places import Gazetteer
from tieout.workspace.entry import Entry
from tieout.workspace.part import Part

_GROUP = re.compile(r"\d{3}")
"""A region of the world, by its number: `419`."""
_SHARE = 0.5
"""Share of a document's placed figures that makes a country its own."""


class About:
    """One country, and how to tell what is about it. `gathered` is the country that the documents were gathered for."""

    def __init__(self, code: str, gathered: str | None = None) -> None:
        self.code, self.gathered = code, gathered
        self._places = Gazetteer.for_country(code)
        self._countries: dict[str, str | None] = {}

    def document(self, entry: Entry, part: Part) -> bool:
        """Whether a document is about it: as was said of the document, else because most of what it counts is there,
        else because its title says so; one that names no country is about the one it was gathered for."""
        said = entry.country or part.document.country
        if said is not None:
            return said == self.code
        held = Counter(found for figure in part.figures if (found := self.country_of(figure.place_code)))
        if held:
            return held[self.code] >= _SHARE * sum(held.values())
        named = {place.country for place in self._places.find(part.document.title or "")} - {None}
        return self.code in named if named else self.code == self.gathered

    def figure(self, figure: Figure, mine: bool) -> bool:
        """Whether a figure is of it: its place is there, or it has none that is known and `mine`, its document, is."""
        code = figure.place_code
        found = self.country_of(code)
        return found == self.code if found else mine and not (code and _GROUP.fullmatch(code))

    def whole(self, figure: Figure) -> bool:
        """Whether a figure is of the whole country and not of a part of it."""
        return figure.place_code in (None, self.code) and "(" not in (figure.place or "")

    def elsewhere(self, text: str) -> bool:
        """Whether a text names other countries and not this one."""
        found = {place.country for place in self._places.find(text)} - {None}
        return bool(found) and self.code not in found

    def country_of(self, code: str | None) -> str | None:
        """The country of a place's code; None where it is not known."""
        if code is None:
            return None
        if code not in self._countries:
            self._countries[code] = self._places.country_of(code)
        return self._countries[code]
