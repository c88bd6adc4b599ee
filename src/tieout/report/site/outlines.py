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
_EDGES = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000)
SHADES = 6

Rings = Sequence[Sequence[Sequence[Sequence[float]]]]


def classes(values: Mapping[str, int]) -> list[int]:
    """The lowest value of each shade, from the lightest: round numbers that part the values, SHADES at most."""
    order = sorted(values.values())
    parts = SHADES - 1
    cuts = [order[len(order) * n // parts] for n in range(parts)] + order[-1:] if order else []
    return sorted({next((edge for edge in reversed(_EDGES) if edge <= cut), 1) for cut in cuts})


def shade(value: int, edges: Sequence[int]) -> int:
    """The shade of a value, from 1; 0 for none."""
    return bisect_right(edges, value) if value else 0


def _whole(ring: Sequence[Sequence[float]]) -> list[tuple[float, float]]:
    """A ring that crosses the date line, drawn on beyond it."""
    out: list[tuple[float, float]] = []
    for x, y in ring:
        turns = round((out[-1][0] - x) / 360) if out else 0
        out.append((x + 360 * turns, y))
    return out


def picture(
    shapes: Mapping[str, Rings],
    values: Mapping[str, int],
    names: Mapping[str, str],
    links: Mapping[str, str],
    label: str,
) -> Markup:
    """The map: shapes by code, shaded by value, each with its name and value, those with a link leading there."""
    lands = {code: [[_whole(ring) for ring in polygon] for polygon in shape] for code, shape in shapes.items()}
    spots = [spot for land in lands.values() for polygon in land for spot in polygon[0]]
    west, east = min(x for x, _ in spots), max(x for x, _ in spots)
    south, north = min(y for _, y in spots), max(y for _, y in spots)
    shrink = math.cos(math.radians((south + north) / 2)) if north - south < 60 else 1.0
    scale = min(_WIDTH / ((east - west) * shrink), _MOST / (north - south))
    wide, high = (east - west) * shrink * scale, (north - south) * scale
    edges = classes(values)

    def path(land: Rings) -> str:
        out = []
        for polygon in land:
            for ring in polygon:
                points = [f"{(x - west) * shrink * scale:.1f} {(north - y) * scale:.1f}" for x, y in ring]
                out.append("M" + "L".join(points) + "Z")
        return "".join(out)

    parts = [
        f'<svg class="map" role="group" aria-label="{escape(label)}" viewBox="-2 -2 {wide + 4:.0f} {high + 4:.0f}">'
    ]
    for code, land in lands.items():
        value = values.get(code, 0)
        said = escape(f"{names.get(code, code)}: {value}")
        drawn = f'<path class="land s{shade(value, edges)}" d="{path(land)}"><title>{said}</title></path>'
        to = links.get(code)
        parts.append(f'<a href="{escape(to)}" aria-label="{said}">{drawn}</a>' if to else drawn)
    return Markup("".join(parts) + "</svg>")  # noqa: S704 -- every word in it is escaped
