"""Results on the wire: the rows of CSV and tables, and the JSON records with exact fractions (docs/index.md)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from tieout.index.change import Change, Comparison
from tieout.index.framework import Framework
from tieout.index.results import Rank, Results
from tieout.index.robustness import RankInterval
from tieout.index.scale import plain, shown
from tieout.index.scores import Score

Row = list[str]


def score_rows(results: Results) -> Iterator[Row]:
    """The header, then one row a country, by code: aggregates rounded for print, ranks, quadrant."""
    framework = results.framework
    ids = [d.id for d in framework.dimensions]
    ranks = [(d, within) for d in ids for within in framework.within]
    yield ["iso3", "country", *ids, *(f"rank_{d}_{within}" for d, within in ranks), "quadrant"]
    for iso3, country in results.book.countries.items():
        places = [results.ranks(*key).get(iso3) for key in ranks]
        yield [
            iso3,
            country.name,
            *(results.shown(iso3, d) for d in ids),
            *(str(place.rank) if place else "" for place in places),
            results.quadrant(iso3) or "",
        ]


def book_rows(results: Results) -> Iterator[Row]:
    """What `import` stores: the header, then one row a country with its scores as given; no aggregates."""
    framework, book = results.framework, results.book
    ids = [i.id for i in framework.indicators]
    yield ["iso3", "country", "continent", "region", *ids]
    for iso3, country in book.countries.items():
        values = (book.value(iso3, id) for id in ids)
        scores = ("" if v is None else plain(v) for v in values)
        yield [iso3, country.name, country.continent, country.region, *scores]


def tidy_rows(results: Results) -> Iterator[Row]:
    """One row a score, with what is known of it."""
    yield ["iso3", "country", "continent", "region", "indicator", "score", "author", "time", "justification", "links"]
    for (iso3, indicator), score in sorted(results.book.scores.items()):
        country = results.book.countries[iso3]
        value = plain(results.framework.scale.value(score.steps))
        said = (score.author, score.time, score.justification, " ".join(score.links))
        yield [iso3, country.name, country.continent, country.region, indicator, value, *said]


def rank_rows(
    results: Results, dimension: str, within: str, intervals: Mapping[str, RankInterval] | None = None
) -> Iterator[Row]:
    """The header, then the ranking on one aggregate, best place first; with intervals of the world rank if given."""
    wide = ["low", "high"] if intervals is not None else []
    yield ["rank", "of", "group", "iso3", "country", dimension, *wide, "quadrant"]
    ranks = results.ranks(dimension, within)
    for iso3 in sorted(ranks, key=lambda c: (ranks[c].group, ranks[c].rank, c)):
        place = ranks[iso3]
        span = intervals.get(iso3) if intervals is not None else None
        ends = [str(span.low), str(span.high)] if span else ["", ""] if wide else []
        named = results.book.countries[iso3].name
        value = results.shown(iso3, dimension)
        group = place.group or "world"
        yield [str(place.rank), str(place.of), group, iso3, named, value, *ends, results.quadrant(iso3) or ""]


def change_rows(comparison: Comparison) -> Iterator[Row]:
    """The header, then every country and node of both editions: old, new, change, ranks and their change."""
    decimals = comparison.new.framework.decimals
    yield ["iso3", "country", "node", "old", "new", "change", "old_rank", "new_rank", "rank_change"]
    for node in comparison.nodes():
        for change in comparison.changes(node):
            yield _change_row(comparison, change, decimals)


def _change_row(comparison: Comparison, change: Change, decimals: int) -> Row:
    ranks = (change.old_rank, change.new_rank)
    moved = str(change.new_rank.rank - change.old_rank.rank) if change.old_rank and change.new_rank else ""
    books = (comparison.new.book, comparison.old.book)
    name = next(b.countries[change.iso3].name for b in books if change.iso3 in b.countries)
    values = ("" if v is None else shown(v, decimals) for v in (change.old, change.new, change.change))
    return [change.iso3, name, change.node, *values, *(str(r.rank) if r else "" for r in ranks), moved]


def robust_rows(results: Results, by_doubt: Mapping[str, Mapping[str, RankInterval]]) -> Iterator[Row]:
    """The header, then each country with its published rank and the interval of it under every doubt, by rank."""
    spans = [f"{doubt}_{end}" for doubt in by_doubt for end in ("low", "high")]
    yield ["iso3", "country", "rank", *spans]
    first = next(iter(by_doubt.values()))
    for iso3 in sorted(first, key=lambda c: (first[c].rank, c)):
        ends = (str(e) for spans in by_doubt.values() for e in (spans[iso3].low, spans[iso3].high))
        yield [iso3, results.book.countries[iso3].name, str(first[iso3].rank), *ends]


def results_record(results: Results) -> dict[str, Any]:
    """Everything, with exact fractions as `numerator/denominator`."""
    framework = results.framework
    count, wrong = results.compared()
    return {
        "framework": framework.id,
        "edition": framework.edition,
        "title": dict(framework.title),
        "countries": [country_record(results, iso3) for iso3 in results.book.countries],
        "published": {
            "compared": count,
            "differ": [
                {"iso3": d.iso3, "dimension": d.dimension, "published": d.published, "ours": d.ours} for d in wrong
            ],
        },
        "notes": list(results.book.notes),
    }


def country_record(results: Results, iso3: str) -> dict[str, Any]:
    """One country: aggregates with their ranks, scores with what stands behind them, quadrant."""
    country, framework = results.book.countries[iso3], results.framework
    return {
        "iso3": iso3,
        "country": country.name,
        "continent": country.continent or None,
        "region": country.region or None,
        "aggregates": {
            d.id: {
                **_value(results.values[d.id].get(iso3), framework),
                "ranks": {within: _rank(results.ranks(d.id, within).get(iso3)) for within in framework.within},
            }
            for d in framework.dimensions
        },
        "scores": {i.id: _score(results, results.book.scores.get((iso3, i.id))) for i in framework.indicators},
        "quadrant": results.quadrant(iso3),
    }


def change_record(change: Change, decimals: int) -> dict[str, Any]:
    """One change, exact and rounded."""
    return {
        "iso3": change.iso3,
        "node": change.node,
        **{
            name: None if value is None else {"shown": shown(value, decimals), "exact": str(value)}
            for name, value in (("old", change.old), ("new", change.new), ("change", change.change))
        },
        "old_rank": _rank(change.old_rank),
        "new_rank": _rank(change.new_rank),
    }


def interval_record(interval: RankInterval) -> dict[str, int]:
    """One interval of a rank."""
    return {name: getattr(interval, name) for name in ("rank", "low", "high", "median", "best", "worst", "replicates")}


def _value(value: Fraction | None, framework: Framework) -> dict[str, Any]:
    if value is None:
        return {"shown": None, "exact": None}
    return {"shown": shown(value, framework.decimals), "exact": str(value)}


def _rank(rank: Rank | None) -> dict[str, Any] | None:
    return (
        None if rank is None else {"rank": rank.rank, "of": rank.of, "group": rank.group or None, "equal": rank.equal}
    )


def _score(results: Results, score: Score | None) -> dict[str, Any] | None:
    if score is None:
        return None
    return {
        "score": plain(results.framework.scale.value(score.steps)),
        "author": score.author or None,
        "time": score.time or None,
        "justification": score.justification or None,
        "links": list(score.links),
    }
