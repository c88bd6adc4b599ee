"""The ranking of an edition: a table of all countries with search, sort and filters, a world map, the quadrants.

One self-contained HTML page; without JavaScript the whole table is there, in the order of the first aggregate.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from tieout.index.change import Comparison
from tieout.index.countries import name_of
from tieout.index.results import Results
from tieout.index.robustness import RankInterval
from tieout.index.scale import plain
from tieout.index.source import Source
from tieout.report.charts import inlined
from tieout.report.index.charts import PAGE_WIDTH, classes, quadrant_chart, world_chart
from tieout.report.index.html import rendered
from tieout.report.index.profile import Moved, moved, replicates
from tieout.report.index.words import Words, words


@dataclass(frozen=True, slots=True)
class Entry:
    """One country's row. `values` are (shown, sort key) by dimension."""

    iso3: str
    name: str
    continent: str
    region: str
    rank: str
    equal: bool
    values: tuple[tuple[str, str], ...]
    moved: Moved | None
    interval: tuple[int, int] | None
    quadrant: str
    quadrant_said: str
    link: str | None


@dataclass(frozen=True, slots=True)
class WorldMap:
    """The map with its title and the names of its shades, lightest first; the last one is for no value."""

    title: str
    chart: Markup
    kind: str
    classes: list[str]


def ranking_page(
    results: Results,
    *,
    source: Source,
    language: str = "en",
    comparison: Comparison | None = None,
    intervals: Mapping[str, RankInterval] | None = None,
    links: Mapping[str, str] | None = None,
) -> str:
    """The page. `comparison` is with the last edition, `intervals` those of the first aggregate by country, `links` the
    addresses of profiles by country."""
    w, framework = words(language), results.framework
    first = next(d for d in framework.dimensions if d.parent is None)
    ranks = results.ranks(first.id)
    order = sorted(ranks, key=lambda c: (ranks[c].rank, c))
    unranked = [c for c in results.book.countries if c not in ranks]
    entries = [_entry(results, c, first.id, w, comparison, intervals or {}, links or {}) for c in (*order, *unranked)]
    return rendered(
        "ranking.html",
        w,
        title=w.of(framework.title),
        edition=framework.edition,
        dimensions=[(d.id, w.of(d.label), d.higher_is) for d in framework.dimensions],
        first=w.of(first.label),
        sense=w("page", first.higher_is),
        order=framework.first,
        entries=entries,
        continents=sorted(
            {(c.continent, w.title(c.continent)) for c in results.book.countries.values() if c.continent}
        ),
        regions=sorted({(c.region, w.title(c.region)) for c in results.book.countries.values() if c.region}),
        quadrants=_quadrants(results, w),
        scatter=_scatter(results, w),
        world=_world(results, first.id, w.of(first.label), w),
        before=comparison.old.framework.edition if comparison else "",
        alike=comparison is None or comparison.alike,
        like_for_like=comparison is not None and comparison.like_for_like,
        replicates=replicates((intervals or {}).values()),
        scale=framework.scale,
        plain=plain,
        source=source,
    )


def _entry(
    results: Results,
    iso3: str,
    first: str,
    w: Words,
    comparison: Comparison | None,
    intervals: Mapping[str, RankInterval],
    links: Mapping[str, str],
) -> Entry:
    country = results.book.countries[iso3]
    rank = results.ranks(first).get(iso3)
    change = comparison.change(iso3, first) if comparison else None
    span, quadrant = intervals.get(iso3), results.quadrant(iso3) or ""
    exact = [results.values[d.id].get(iso3) for d in results.framework.dimensions]
    return Entry(
        iso3=iso3,
        name=country.name if w.language == "en" else name_of(iso3, w.language),
        continent=country.continent,
        region=country.region,
        rank=str(rank.rank) if rank else "",
        equal=bool(rank and rank.equal),
        values=tuple(
            (results.shown(iso3, d.id), "" if value is None else f"{float(value):.9f}")
            for d, value in zip(results.framework.dimensions, exact, strict=True)
        ),
        moved=None
        if comparison is None or change is None or change.change is None
        else moved(change.change, results.framework.decimals, comparison.old.framework.edition, w),
        interval=(span.low, span.high) if span else None,
        quadrant=quadrant,
        quadrant_said=w("quadrant", quadrant) if quadrant else "",
        link=links.get(iso3),
    )


def _quadrants(results: Results, w: Words) -> list[tuple[str, str, int]]:
    quadrants = results.framework.quadrants
    if quadrants is None:
        return []
    labels = {d.id: w.of(d.label).lower() for d in results.framework.dimensions}
    out = []
    for name, count in results.quadrants().items():
        x, y = (w("level", level) for level in name.split("-"))
        said = w("page", "quadrant_name", across=labels[quadrants.across], up=labels[quadrants.up], x=x, y=y)
        out.append((name, said, count))
    return out


def _scatter(results: Results, w: Words) -> tuple[str, Markup] | None:
    quadrants = results.framework.quadrants
    if quadrants is None:
        return None
    labels = {d.id: w.of(d.label) for d in results.framework.dimensions}
    across, up = labels[quadrants.across], labels[quadrants.up]
    said = w("page", "quadrant_all", across=across.lower(), up=up.lower())
    title = w("page", "quadrant_title", across=across, up=up.lower())
    return title, Markup(inlined(quadrant_chart(results, w, width=PAGE_WIDTH), said, "q"))  # noqa: S704 -- drawn from escaped texts


def _world(results: Results, dimension: str, label: str, w: Words) -> WorldMap:
    said = w("page", "map_said", dimension=label.lower())
    drawn = inlined(world_chart(results, dimension, w, legend=False), said, "w")
    kind = next(d.higher_is for d in results.framework.dimensions if d.id == dimension)
    title = w("page", "map_title", dimension=label)
    return WorldMap(title, Markup(drawn), kind, classes(results, dimension, w))  # noqa: S704 -- drawn from escaped texts
