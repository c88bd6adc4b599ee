"""A choropleth: regions of a country in shades of a value, blue and orange, told apart by lightness without colour."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from tieout.report.charts import PAPER, SHADES, SOFT, Spec, altair, finished
from tieout.report.series.regions import Regions
from tieout.report.series.words import Words
from tieout.series.words import number

WIDTH = 380
_FIVE = SHADES["worse"][:5]
_BLUES, _REDS = SHADES["better"], SHADES["worse"]
_STEPS = (1, 2, Fraction(5, 2), 5, 10)


def map_chart(regions: Regions, values: Mapping[str, Fraction], w: Words, *, diverging: bool) -> Spec:
    """The map with its legend. `diverging`: changes, whose shades turn at zero."""
    alt = altair()
    edges = change_edges(values) if diverging else level_edges(values)
    shades = _diverging(edges) if diverging else _FIVE[: len(edges) + 1]
    names = [*class_names(edges, w), w("no_value")]

    def named(code: str) -> str:
        return names[bisect_right(edges, values[code])] if code in values else names[-1]

    features = [
        {"type": "Feature", "geometry": shape, "class": named(code)}
        for code, shapes in regions.shapes.items()
        for shape in shapes
    ]
    used = sorted({names.index(named(code)) for code in regions.shapes if code in values})
    keys = range(used[0], used[-1] + 1) if used else range(0)
    shown = [names[number] for number in keys] + ([names[-1]] if set(regions.shapes) - set(values) else [])
    legend = alt.Legend(
        orient="bottom", direction="horizontal", columns=3, title=None, symbolType="square", labelLimit=150
    )
    scale = alt.Scale(domain=shown, range=[([*shades, PAPER])[names.index(name)] for name in shown])
    land = alt.Chart(alt.Data(values=features)).mark_geoshape(stroke=SOFT, strokeWidth=0.6)
    chart = land.encode(color=alt.Color("class:N", scale=scale, legend=legend)).project(type="mercator")
    return finished(chart, WIDTH, _height(regions))


def level_edges(values: Mapping[str, Fraction]) -> list[Fraction]:
    """Up to four round edges that part the places into classes of about the same number."""
    order = sorted(values.values())
    if len(set(order)) < 2:
        return []
    cuts = [order[len(order) * n // 5] for n in range(1, 5)]
    unit = _round_step((order[-1] - order[0]) / 20)
    return sorted({Fraction(round(cut / unit)) * unit for cut in cuts if cut > 0} - {Fraction(0)})


def change_edges(values: Mapping[str, Fraction]) -> list[Fraction]:
    """Edges on both sides of zero at the same distances."""
    sizes = sorted(abs(value) for value in values.values())
    if not sizes or not sizes[-1]:
        return [Fraction(0)]
    step = _round_step(max(sizes[len(sizes) // 2], sizes[-1] / 20) / 2)
    return [-2 * step, -step, Fraction(0), step, 2 * step]


def class_names(edges: Sequence[Fraction], w: Words) -> list[str]:
    """What the classes are called, from the lowest up."""
    if not edges:
        return ["–"]
    said = [number(edge, w.language) for edge in edges]
    return [w("below", value=said[0]), *(f"{a} – {b}" for a, b in pairwise(said)), w("above", value=said[-1])]


def _diverging(edges: Sequence[Fraction]) -> list[str]:
    if len(edges) < 2:
        return [_BLUES[2], _REDS[2]]
    return [_BLUES[4], _BLUES[2], _BLUES[0], _REDS[0], _REDS[2], _REDS[4]]


def _round_step(size: Fraction) -> Fraction:
    """The round number (1, 2, 2.5, 5 times a power of ten) next above a size."""
    power = Fraction(1)
    while power * 10 <= size:
        power *= 10
    while power > size:
        power /= 10
    return next(power * step for step in _STEPS if power * step >= size)


def _height(regions: Regions) -> int:
    """The height that fits the regions' bounds, within reason."""
    spots = [
        spot
        for shapes in regions.shapes.values()
        for shape in shapes
        for polygon in shape["coordinates"]
        for spot in polygon[0]
    ]
    wide = max(x for x, _ in spots) - min(x for x, _ in spots)
    high = max(y for _, y in spots) - min(y for _, y in spots)
    return int(min(620, max(260, WIDTH * high / wide)))
