"""States of emergency on a line of time, a row for each place: plain shapes and text, no script and no style."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup, escape

from tieout.evidence.records.emergency import Emergency
from tieout.language.edtf import bounds

_ROW, _HEAD = 30, 26
_OPEN = 6
"""Units of a bar whose end nobody says."""


def timeline(emergencies: Sequence[Emergency], label: str, somewhere: str, width: int) -> Markup:
    """The emergencies that have a beginning, drawn `width` wide; empty when none has."""
    dated = [(one, *_days(one)) for one in emergencies if one.emergency_start]
    if not dated:
        return Markup("")
    places = list(dict.fromkeys(one.place or somewhere for one, _, _ in dated))
    left = min(width // 3, 150)
    first = min(start for _, start, _ in dated).year
    last = max(end or start for _, start, end in dated).year + 1
    days = (date(last, 1, 1) - date(first, 1, 1)).days

    def x(day: date) -> float:
        return round(left + (width - left - 8) * (day - date(first, 1, 1)).days / days, 1)

    height = _HEAD + _ROW * len(places)
    out = [f'<svg role="img" class="timeline" viewBox="0 0 {width} {height}" aria-label="{escape(label)}">']
    step = max(1, (last - first) * 60 // (width - left))
    for year in range(first, last + 1):
        at = x(date(year, 1, 1))
        out.append(f'<line x1="{at}" x2="{at}" y1="{_HEAD - 6}" y2="{height}" stroke="var(--line)"/>')
        if year < last and (year - first) % step == 0:
            out.append(f'<text x="{at + 4}" y="{_HEAD - 10}" font-size="12" fill="var(--soft)">{year}</text>')
    for row, place in enumerate(places):
        y = _HEAD + _ROW * row
        out.append(f'<text x="0" y="{y + 18}" font-size="13" fill="var(--ink)">{escape(_short(place, left))}</text>')
        for one, start, end in dated:
            if (one.place or somewhere) == place:
                out.append(_bar(x(start), x(end) if end else None, y))
    return Markup("".join(out) + "</svg>")  # noqa: S704 -- all words are escaped


def _days(one: Emergency) -> tuple[date, date | None]:
    first = bounds(one.emergency_start or "")[0]
    assert first is not None
    return first, bounds(one.emergency_end)[1] if one.emergency_end else None


def _bar(start: float, end: float | None, y: int) -> str:
    """A bar; where no end is said, a short one that fades out in an arrow."""
    if end is None:
        tip = f"{start + _OPEN},{y + 6} {start + 2 * _OPEN + 3},{y + 13} {start + _OPEN},{y + 20}"
        return (
            f'<rect x="{start}" y="{y + 6}" width="{_OPEN}" height="14" fill="var(--shade-4)"/>'
            f'<polygon points="{tip}" fill="none" stroke="var(--shade-4)" stroke-width="1.5"/>'
        )
    width = max(2.0, round(end - start, 1))
    return f'<rect x="{start}" y="{y + 6}" width="{width}" height="14" rx="2" fill="var(--shade-4)"/>'


def _short(place: str, left: int) -> str:
    room = left // 7
    return place if len(place) <= room else place[: room - 1] + "…"
