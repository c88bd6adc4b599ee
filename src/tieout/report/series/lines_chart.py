"""A series by month with stretches of time shaded, windows as bars above it and laws as lines across it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tieout.report.charts import INK, MARK, PAPER, SHADES, SOFT, Spec, altair, finished
from tieout.series.points import Point

TONES = {
    "this_window": (MARK, 0.32),
    "same_period": (SHADES["better"][3], 0.4),
    "just_before": (SHADES["worse"][1], 0.75),
}
"""Colour and strength of each kind of stretch; they differ in lightness too."""
BAR = SHADES["better"][5]
NARROW = 340
"""Width of a chart for a phone."""
WIDE = 760
_LANE = 9


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
) -> Spec:
    """The series of `months` from zero up; where the table does not say, the line breaks."""
    alt = altair()
    height = 250
    rows = [{"day": one.start.isoformat(), "count": one.count} for one in months]
    top = max((one.count or 0 for one in months), default=1) or 1
    ends = [min(_all(months, stretches, marks)).isoformat(), max(_all(months, stretches, marks)).isoformat()]
    x = alt.X("day:T", title=None, scale=alt.Scale(domain=ends, type="utc"), axis=_years(width))
    y = alt.Y("count:Q", title=axis, scale=alt.Scale(domain=[0, top * 1.04], nice=False), axis=alt.Axis(tickCount=5))
    layers: list[Any] = []
    shaded = [one for one in stretches if one.kind in TONES]
    if shaded:
        names = dict.fromkeys((one.kind, one.name) for one in sorted(shaded, key=lambda s: list(TONES).index(s.kind)))
        # tones with their strength in them, so that legend and chart look alike
        scale = alt.Scale(domain=[n for _, n in names], range=[TONES[k][0] for k, _ in names])
        strong = alt.Scale(domain=[n for _, n in names], range=[TONES[k][1] for k, _ in names])
        legend = alt.Legend(orient="top", direction="horizontal", columns=1 if width <= NARROW else 0, title=None)
        values = [{**_days(one), "kind": one.name} for one in shaded]
        base = alt.Chart(alt.Data(values=values)).mark_rect()
        layers.append(
            base.encode(
                x=x,
                x2="end:T",
                color=alt.Color("kind:N", scale=scale, legend=legend),
                opacity=alt.Opacity("kind:N", scale=strong, legend=None),
            )
        )
    if marks:
        layers.extend(_marks(marks, x, width))
    line = alt.Chart(alt.Data(values=rows)).mark_line(color=INK, strokeWidth=1.6, interpolate="step-after")
    layers.append(line.encode(x=x, y=y))
    layers.extend(_bars([one for one in stretches if one.kind not in TONES], x))
    return finished(alt.layer(*layers), width, height)


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


def _marks(marks: Sequence[Mark], x: Any, width: int) -> list[Any]:
    """Laws as broken lines with their names; names too near to another stand lower."""
    alt = altair()
    days = sorted(marks, key=lambda one: one.day)
    span = max(1, (days[-1].day - days[0].day).days)
    values, last, step = [], None, 0
    for one in days:
        near = last is not None and (one.day - last).days * width / (span * 1.3) < 34
        step = (step + 1) % 9 if near else 0
        last = one.day
        values.append({"day": one.day.isoformat(), "name": one.name, "at": 10 + 13 * step})
    base = alt.Chart(alt.Data(values=values)).encode(x=x)
    rules = base.mark_rule(color=MARK, strokeDash=[3, 3], strokeWidth=1)
    place = alt.Y("at:Q", scale=None, axis=None)
    halo = base.mark_text(align="left", dx=3, fontSize=10, color=PAPER, stroke=PAPER, strokeWidth=3)
    text = base.mark_text(align="left", dx=3, fontSize=10, color=MARK)
    return [rules, halo.encode(y=place, text="name:N"), text.encode(y=place, text="name:N")]


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
