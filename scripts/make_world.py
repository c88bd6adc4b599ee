"""Make the outlines of the world's countries that the index's maps are drawn with: report/index/data/world.json.

For developers only; the package never runs it. It needs `pip install "babel==2.18.0"` and the files
countries-110m.json and countries-50m.json of the npm package world-atlas 2.0.2 (ISC), which holds the boundaries of
Natural Earth (public domain):

    python scripts/make_world.py FOLDER/countries-110m.json FOLDER/countries-50m.json

Countries that the coarse file lacks become points, in the middle of their largest part in the finer one. Antarctica is
left out; coordinates are rounded to a tenth of a degree.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from babel.core import get_global

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "tieout"
OUT = PACKAGE / "report" / "index" / "data" / "world.json"
ALPHA3 = PACKAGE / "language" / "data" / "places" / "alpha3.tsv"
LEFT_OUT = ("ATA",)
NAMED = {"Kosovo": "XKX", "Somaliland": "SOM", "N. Cyprus": "CYP"}
"""Features of Natural Earth without a number: with the country whose scores hold there."""

TOO_SMALL = {"TUV": [179.2, -8.5]}
"""Countries that both files lack."""

Ring = list[list[float]]


def codes() -> dict[str, str]:
    """ISO 3166-1 alpha-3 by numeric code."""
    aliases = get_global("territory_aliases")
    rows = (line.split("\t") for line in ALPHA3.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    three = {row[1]: row[0] for row in rows}
    return {k: three[v[0]] for k, v in aliases.items() if k.isdigit() and len(v) == 1 and v[0] in three}


def countries(path: Path) -> dict[str, list[list[Ring]]]:
    """Polygons (each an outer ring and its holes) by alpha-3 code."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = [_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    by_number = codes()
    out: dict[str, list[list[Ring]]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        code = by_number.get(shape.get("id", "")) or NAMED.get(shape["properties"]["name"])
        if code is None or code in LEFT_OUT:
            continue
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        out.setdefault(code, []).extend([[_ring(ring, arcs) for ring in polygon] for polygon in polygons])
    return out


def _arc(arc: list[list[int]], transform: dict[str, Any]) -> Ring:
    x = y = 0
    out = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        place = (value * s + t for value, s, t in zip((x, y), transform["scale"], transform["translate"], strict=True))
        out.append([round(value, 1) for value in place])
    return out


def _ring(indices: list[int], arcs: list[Ring]) -> Ring:
    out: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        out.extend(point for point in arc if not out or point != out[-1])
    return out


def _middle(polygons: list[list[Ring]]) -> list[float]:
    """The middle of the largest outer ring's box."""

    def box(ring: Ring) -> tuple[float, float, float, float]:
        xs, ys = zip(*ring, strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    boxes = [box(polygon[0]) for polygon in polygons]
    west, south, east, north = max(boxes, key=lambda b: (b[2] - b[0]) * (b[3] - b[1]))
    return [round((west + east) / 2, 1), round((south + north) / 2, 1)]


def main() -> None:
    coarse, fine = (countries(Path(name)) for name in sys.argv[1:3])
    kept = {code: [p for p in polygons if len(p[0]) > 3] for code, polygons in sorted(coarse.items())}
    points = {code: _middle(polygons) for code, polygons in sorted(fine.items()) if not kept.get(code)}
    shapes = {code: polygons for code, polygons in kept.items() if polygons}
    points = dict(sorted({**TOO_SMALL, **points}.items()))
    world = {"shapes": shapes, "points": points}
    OUT.write_text(json.dumps(world, separators=(",", ":")) + "\n", encoding="utf-8")
    print(len(shapes), "shapes,", len(points), "points,", OUT.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
