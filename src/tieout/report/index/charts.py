"""The index's charts as Vega-Lite specs made with Altair. No network: data stands inside."""

from __future__ import annotations

import json
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from tieout.index.framework import Quadrants
from tieout.index.results import Results
from tieout.index.scale import Scale, plain
from tieout.report.charts import DOT, INK, LINE, MARK, PAPER, SHADES, SOFT, Spec, altair, finished
from tieout.report.index.words import Words

PAGE_WIDTH = 360
"""Width of a scatter in a page: its words are still read on a phone."""
_LONG = 5
"""A scale this long is cut into classes at whole numbers."""


def quadrant_chart(
    results: Results, words: Words, marked: str | None = None, *, named: str = "", width: int = 460
) -> Spec:
    """Every country as a point between the two aggregates of the quadrants, one of them marked and named."""
    alt = altair()
    quadrants = results.framework.quadrants
    assert quadrants is not None
    across, up = (results.values[d] for d in (quadrants.across, quadrants.up))
    points = [
        {"x": float(across[c]), "y": float(up[c]), "name": named, "marked": c == marked}
        for c in results.book.countries
        if c in across and c in up
    ]
    nodes = (results.framework.dimension(d) for d in (quadrants.across, quadrants.up))
    axes = [words.of(node.label) for node in nodes if node is not None]
    scale = results.framework.scale
    ends = [float(scale.low), float(scale.high)]
    x, y = (_along(f"{side}:Q", ends, f"{axis} →") for side, axis in zip("xy", axes, strict=True))
    base = alt.Chart(alt.Data(values=points)).encode(x=x, y=y)
    others = base.transform_filter("!datum.marked").mark_circle(size=26, color=DOT, opacity=0.55)
    layers: list[Any] = [*_cross(quadrants, ends, x, y, words), others]
    if marked is not None:
        one = base.transform_filter("datum.marked")
        layers.append(one.mark_point(size=130, shape="diamond", filled=True, color=MARK, opacity=1))
        halo = one.mark_text(dy=-14, fontSize=13, fontWeight="bold", color=INK, stroke=PAPER, strokeWidth=3)
        layers.append(halo.encode(text="name:N"))
        layers.append(one.mark_text(dy=-14, fontSize=13, fontWeight="bold", color=INK).encode(text="name:N"))
    return finished(alt.layer(*layers), width, width)


def _along(field: str, ends: list[float], title: str | None) -> Any:
    """An axis from end to end of the scale."""
    alt = altair()
    channel = alt.X if field.startswith(("x", "score")) else alt.Y
    return channel(field, scale=alt.Scale(domain=ends, nice=False, zero=False), title=title)


def _cross(quadrants: Quadrants, ends: list[float], x: Any, y: Any, words: Words) -> list[Any]:
    """The two thresholds, and a name in each corner."""
    alt = altair()

    def rule(side: str, at: Fraction, channel: Any) -> Any:
        line = alt.Chart(alt.Data(values=[{side: float(at)}])).mark_rule(color=SOFT, strokeDash=[4, 3])
        return line.encode(**{side: channel})

    layers = [rule("x", quadrants.across_high, x), rule("y", quadrants.up_high, y)]
    low, high = ends
    margin = (high - low) / 60
    at = {"low": low + margin, "high": high - margin}
    for align, side in (("left", "low"), ("right", "high")):
        values = [{"x": at[side], "y": at[up], "name": words("quadrant", f"{side}-{up}")} for up in ("low", "high")]
        chart = alt.Chart(alt.Data(values=values)).mark_text(align=align, color=SOFT, fontSize=11)
        layers.append(chart.encode(x=x, y=y, text="name:N"))
    return layers


