"""The page of the map: where the records are, by region and by country, and the same as a list beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import cast

from markupsafe import Markup

from tieout.errors import UsageError
from tieout.evidence.records.emergency import Emergency
from tieout.evidence.records.group import Group
from tieout.language.countries import alpha3_codes
from tieout.report.html import asset
from tieout.report.index.charts import world
from tieout.report.series.regions import regions_of
from tieout.report.site.address import group_address, place_anchor
from tieout.report.site.dossier import Dossier
from tieout.report.site.outlines import Rings, classes, picture
from tieout.report.site.quoted import Quoted
from tieout.report.site.shell import PACKAGE, render
from tieout.report.words import words

_ICE = "ATA"
_MEASURES = 4
"""Measures named with a place."""


@dataclass(slots=True)
class Place:
    """A region or country with what the records say of it."""

    code: str
    name: str
    figures: int = 0
    docs: set[str] = field(default_factory=set)
    measures: Counter[str] = field(default_factory=Counter)
    inside: Counter[str] = field(default_factory=Counter)
    """Places in it that figures name."""
    groups: dict[str, str] = field(default_factory=dict)
    """Names of groups that are said to be there, and where each is listed."""
    emergencies: list[Quoted] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        return place_anchor(self.code)

    @property
    def most(self) -> list[tuple[str, int]]:
        """What is counted there most."""
        return self.measures.most_common(_MEASURES)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A map with its legend."""

    title: str
    svg: Markup
    legend: tuple[tuple[int, str], ...]
    """Shade and the values it stands for."""
    regions: bool
    """Whether it shows the regions of a country, with their list beside it."""


def map_html(dossier: Dossier) -> str:
    """The page."""
    own = words(dossier.lang, PACKAGE)
    places, unplaced = _places(dossier)
    country = dossier.geography.country
    inside = [p for p in places if p.code != country and dossier.geography.country_of(p.code) == country and country]
    outside = [p for p in places if p not in inside]
    return render(
        dossier.frame,
        "map.html",
        own("map", "title"),
        "map.html",
        {
            "maps": [drawn for drawn in (_regions(dossier, inside), _world(dossier, outside)) if drawn is not None],
            "inside": inside,
            "outside": outside,
            "unplaced": unplaced,
            "country": dossier.geography.name(country) if country else "",
            "figures": sum(p.figures for p in places),
            "measure": lambda m: f"figures.html#words={m}",
        },
        style=asset(PACKAGE, "map.css"),
    )


def _places(dossier: Dossier) -> tuple[list[Place], list[tuple[str, int]]]:
    """The places that records name, those with most figures first; and names that no gazetteer knows, with counts."""
    geography = dossier.geography
    found: dict[str, Place] = {}
    unplaced: Counter[str] = Counter()

    def at(code: str) -> Place:
        region = geography.region(code)
        return found.setdefault(region, Place(region, geography.full_name(region)))

    for figure in dossier.workspace.figures:
        if figure.place_code:
            place = at(figure.place_code)
            place.figures += 1
            place.docs.add(figure.doc)
            if figure.measure:
                place.measures[figure.measure] += 1
            if figure.place and figure.place_code != place.code:
                place.inside[figure.place] += 1
        elif figure.place:
            unplaced[figure.place] += 1
    for record in dossier.workspace.records("emergency"):
        emergency = cast(Emergency, record)
        for code in geography.codes_in(emergency.place):
            at(code).emergencies.append(dossier.quotes.of(emergency))
            at(code).docs.add(emergency.doc)
    for record in dossier.workspace.records("group"):
        group = cast(Group, record)
        for area in group.areas:
            for code in geography.codes_in(area):
                at(code).groups.setdefault(group.name, group_address(group.name))
                at(code).docs.add(group.doc)
    order = sorted(found.values(), key=lambda p: (-p.figures, -len(p.emergencies) - len(p.groups), p.name))
    return order, unplaced.most_common()


def _regions(dossier: Dossier, places: list[Place]) -> Drawn | None:
    """The map of the country's regions, where outlines of them come with Tieout and something is known of one."""
    country = dossier.geography.country
    if not country or not places:
        return None
    try:
        regions = regions_of(country)
    except UsageError:
        return None
    shapes = {code: shape[0]["coordinates"] for code, shape in regions.shapes.items()}
    return _drawn(dossier, shapes, {p.code: p for p in places}, dossier.geography.name(country), regions=True)


def _world(dossier: Dossier, places: list[Place]) -> Drawn | None:
    """The map of the world's countries, where figures are of more than one."""
    codes = {alpha2: alpha3 for alpha3, alpha2 in alpha3_codes().items()}
    known = {codes[p.code]: p for p in places if p.code in codes and p.figures}
    if len(known) < 2:
        return None
    shapes = {code: shape for code, shape in world()["shapes"].items() if code != _ICE}
    return _drawn(dossier, shapes, known, words(dossier.lang, PACKAGE)("map", "world"), regions=False)


def _drawn(
    dossier: Dossier, shapes: Mapping[str, Rings], known: Mapping[str, Place], title: str, *, regions: bool
) -> Drawn:
    values = {code: place.figures for code, place in known.items() if code in shapes}
    two = alpha3_codes()
    names = {code: dossier.geography.name(two.get(code, code)) for code in shapes}
    links = {code: f"#{place.anchor}" for code, place in known.items()}
    edges = classes(values)
    tops = [f"{low} – {high - 1}" if high - 1 > low else str(low) for low, high in pairwise(edges)]
    tops += [f"{edges[-1]} +"] if edges else []
    return Drawn(title, picture(shapes, values, names, links, title), tuple(enumerate(tops, 1)), regions)
