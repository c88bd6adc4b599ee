"""The Dossier: what the pages of a site are made from, read once and shared by all of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property

from tieout.compare.comparison import Comparison
from tieout.report.exports.standing import Standings
from tieout.report.site.geography import Geography
from tieout.report.site.items import Link
from tieout.report.site.quoted import Quotes
from tieout.report.site.register import Register
from tieout.report.site.shell import Frame, frame_of
from tieout.report.words import words
from tieout.workspace.compared import comparisons_of
from tieout.workspace.workspace import Workspace


class Dossier:
    """One workspace in one language. It reads what may be shown (`Workspace.public`), never more."""

    def __init__(self, workspace: Workspace, lang: str, given: Collection[str] = ()) -> None:
        self.workspace: Workspace = workspace.public
        self.frame: Frame = frame_of(self.workspace, lang, given)
        self.lang = self.frame.lang
        self.words = words(lang)
        self.quotes = Quotes(self.workspace, lang)

    @cached_property
    def register(self) -> Register:
        """Every source cited."""
        return Register(self.workspace)

    @cached_property
    def comparisons(self) -> tuple[Comparison, ...]:
        """All comparisons between the documents."""
        return comparisons_of(self.workspace)

    @cached_property
    def geography(self) -> Geography:
        """The regions and countries of the places that records name."""
        return Geography(self.workspace, self.lang)

    @cached_property
    def standings(self) -> Mapping[str, Standings]:
        """What the checks say, by document."""
        return {entry.doc: Standings(part) for entry, part in self.workspace.parts()}

    @cached_property
    def links(self) -> Mapping[str, list[Link]]:
        """For the id of each figure that is compared, the comparisons it is part of."""
        found: dict[str, list[Link]] = {}
        for comparison in self.comparisons:
            for figure in comparison.figures:
                found.setdefault(figure.id, []).append(("comparison", f"comparisons.html#c-{comparison.id}"))
        return {id: list(dict.fromkeys(links))[:1] for id, links in found.items()}
