"""A choropleth as inline SVG from outlines that come with Tieout: regions of a country, or the world's countries.

Shapes are links with presentation classes; the policy of the page needs no exception for them.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

_WIDTH = 620.0
_MOST = 780.0
"""Height, at most."""
_POLE = 58.0
"""South of this there is only ice."""
_EDGES = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000)
SHADES = 6

Rings = Sequence[Sequence[Sequence[Sequence[float]]]]


def classes(values: Mapping[str, int]) -> list[int]:
    """The lowest value of each shade, from the lightest: round numbers that part the values, SHADES at most."""
    most = max(values.values(), default=0)
    edges = [edge for edge in _EDGES if edge <= most]
    while len(edges) > SHADES:
        drop = min(range(1, len(edges)), key=lambda n: sum(edges[n - 1] <= v < edges[n] for v in values.values()))
        del edges[drop]
    return edges


def shade(value: int, edges: Sequence[int]) -> int:
    """The shade of a value, from 1; 0 for none."""
    return bisect_right(edges, value) if value else 0


def picture(
    shapes: Mapping[str, Rings],
    values: Mapping[str, int],
    names: Mapping[str, str],
    links: Mapping[str, str],
    label: str,
) -> Markup:
    """The map: shapes by code, shaded by value, each with its name and value, those with a link leading there."""
    spots = [spot for shape in shapes.values() for polygon in shape for spot in polygon[0] if spot[1] > -_POLE]
    west, east = min(x for x, _ in spots), max(x for x, _ in spots)
    south, north = min(y for _, y in spots), max(y for _, y in spots)
    shrink = math.cos(math.radians((south + north) / 2)) if north - south < 60 else 1.0
    scale = min(_WIDTH / ((east - west) * shrink), _MOST / (north - south))
    wide, high = (east - west) * shrink * scale, (north - south) * scale
    edges = classes(values)

    def path(shape: Rings) -> str:
        out = []
        for polygon in shape:
            for ring in polygon:
                points = [f"{(x - west) * shrink * scale:.1f} {(north - y) * scale:.1f}" for x, y in ring]
                out.append("M" + "L".join(points) + "Z")
        return "".join(out)

    parts = [
        f'<svg class="map" role="group" aria-label="{escape(label)}" viewBox="-2 -2 {wide + 4:.0f} {high + 4:.0f}">'
    ]
    for code, shape in shapes.items():
        value = values.get(code, 0)
        said = escape(f"{names.get(code, code)}: {value}")
        drawn = f'<path class="land s{shade(value, edges)}" d="{path(shape)}"><title>{said}</title></path>'
        to = links.get(code)
        parts.append(f'<a href="{escape(to)}" aria-label="{said}">{drawn}</a>' if to else drawn)
    return Markup("".join(parts) + "</svg>")  # noqa: S704 -- every word in it is escaped
