"""What the charts have in common: their colours and look, and a spec as SVG, as PNG and inside a page. No network.

Colours are those of a page by day; `inlined` makes an SVG fit for the page, where they follow its style.
"""

from __future__ import annotations

import json
import re
from typing import Any

from markupsafe import escape

from tieout.errors import UsageError

Spec = dict[str, Any]
INK, SOFT, LINE, PAPER, MARK, DOT = "#1e2227", "#565c64", "#d9d5ca", "#fdfcf9", "#a32018", "#6b7a8a"
SHADES = {
    "worse": ("#fbe9d8", "#f4c9a0", "#e39b6a", "#c9663f", "#9c3a24", "#6b1d17"),
    "better": ("#e3eef3", "#bcd7e3", "#8db9cd", "#5a94b1", "#336f90", "#174a68"),
}
"""From the lowest values to the highest; they differ in lightness, so that they are told apart without colour."""
_FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
_ROLES = {INK: "ink", SOFT: "soft", LINE: "line", PAPER: "paper", MARK: "mark", DOT: "dot"}
_COLOUR = re.compile(r'(fill|stroke)="(#[0-9a-f]{6})"')
_STYLE = re.compile(r' style="[^"]*"')
_DRAWN = re.compile(r' (?:d|transform)="[^"]*"')
_FINE = re.compile(r"(\d\.\d)\d+")
"""A tenth of a point is finer than any screen."""
_SIZE = re.compile(r'viewBox="([\d. ]+)"')
_IDS = re.compile(r'\b(id="|url\(#|href="#)')


def svg(spec: Spec) -> str:
    """The chart as a file of its own, on white."""
    return _drawn(_on_white(spec))


def png(spec: Spec, scale: float = 2.0) -> bytes:
    """The same chart as a picture, with `scale` pixels a point."""
    return bytes(_convert().vegalite_to_png(json.dumps(_on_white(spec)), scale=scale))


def inlined(spec: Spec, label: str, name: str) -> str:
    """The chart for a page: its colours by role (`fill="var(--ink)"`), its ids its own, named for those who hear it."""
    drawn = _STYLE.sub("", _drawn(spec))
    drawn = _IDS.sub(lambda found: found[0] + name + "-", drawn)
    drawn = _COLOUR.sub(lambda found: f'{found[1]}="{_role(found[2])}"', drawn)
    drawn = _DRAWN.sub(lambda found: _FINE.sub(r"\1", found[0]), drawn)
    size = _SIZE.search(drawn)
    assert size is not None
    head = f'<svg role="img" aria-label="{escape(label)}" class="chart" viewBox="{size[1]}">'
    return head + drawn[drawn.index(">", drawn.index("<svg")) + 1 :]


def _drawn(spec: Spec) -> str:
    return str(_convert().vegalite_to_svg(json.dumps(spec)))


def _on_white(spec: Spec) -> Spec:
    """A page has its own ground; a picture may be set on any."""
    return {**spec, "config": {**spec.get("config", {}), "background": "white"}}


def _role(colour: str) -> str:
    if colour in _ROLES:
        return f"var(--{_ROLES[colour]})"
    for kind, shades in SHADES.items():
        if colour in shades:
            return f"var(--{kind}-{shades.index(colour) + 1})"
    return colour


def finished(chart: Any, width: int, height: int) -> Spec:
    """A chart of Altair as a spec, with the look that all charts have."""
    chart = chart.properties(width=width, height=height).configure(font=_FONT, background="transparent")
    chart = chart.configure_view(stroke=None)
    chart = chart.configure_axis(
        labelColor=SOFT, titleColor=INK, gridColor=LINE, gridOpacity=0.6, domainColor=LINE, tickColor=LINE,
        labelFontSize=11, titleFontSize=12, titleFontWeight="normal",
    )  # fmt: skip
    chart = chart.configure_legend(labelColor=INK, titleColor=INK, labelFontSize=12, titleFontSize=12)
    spec: Spec = chart.to_dict()
    return spec


def altair() -> Any:
    """Altair, brought in when a chart is drawn. UsageError when it is missing."""
    try:
        import altair as found
    except ImportError:
        raise UsageError("Altair is missing; install the index or series extra: pip install 'tieout[index]'") from None
    return found


def _convert() -> Any:
    try:
        import vl_convert
    except ImportError:
        raise UsageError(
            "vl-convert is missing; install the index or series extra: pip install 'tieout[index]'"
        ) from None
    return vl_convert
