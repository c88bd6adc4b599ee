"""Marks over text become HTML: overlapping marks are cut into runs, and layers of runs nest.

Knows nothing of figures, findings or pages. Everything that comes from the text is escaped here and nowhere rewritten:
with its tags taken off, the HTML of a stretch is that stretch.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from markupsafe import escape


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to show on `text[start:end]`; `key` is its number among its like."""

    start: int
    end: int
    key: int


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch under the same marks from its first character to its last; the marks are in order of key."""

    start: int
    end: int
    marks: tuple[Mark, ...]

    def opens(self) -> list[Mark]:
        """The marks that begin with this run."""
        return [mark for mark in self.marks if mark.start == self.start]

    def closes(self) -> list[Mark]:
        """The marks that end with this run."""
        return [mark for mark in self.marks if mark.end == self.end]


Wrap = Callable[[Run, str], str]
"""Puts a run's tags around the HTML of its inside."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Disjoint runs in text order and how to wrap each. Layers nest in the order given: the first is outermost."""

    runs: tuple[Run, ...]
    wrap: Wrap
    ends: tuple[int, ...] = ()

    @classmethod
    def of(cls, marks: Iterable[Mark], wrap: Wrap) -> Layer:
        """A layer of marks that may overlap one another."""
        cut = tuple(runs_of(marks))
        return cls(cut, wrap, tuple(run.end for run in cut))


def runs_of(marks: Iterable[Mark]) -> list[Run]:
    """Cut marks at each other's ends into disjoint runs, in text order. Empty marks give nothing."""
    waiting = sorted((mark for mark in marks if mark.start < mark.end), key=lambda m: (m.start, m.key), reverse=True)
    runs: list[Run] = []
    under: list[Mark] = []
    at = 0
    while waiting or under:
        if not under:
            at = waiting[-1].start
        while waiting and waiting[-1].start == at:
            under.append(waiting.pop())
        stop = min(mark.end for mark in under)
        if waiting:
            stop = min(stop, waiting[-1].start)
        runs.append(Run(at, stop, tuple(sorted(under, key=lambda m: m.key))))
        at = stop
        under = [mark for mark in under if mark.end > at]
    return runs


def shown(marks: Iterable[Mark], pieces: Sequence[tuple[int, int]]) -> list[Mark]:
    """The marks drawn in to the text that is shown (`pieces`: disjoint, sorted); those with no shown character go."""
    starts = [start for start, _ in pieces]
    ends = [end for _, end in pieces]
    drawn = []
    for mark in marks:
        first = bisect_right(ends, mark.start)
        last = bisect_left(starts, mark.end) - 1
        if mark.start < mark.end and first <= last:
            start, end = max(mark.start, starts[first]), min(mark.end, ends[last])
            drawn.append(Mark(start, end, mark.key))
    return drawn


def marked(text: str, start: int, end: int, layers: Sequence[Layer]) -> str:
    """The HTML of `text[start:end]` under the layers."""
    if not layers:
        return escaped(text[start:end])
    layer, inner = layers[0], layers[1:]
    parts: list[str] = []
    at = start
    index = bisect_right(layer.ends, start)
    while index < len(layer.runs) and layer.runs[index].start < end:
        run = layer.runs[index]
        first, last = max(run.start, start), min(run.end, end)
        if at < first:
            parts.append(marked(text, at, first, inner))
        parts.append(layer.wrap(Run(first, last, run.marks), marked(text, first, last, inner)))
        at = last
        index += 1
    if at < end:
        parts.append(marked(text, at, end, inner))
    return "".join(parts)


def escaped(text: str) -> str:
    """The text as HTML; carriage returns stay what they are, which a browser would otherwise make line feeds."""
    return str(escape(text)).replace("\r", "&#13;")
