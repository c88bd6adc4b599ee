"""Outlines of a country's regions for maps: those that come with Tieout, or a GeoJSON file of the user's."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from tieout.errors import UnreadableError, UsageError

CODES = ("iso_3166_2", "ubigeo6", "ubigeo4", "ubigeo", "code")
"""Properties of a feature that may hold its code, in the order they are looked for."""


@dataclass(frozen=True, slots=True)
class Regions:
    """Geometries of GeoJSON by code; `moved` are drawn nearer than they lie; `file` is the user's, if it is one."""

    shapes: Mapping[str, tuple[Mapping[str, Any], ...]]
    moved: tuple[str, ...] = ()
    file: str = ""


def regions_of(country: str) -> Regions:
    """The regions that come with Tieout. UsageError when it has none of this country."""
    path = files("tieout.report.series") / "data" / f"{country}.json"
    if not path.is_file():
        known = ", ".join(
            sorted(p.name.removesuffix(".json") for p in (files("tieout.report.series") / "data").iterdir())
        )
        raise UsageError(f"{country}: no outlines of its regions come with Tieout, only {known}; give --geometry FILE")
    data = json.loads(path.read_text(encoding="utf-8"))
    shapes = {code: ({"type": "MultiPolygon", "coordinates": shape},) for code, shape in data["shapes"].items()}
    return Regions(shapes, tuple(data["moved"]))


def read_regions(path: Path) -> Regions:
    """The regions of a GeoJSON file, by the code in one of the properties CODES; features without one are left out."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        found: dict[str, tuple[Mapping[str, Any], ...]] = {}
        for feature in data["features"]:
            code = next((str(feature["properties"][key]) for key in CODES if feature["properties"].get(key)), None)
            if code and feature.get("geometry"):
                found[code] = (*found.get(code, ()), _wound(feature["geometry"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
        raise UnreadableError(str(path), f"is no GeoJSON ({fault})", "give a FeatureCollection of polygons") from None
    if not found:
        raise UsageError(f"{path}: no feature has a code; write it into a property {CODES[0]}")
    return Regions(found, (), path.name)


def _wound(geometry: Mapping[str, Any]) -> Mapping[str, Any]:
    """Outer rings wound clockwise and inner ones against it, as a map on the sphere wants them."""
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    turned = [
        [ring if (_area(ring) < 0) == (number == 0) else ring[::-1] for number, ring in enumerate(polygon)]
        for polygon in polygons
    ]
    return {"type": "MultiPolygon", "coordinates": turned}


def _area(ring: list[list[float]]) -> float:
    """Signed area: above zero when wound counter-clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True)) / 2
