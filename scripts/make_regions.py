"""Make the outlines of a country's regions that the maps of `tieout series map` are drawn with: report/series/data/.

For developers only; the package never runs it. It needs a GeoJSON file of Natural Earth's admin-1 boundaries (public
domain), simplified or not, with the code of ISO 3166-2 in the property `i` or `iso_3166_2`:

    python scripts/make_regions.py FILE.geojson PE EC

Only outer rings are kept, thinned to what a map of a page can show, with two decimals. Natural Earth gives metropolitan
Lima the code of the region around it; both are drawn as PE-LIM. Islands far away are moved nearer, and said to be.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

OUT = Path(__file__).resolve().parents[1] / "src" / "tieout" / "report" / "series" / "data"
MOVED = {"EC-W": (7.5, 0.0)}
"""How many degrees east and north islands are moved."""
FINE = 0.02
"""Degrees that a thinned line may be off."""
SMALL = 0.003
"""Square degrees (about 37 km²) below which a part of a region is left out, unless it is the largest."""

Ring = list[list[float]]


def main(file: str, *countries: str) -> None:
    """Write one file for each country."""
    features = json.loads(Path(file).read_text(encoding="utf-8"))["features"]
    for country in countries:
        shapes: dict[str, list[list[Ring]]] = {}
        for feature in features:
            code = feature["properties"].get("i") or feature["properties"].get("iso_3166_2") or ""
            if code.startswith(f"{country}-"):
                shapes.setdefault(code, []).extend(
                    [ring] for ring in rings(feature["geometry"], MOVED.get(code, (0, 0)))
                )
        moved = sorted(set(MOVED) & set(shapes))
        text = json.dumps({"moved": moved, "shapes": dict(sorted(shapes.items()))}, separators=(",", ":"))
        (OUT / f"{country}.json").write_text(text + "\n", encoding="utf-8")
        print(country, len(shapes), "regions,", len(text), "bytes")


def rings(geometry: dict[str, Any], moved: tuple[float, float]) -> list[Ring]:
    """The outer rings of a geometry, wound as the sphere wants it: clockwise."""
    many = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    outer = sorted((polygon[0] for polygon in many), key=lambda ring: -abs(area(ring)))
    kept = [ring for number, ring in enumerate(outer) if number == 0 or abs(area(ring)) >= SMALL]
    out = []
    for ring in kept:
        thin = halved(ring)
        placed = [[round(x + moved[0], 2), round(y + moved[1], 2)] for x, y in thin]
        out.append(placed if area(placed) < 0 else placed[::-1])
    return out


def area(ring: Ring) -> float:
    """Signed area in square degrees: above zero when wound counter-clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True)) / 2


def halved(ring: Ring) -> Ring:
    """Douglas and Peucker's thinning of a ring, begun at two points far from each other."""
    far = max(range(len(ring)), key=lambda n: (ring[n][0] - ring[0][0]) ** 2 + (ring[n][1] - ring[0][1]) ** 2)
    return thinned(ring[: far + 1])[:-1] + thinned(ring[far:])


def thinned(line: Ring) -> Ring:
    """Douglas and Peucker's thinning of a line."""
    if len(line) < 3:
        return line
    (x0, y0), (x1, y1) = line[0], line[-1]
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 or 1.0
    off = [abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / length for x, y in line]
    worst = max(range(len(line)), key=off.__getitem__)
    if off[worst] < FINE:
        return [line[0], line[-1]]
    return thinned(line[: worst + 1])[:-1] + thinned(line[worst:])


if __name__ == "__main__":
    main(*sys.argv[1:])
