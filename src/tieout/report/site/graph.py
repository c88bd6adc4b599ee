"""A graph of named things as inline SVG: placed by a spring layout that gives the same picture for the same graph.

Plain Python, no random numbers. The picture is links and shapes with presentation attributes; its words are escaped.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

_WIDE, _HIGH = 170.0, 96.0
"""How far apart two nodes want to be."""
_LINE = 15
_PAD = 24
_LETTER = 7.4
"""Width of a letter of a label."""
_ROW = 1150.0
"""Width of the picture, unless one component is wider."""
_STEPS = 220
_MANY = 60
"""Nodes of a component; one with more gets fewer steps, in proportion."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Node:
    """A named thing and the address it leads to."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation between two nodes (their numbers): its kind names its look, `said` what it says, and where."""

    kind: str
    a: int
    b: int
    said: str
    address: str


def graph(nodes: Sequence[Node], edges: Sequence[Edge], label: str) -> Markup:
    """The picture of a graph; nodes without edges stand in it too."""
    boxes = [_lines(node.name) for node in nodes]
    spots, wide, high = _placed(boxes, edges)
    parts = [
        f'<svg class="graph" role="group" aria-label="{escape(label)}" viewBox="0 0 {wide:.0f} {high:.0f}" '
        f'width="{wide:.0f}" height="{high:.0f}"><defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" '
        'markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z" fill="var(--soft)"/></marker></defs>'
    ]
    seen: dict[tuple[int, int], int] = {}
    for edge in edges:
        pair = (min(edge.a, edge.b), max(edge.a, edge.b))
        seen[pair] = seen.get(pair, -1) + 1
        parts.append(_edge(edge, spots[edge.a], spots[edge.b], boxes[edge.b], seen[pair]))
    parts += [_node(node, box, spot) for node, box, spot in zip(nodes, boxes, spots, strict=True)]
    return Markup("".join(parts) + "</svg>")  # noqa: S704 -- every word in it is escaped


def _lines(name: str) -> tuple[str, ...]:
    """A label on lines of about twenty letters, three at most."""
    lines = [""]
    for word in name.split():
        if lines[-1] and len(lines[-1]) + len(word) >= 20:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    if len(lines) > 3:
        lines = [*lines[:2], lines[2] + " …"]
    return tuple(line if len(line) <= 26 else line[:25] + "…" for line in lines)


def _size(box: Sequence[str]) -> Point:
    """Width and height of a node with its label."""
    return max(len(line) for line in box) * _LETTER + 22, len(box) * _LINE + 14


def _placed(boxes: Sequence[Sequence[str]], edges: Sequence[Edge]) -> tuple[list[Point], float, float]:
    """The middle of each node, and the size of the whole: components side by side, the largest first."""
    spots: list[Point] = [(0.0, 0.0)] * len(boxes)
    x = y = row = wide = 0.0
    for members in _components(len(boxes), edges):
        own = _sprung(members, [(e.a, e.b) for e in edges if e.a in members], boxes)
        left = min(own[n][0] - _size(boxes[n])[0] / 2 for n in members)
        right = max(own[n][0] + _size(boxes[n])[0] / 2 for n in members)
        top = min(own[n][1] - _size(boxes[n])[1] / 2 for n in members)
        low = max(own[n][1] + _size(boxes[n])[1] / 2 for n in members)
        if x and x + right - left + _PAD > _ROW:
            x, y, row = 0.0, y + row + _PAD, 0.0
        for n in members:
            spots[n] = (own[n][0] - left + x + _PAD, own[n][1] - top + y + _PAD)
        x, row = x + right - left + _PAD, max(row, low - top)
        wide = max(wide, x)
    return spots, wide + _PAD, y + row + 2 * _PAD


def _components(count: int, edges: Sequence[Edge]) -> list[list[int]]:
    """The nodes that hang together, in the order of their numbers."""
    home = list(range(count))

    def root(n: int) -> int:
        while home[n] != n:
            home[n] = home[home[n]]
            n = home[n]
        return n

    for edge in edges:
        a, b = sorted((root(edge.a), root(edge.b)))
        home[b] = a
    groups: dict[int, list[int]] = {}
    for n in range(count):
        groups.setdefault(root(n), []).append(n)
    return sorted(groups.values(), key=lambda g: (-len(g), g[0]))


