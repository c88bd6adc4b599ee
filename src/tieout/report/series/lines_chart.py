"""A series by month with stretches of time shaded, windows as bars above it and laws as lines across it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tieout.report.charts import INK, MARK, PAPER, SHADES, SOFT, Spec, altair, finished
from tieout.series.points import Point

TONES = {"this_window": SHADES["worse"][2], "same_period": SHADES["better"][1], "just_before": SHADES["worse"][0]}
"""Colour of each kind of stretch; they differ in lightness too, the window the darkest."""
BAR = SHADES["better"][5]
NARROW = 340
"""Width of a chart for a phone."""
WIDE = 760
_LANE = 9
_HEIGHT = 260
_LINE = 13
_LETTER = 6
"""Height of a line and width of a letter of a law's name, in points."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days to shade (`kind` of TONES), or to draw as a bar above (`known`); `name` is what the legend says."""

    kind: str
    start: date
    end: date
    name: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A day with a short name: a law."""

    day: date
    name: str


def lines_chart(
    months: Sequence[Point],
    stretches: Sequence[Stretch],
    marks: Sequence[Mark] = (),
    *,
    axis: str,
    width: int = WIDE,
    language: str = "en",
) -> Spec:
    """The series of `months` from zero up; where the table does not say, the line breaks."""
    alt = altair()
    rows = [row for one in months for row in _steps(one)]
    days = _all(months, stretches, marks)
    placed = _placed(marks, min(days), max(days), width)
    head = max((at for _, at in placed), default=0)
    top = (max((one.count or 0 for one in months), default=1) or 1) * 1.04 * _HEIGHT / (_HEIGHT - head)
    ends = [min(days).isoformat(), max(days).isoformat()]
    x = alt.X("day:T", title=None, scale=alt.Scale(domain=ends, type="utc"), axis=_years(width))
    y = alt.Y("count:Q", title=axis, scale=alt.Scale(domain=[0, top], nice=False), axis=_counts(language))
    layers: list[Any] = []
    shaded = [one for one in stretches if one.kind in TONES]
    if shaded:
        names = dict.fromkeys((one.kind, one.name) for one in sorted(shaded, key=lambda s: list(TONES).index(s.kind)))
        scale = alt.Scale(domain=[name for _, name in names], range=[TONES[kind] for kind, _ in names])
        legend = alt.Legend(
            orient="top",
            direction="horizontal",
            columns=1 if width <= NARROW else 0,
            title=None,
            symbolType="square",
            labelLimit=300,
        )
        values = [{**_days(one), "kind": one.name} for one in shaded]
        colour = alt.Color("kind:N", scale=scale, legend=legend)
        base = alt.Chart(alt.Data(values=values)).mark_rect(opacity=1)
        layers.append(base.encode(x=x, x2="end:T", color=colour))
    if marks:
        layers.extend(_marks(placed, x))
    line = alt.Chart(alt.Data(values=rows)).mark_line(color=INK, strokeWidth=1.6, interpolate="linear")
    layers.append(line.encode(x=x, y=y))
    layers.extend(_bars([one for one in stretches if one.kind not in TONES], x))
    return finished(alt.layer(*layers), width, _HEIGHT)


def _steps(month: Point) -> list[dict[str, Any]]:
    """A month as a level from its first day to its last; one that is not known breaks the line."""
    return [{"day": day.isoformat(), "count": month.count} for day in (month.start, month.end + timedelta(days=1))]


def _bars(known: Sequence[Stretch], x: Any) -> list[Any]:
    """Known windows as bars in lanes above the series, so that overlapping ones are told apart."""
    alt = altair()
    lanes: list[date] = []
    values = []
    for one in sorted(known, key=lambda s: s.start):
        lane = next((n for n, busy in enumerate(lanes) if busy < one.start), len(lanes))
        lanes[lane : lane + 1] = [one.end]
        values.append({**_days(one), "at": -6 - _LANE * lane, "name": one.name})
    if not values:
        return []
    place = alt.Y("at:Q", scale=None, axis=None)
    return [alt.Chart(alt.Data(values=values)).mark_bar(color=BAR, height=6).encode(x=x, x2="end:T", y=place)]


def _placed(marks: Sequence[Mark], first: date, last: date, width: int) -> list[tuple[Mark, int]]:
    """Each law with how far below the top its name stands, so that no name covers another."""
    lanes: list[float] = []
    out = []
    for one in sorted(marks, key=lambda mark: mark.day):
        at = (one.day - first).days * width / max(1, (last - first).days)
        lane = next((n for n, busy in enumerate(lanes) if busy < at), len(lanes))
        lanes[lane : lane + 1] = [at + _LETTER * len(one.name) + 6]
        out.append((one, _LINE * (lane + 1)))
    return out


def _marks(placed: Sequence[tuple[Mark, int]], x: Any) -> list[Any]:
    """Laws as broken lines with their names."""
    alt = altair()
    values = [{"day": one.day.isoformat(), "name": one.name, "at": at - 5} for one, at in placed]
    base = alt.Chart(alt.Data(values=values)).encode(x=x)
    rules = base.mark_rule(color=MARK, strokeDash=[3, 3], strokeWidth=1)
    place = alt.Y("at:Q", scale=None, axis=None)
    halo = base.mark_text(align="left", dx=3, fontSize=10, color=PAPER, stroke=PAPER, strokeWidth=3)
    text = base.mark_text(align="left", dx=3, fontSize=10, color=MARK)
    return [rules, halo.encode(y=place, text="name:N"), text.encode(y=place, text="name:N")]


def _counts(language: str) -> Any:
    """Counts up the side, as the language prints them."""
    said = "replace(format(datum.value, ','), /,/g, '.')" if language == "es" else "format(datum.value, ',')"
    return altair().Axis(tickCount=5, labelExpr=said)


def _years(width: int) -> Any:
    """Years below the series, every second on a phone."""
    return altair().Axis(
        format="%Y", tickCount={"interval": "year", "step": 2 if width <= NARROW else 1}, grid=False, labelColor=SOFT
    )


def _days(one: Stretch) -> dict[str, str]:
    """First day, and the day after the last: a stretch ends with its last day."""
    return {"day": one.start.isoformat(), "end": (one.end + timedelta(days=1)).isoformat()}


def _all(months: Sequence[Point], stretches: Sequence[Stretch], marks: Sequence[Mark]) -> list[date]:
    ends = [(one.start, one.end) for one in months] + [(one.start, one.end) for one in stretches]
    return [*(start for start, _ in ends), *(end + timedelta(days=1) for _, end in ends), *(one.day for one in marks)]
