"""The country page as HTML: the lines of the Country set by its template. It says nothing but counts and labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from tieout.index.countries import name_of
from tieout.report.country.exposed import matrix, protections
from tieout.report.country.gather import BESIDE
from tieout.report.country.items import DocumentItem, Link, ShelfItem, TopicItem
from tieout.report.country.listing import Listing, between
from tieout.report.country.model import Country, Direction, Move, Shelf, Topic
from tieout.report.country.official import Chart
from tieout.report.country.timeline import timeline
from tieout.report.html import asset
from tieout.report.site.address import document_page
from tieout.report.site.quoted import label_of, title_of
from tieout.report.site.shell import Frame, render
from tieout.report.words import words
from tieout.workspace.workspace import Workspace

PACKAGE = "tieout.report.country"
WIDE, NARROW = 900, 350
"""Units of the timeline on a desk and on a phone."""
_MOVING = 4
"""Figures that show a direction."""


def country_page(
    country: Country, workspace: Workspace, frame: Frame, charts: Mapping[str, Sequence[Chart]] | None = None
) -> str:
    """The page. `frame` is that of the site; `charts` are drawn official data by the id of their topic."""
    return _Page(country, workspace, frame, charts or {}).render()


class _Page:
    def __init__(
        self, country: Country, workspace: Workspace, frame: Frame, charts: Mapping[str, Sequence[Chart]]
    ) -> None:
        self.country, self.workspace, self.frame, self.charts = country, workspace, frame, charts
        self.words = words(frame.lang, PACKAGE)
        self.listing = Listing(workspace, frame.lang, country.code)

    def render(self) -> str:
        country, listing = self.country, self.listing
        name = name_of(country.iso3, self.frame.lang)
        emergencies = [listing.emergency(held) for held in country.emergencies]
        recommendations = [listing.addressee(held) for held in country.recommendations]
        shelves = [self._shelf(shelf) for shelf in country.shelves]
        return render(
            self.frame,
            "index.html",
            name,
            "country.html",
            {
                "country": country,
                "country_name": name,
                "period": listing.date(country.period),
                "documents": [self._document(n) for n in range(len(country.documents))],
                "shelves": shelves,
                "has_scores": any(topic.score for shelf in shelves for topic in shelf.topics),
                "tally": self._tally(),
                "timelines": self._timelines(),
                "emergencies": emergencies,
                "recommendations": recommendations,
                "asked": sum(len(held.items) for held in recommendations),
                "obligations": [listing.obligation(one) for one in country.obligations],
                "groups": [listing.group(line) for line in country.groups],
                "found": [listing.found(held) for held in country.findings],
                "matrix": matrix(country.exposures, listing),
                "protections": protections(country.protections, listing),
                "gaps": [listing.gap(line) for line in country.gaps],
                "unanswered": [(item.number, item.said(self.frame.lang)) for item in country.unanswered],
                "lossy": sum(bool(p.document.losses or p.losses) for _, p in self.workspace.parts()),
                "withheld": self.workspace.withheld,
                "years": self._years(shelves),
            },
            package=PACKAGE,
            style=asset(PACKAGE, "country.css"),
            script=asset(PACKAGE, "country.js"),
        )

    def _shelf(self, shelf: Shelf) -> ShelfItem:
        items = [self._topic(topic) for topic in shelf.topics]
        told = [item for item in items if not item.topic.empty or item.score or item.charts]
        silent = [item.label for item in items if item not in told]
        label = shelf.label or self.words("page", "beside")
        return ShelfItem(shelf.id or "beside", label, shelf.score, tuple(told), tuple(silent))

    def _topic(self, topic: Topic) -> TopicItem:
        listing = self.listing
        concept = topic.id.removeprefix(BESIDE)
        compared = (*between(topic.disagreements), *between(topic.fitting), *between(topic.others))
        return TopicItem(
            topic=topic,
            anchor=f"i-{concept}",
            label=topic.label or self.words.name("concept", concept),
            score=topic.score,
            direction=topic.direction,
            moving=tuple(map(listing.move, _moving(topic.direction))),
            figures=tuple(map(listing.figures, topic.figures)),
            compared=tuple(map(listing.compared, compared)),
            laws=(*map(listing.law, topic.laws), *map(listing.act, topic.acts)),
            groups=tuple(map(listing.group, topic.groups)),
            statements=tuple(map(listing.statement, topic.statements)),
            gaps=tuple(map(listing.gap, topic.gaps)),
            charts=tuple(self.charts.get(topic.id, ())),
        )

    def _document(self, number: int) -> DocumentItem:
        entry = self.country.documents[number]
        return DocumentItem(
            Link(title_of(entry), document_page(entry)),
            entry.key,
            entry.publisher or "",
            self.listing.date(entry.date),
            len(self.workspace.part(entry.doc).figures),
            label_of(entry),
        )

    def _tally(self) -> list[tuple[int, str]]:
        country = self.country
        different = {c.id for topic in country.topics for c in topic.disagreements}
        counts = {
            "documents": len(country.documents),
            "figures": country.counts.get("figure", 0),
            "laws": country.counts.get("law", 0),
            "groups": len(country.groups),
            "recommendations": sum(len(held.recommendations) for held in country.recommendations),
            "disagreements": len(different),
            "gaps": len(country.gaps),
            "findings": sum(len(held.findings) for held in country.findings),
        }
        return [(count, self.words.plural("count", key, count)) for key, count in counts.items()]

    def _timelines(self) -> tuple[Markup, ...]:
        held = [one[0] for one in self.country.emergencies if one[0].emergency_start]
        if not held:
            return ()
        dates = sorted(date for one in held for date in (one.emergency_start, one.emergency_end) if date)
        first, last = self.listing.date(dates[0]), self.listing.date(dates[-1])
        label = self.words("emergency", "chart", first=first, last=last)
        somewhere = self.words("emergency", "somewhere")
        return tuple(timeline(held, label, somewhere, width) for width in (WIDE, NARROW))

    def _years(self, shelves: Sequence[ShelfItem]) -> list[int]:
        """The years that the filter offers, the newest first."""
        found: set[int] = set()
        for topic in (topic for shelf in shelves for topic in shelf.topics):
            held = (one.filtered.years for part in (topic.figures, topic.laws, topic.compared) for one in part)
            found.update(int(year) for years in held for year in years.split())
        return sorted(found, reverse=True)


def _moving(direction: Direction | None) -> list[Move]:
    if direction is None:
        return []
    each = _MOVING if not (direction.up and direction.down) else _MOVING // 2
    return [*direction.up[:each], *direction.down[:each]]