def _sprung(
    members: Sequence[int], pairs: Sequence[tuple[int, int]], boxes: Sequence[Sequence[str]]
) -> dict[int, Point]:
    """A spring layout: linked nodes draw together, all push each other off; then labels are moved off each other."""
    count = len(members)
    at = {
        n: [math.cos(2 * math.pi * i / count) * (count + 1) / 4, math.sin(2 * math.pi * i / count) * (count + 1) / 4]
        for i, n in enumerate(members)
    }
    steps = min(_STEPS, int(_STEPS * (_MANY / count) ** 2) + 20)
    links = sorted(set(pairs))
    for step in range(steps):
        push = {n: [0.0, 0.0] for n in members}
        for i, a in enumerate(members):
            for b in members[i + 1 :]:
                dx, dy = at[a][0] - at[b][0], at[a][1] - at[b][1]
                force = 1 / (dx * dx + dy * dy + 1e-6)
                push[a][0] += dx * force
                push[a][1] += dy * force
                push[b][0] -= dx * force
                push[b][1] -= dy * force
        for a, b in links:
            dx, dy = at[a][0] - at[b][0], at[a][1] - at[b][1]
            force = math.hypot(dx, dy)
            for n, sign in ((a, -1), (b, 1)):
                push[n][0] += sign * dx * force
                push[n][1] += sign * dy * force
        most = 0.6 * (1 - step / steps) + 0.01
        for n in members:
            size = math.hypot(*push[n]) or 1.0
            for axis in (0, 1):
                at[n][axis] += push[n][axis] / size * min(size, most)
    spots = {n: (at[n][0] * _WIDE, at[n][1] * _HIGH) for n in members}
    return _apart(members, spots, boxes)


def _apart(members: Sequence[int], spots: dict[int, Point], boxes: Sequence[Sequence[str]]) -> dict[int, Point]:
    for _ in range(80):
        still = True
        for i, a in enumerate(members):
            for b in members[i + 1 :]:
                (ax, ay), (bx, by) = spots[a], spots[b]
                (aw, ah), (bw, bh) = _size(boxes[a]), _size(boxes[b])
                over_x, over_y = (aw + bw) / 2 + 14 - abs(ax - bx), (ah + bh) / 2 + 18 - abs(ay - by)
                if over_x <= 0 or over_y <= 0:
                    continue
                still = False
                if over_x < over_y:
                    move = math.copysign(over_x / 2, ax - bx or 1.0)
                    spots[a], spots[b] = (ax + move, ay), (bx - move, by)
                else:
                    move = math.copysign(over_y / 2, ay - by or 1.0)
                    spots[a], spots[b] = (ax, ay + move), (bx, by - move)
        if still:
            break
    return spots


def _edge(edge: Edge, start: Point, end: Point, box: Sequence[str], nth: int) -> str:
    """A line between two nodes, bent where there is one already; it ends at the edge of the second node's label."""
    (x1, y1), (x2, y2) = start, end
    width, height = _size(box)
    dx, dy = x2 - x1, y2 - y1
    reach = min(width / 2 / abs(dx) if dx else math.inf, height / 2 / abs(dy) if dy else math.inf, 0.9)
    x2, y2 = x2 - dx * reach, y2 - dy * reach
    bend = 26 * ((nth + 1) // 2) * (1 if nth % 2 else -1) if nth else 0
    length = math.hypot(dx, dy) or 1.0
    mx, my = (x1 + x2) / 2 - dy / length * bend, (y1 + y2) / 2 + dx / length * bend
    path = f"M{x1:.1f} {y1:.1f}Q{mx:.1f} {my:.1f} {x2:.1f} {y2:.1f}"
    return (
        f'<a href="{escape(edge.address)}" class="edge {escape(edge.kind)}"><title>{escape(edge.said)}</title>'
        f'<path class="hit" d="{path}"/><path class="line" d="{path}"/></a>'
    )


def _node(node: Node, box: Sequence[str], spot: Point) -> str:
    (x, y), (width, height) = spot, _size(box)
    first = y - (len(box) - 1) * _LINE / 2 + 4.5
    words = "".join(
        f'<text x="{x:.1f}" y="{first + n * _LINE:.1f}" text-anchor="middle">{escape(line)}</text>'
        for n, line in enumerate(box)
    )
    return (
        f'<a href="{escape(node.address)}" class="node"><title>{escape(node.name)}</title>'
        f'<rect x="{x - width / 2:.1f}" y="{y - height / 2:.1f}" width="{width:.1f}" height="{height:.1f}" rx="4"/>'
        f"{words}</a>"
    )