def bars_chart(results: Results, iso3: str, dimension: str, words: Words, width: int = 460) -> Spec:
    """The scores of one country under a dimension, as bars from the end of the scale."""
    alt = altair()
    framework = results.framework
    rows = []
    for indicator in framework.leaves(dimension):
        value = results.book.value(iso3, indicator.id)
        if value is not None:
            name = words.of(indicator.label)
            rows.append({"name": name, "score": float(value), "said": plain(value), "low": float(framework.scale.low)})
    kind = framework.dimension(dimension)
    colour = SHADES[kind.higher_is if kind else "worse"][4]
    y = alt.Y("name:N", sort=None, title=None, axis=alt.Axis(labelLimit=300, ticks=False, domain=False))
    ends = [float(framework.scale.low), float(framework.scale.high)]
    x = _along("score:Q", ends, None)
    base = alt.Chart(alt.Data(values=rows)).encode(y=y)
    bars = base.mark_bar(color=colour, height=12).encode(x=x, x2="low:Q")
    said = base.mark_text(align="left", dx=4, color=INK).encode(x=x, text="said:N")
    return finished(alt.layer(bars, said), width, 24 * len(rows))


def classes(results: Results, dimension: str, words: Words) -> list[str]:
    """The names of the map's classes from the lowest up, and that of no value."""
    return [
        *_names(_edges(list(results.values[dimension].values()), results.framework.scale), words),
        words("page", "no_value"),
    ]


def world_chart(results: Results, dimension: str, words: Words, *, legend: bool = True, width: int = 960) -> Spec:
    """A map of one aggregate in six shades; small states are points. What has no value stays blank."""
    alt = altair()
    values = results.values[dimension]
    kind = results.framework.dimension(dimension)
    shades = SHADES[kind.higher_is if kind else "worse"]
    land = world()
    edges = _edges(list(values.values()), results.framework.scale)
    names = classes(results, dimension, words)

    def named(code: str) -> str:
        return names[-1] if code not in values else names[sum(values[code] >= edge for edge in edges)]

    features = [
        {"type": "Feature", "geometry": {"type": "MultiPolygon", "coordinates": shape}, "class": named(code)}
        for code, shape in land["shapes"].items()
    ]
    points = [
        {"lon": lon, "lat": lat, "class": named(code)} for code, (lon, lat) in land["points"].items() if code in values
    ]
    colour = alt.Color(
        "class:N",
        scale=alt.Scale(domain=names, range=[*shades, LINE]),
        legend=alt.Legend(orient="bottom", direction="horizontal", columns=0, title=None, symbolType="square")
        if legend
        else None,
    )
    land = alt.Chart(alt.Data(values=features)).mark_geoshape(stroke=PAPER, strokeWidth=0.5).encode(color=colour)
    small = alt.Chart(alt.Data(values=points)).mark_circle(size=34, stroke=SOFT, strokeWidth=0.5, opacity=1)
    small = small.encode(longitude="lon:Q", latitude="lat:Q", color=colour)
    return finished(alt.layer(land, small).project(type="equalEarth"), width, int(width * 0.46))


def _edges(values: list[Fraction], scale: Scale) -> list[Fraction]:
    """The five inner edges of six classes: about a tenth of the scale apart, the median in the middle."""
    span = scale.high - scale.low
    width = Fraction(round(span / 10)) if span >= _LONG else span / 10
    middle = round(sorted(values)[len(values) // 2] / width)
    return [(middle + n) * width for n in (-2, -1, 0, 1, 2)]


def _names(edges: list[Fraction], words: Words) -> list[str]:
    between = [f"{plain(low)} – {plain(high)}" for low, high in pairwise(edges)]
    return [words("page", "under", value=plain(edges[0])), *between, words("page", "over", value=plain(edges[-1]))]


@cache
def world() -> Mapping[str, Any]:
    """Outlines of the world's countries (`shapes`) and the places of those too small for one (`points`), by code."""
    text = (files("tieout.report.index") / "data" / "world.json").read_text(encoding="utf-8")
    found: Mapping[str, Any] = json.loads(text)
    return found
