"""Bar charts as inline SVG: plain shapes and text, no script and no style of their own."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup, escape

_ROW = 22
_NAME = 250
_BAR = 300
_VALUE = 90
_LONGEST = 38


def bars(title: str, counts: Mapping[str, int], total: int, top: int = 10, rest: str = "others") -> Markup:
    """Horizontal bars of the largest counts, each with its share of the total; what is left out is one bar more."""
    rows: list[tuple[str, int]] = list(counts.items())[:top]
    left = sum(counts.values()) - sum(n for _, n in rows)
    if left:
        rows.append((f"{rest} ({len(counts) - top})", left))
    height = _ROW * len(rows) + 4
    said = "; ".join(f"{name} {_percent(n, total)}" for name, n in rows)
    head = (
        f'<svg class="bars" role="img" viewBox="0 0 {_NAME + _BAR + _VALUE} {height}" '
        f'width="{_NAME + _BAR + _VALUE}" height="{height}"><title>{escape(title)}</title><desc>{escape(said)}</desc>'
    )
    most = max((n for _, n in rows), default=1)
    return Markup(head + "".join(_bar(at, name, n, most, total) for at, (name, n) in enumerate(rows)) + "</svg>")  # noqa: S704 -- all words are escaped


def _bar(at: int, name: str, count: int, most: int, total: int) -> str:
    y = _ROW * at
    short = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
    width = max(1, round(_BAR * count / most))
    return (
        f'<text class="name" x="{_NAME - 8}" y="{y + 16}" text-anchor="end">{escape(short)}</text>'
        f'<rect x="{_NAME}" y="{y + 4}" width="{width}" height="{_ROW - 6}" rx="2"/>'
        f'<text class="value" x="{_NAME + width + 6}" y="{y + 16}">{count} · {_percent(count, total)}</text>'
    )


def _percent(count: int, total: int) -> str:
    return f"{100 * count / total:.0f}%" if total else "–"
