"""The places that a workspace's records name, each under its region and country. It draws nothing."""

from __future__ import annotations

from collections import Counter

from tieout.language.places import Gazetteer
from tieout.workspace.workspace import Workspace


class Geography:
    """The gazetteer of the countries that the documents are about."""

    def __init__(self, workspace: Workspace, lang: str) -> None:
        self.lang = lang
        named = Counter(entry.country for entry in workspace.entries if entry.country)
        most = next((code for code, n in named.most_common(1) if 2 * n > len(workspace.entries)), None)
        self.country = workspace.scope.country or most
        """The country the workspace is about: the one stated, else the one more than half of the documents are of."""
        codes = [self.country] if self.country else []
        codes += [code for code in sorted(named) if code != self.country]
        self._gazetteer = Gazetteer.for_countries(tuple(codes))
        self._regions: dict[str, str] = {}

    def region(self, code: str | None) -> str:
        """The first-level region (`PE-LIM`) that holds a place, else its country, else the code itself; empty for
        none."""
        if not code:
            return ""
        if code not in self._regions:
            self._regions[code] = self._region(code)
        return self._regions[code]

    def country_of(self, code: str) -> str | None:
        """The country of a place."""
        if len(code) > 2 and code[2] == "-":
            return code[:2]
        return self._gazetteer.country_of(code)

    def name(self, code: str) -> str:
        """The name of a region, country or other place; its code where no gazetteer has it."""
        try:
            return self._gazetteer.canonical(code, self.lang)
        except KeyError:
            return code

    def full_name(self, code: str) -> str:
        """The name of a region with its country, where that is another than the workspace's; else the name."""
        country = self.country_of(code)
        name = self.name(code)
        return name if country in (None, code, self.country) else f"{name}, {self.name(country)}"

    def codes_in(self, words: str | None) -> list[str]:
        """The places that some words name, each once."""
        return list(dict.fromkeys(place.code for place in self._gazetteer.find(words))) if words else []

    def _region(self, code: str) -> str:
        chain = (code, *self._gazetteer.holders(code))
        first = next((c for c in chain if len(c) > 2 and c[2:3] == "-"), None)
        return first or self._gazetteer.country_of(code) or code
