"""What a text states of a framework: scores beside their labels, aggregates beside theirs. Pure: a text in, spans out.

It reads lists and tables (`Flora crimes 7.00`, `6.40 CRIMINALITY SCORE`), never prose, and judges nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache

from tieout.index.framework import Framework
from tieout.index.frameworks import framework as framework_of
from tieout.index.frameworks import shipped
from tieout.index.names import key_of

_NUMBER = re.compile(r"(?<![\w.,/])-?\d{1,3}(?:[.,]\d{1,3})?(?![\w%/]|[.,]\d)")
_GAP = re.compile(r"[\s:|.…·–—-]{1,8}\Z")
_BEHIND = re.compile(r"(?: score| avg| average)?[\s:|.…·–—-]{1,8}\d")
"""What may stand between a label and its number, for a first look."""
_WINDOW = 110
"""Characters before and after a number that may hold its label."""
_CALLED = frozenset(("score", "avg", "average", "puntuacion", "puntaje"))
"""Words that stand with a label and are no part of it."""
_FEWEST = 5
"""Labelled scores in a row that make a profile; fewer may be anything."""
_APART = 160
"""Characters between one labelled score and the next of the same profile."""
_ROUND = 900
"""How far from its scores a profile's aggregates may stand."""


@dataclass(frozen=True, slots=True)
class Said:
    """A number stated of a node: `text[start:end]` is the number as printed."""

    node: str
    value: Fraction
    decimals: int
    start: int
    end: int


@dataclass(slots=True)
class Sheet:
    """The labelled scores of one profile, and the aggregates printed with them."""

    framework: Framework
    scores: dict[str, Said] = field(default_factory=dict)
    aggregates: dict[str, Said] = field(default_factory=dict)

    @property
    def start(self) -> int:
        return min(said.start for said in self.scores.values())

    @property
    def end(self) -> int:
        return max(said.end for said in self.scores.values())


@dataclass(frozen=True, slots=True)
class _Number:
    """A number of the text with the folded words before it (nearest last) and after it, as far as they may label it."""

    start: int
    end: int
    printed: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@cache
def known() -> tuple[Framework, ...]:
    """The frameworks whose names and labels are looked for in any text: those that come with Tieout and have names."""
    made = (framework_of(name) for name in shipped())
    by_shape: dict[tuple[str, ...], Framework] = {}
    for framework in made:
        if framework.names:
            by_shape.setdefault(tuple(i.id for i in framework.indicators), framework)
    return tuple(by_shape.values())


def names_it(text: str, framework: Framework) -> bool:
    """True when the text names the framework's index."""
    return any(re.search(pattern, text) for patterns in framework.names.values() for pattern in patterns)


def sheets(text: str, frameworks: Sequence[Framework]) -> list[Sheet]:
    """The profiles of a text, each with the framework whose indicators it lists most completely."""
    low = text.lower()
    promising = [framework for framework in frameworks if _promising(low, framework)]
    numbers = list(_numbers(text)) if promising else []
    best: list[Sheet] = []
    for framework in promising:
        best = max(best, _sheets(text, framework, numbers), key=_fit)
    return best


def _promising(low: str, framework: Framework) -> bool:
    """A cheap look, before every number is read: enough of the labels are printed with a number behind them."""
    labels = [name.lower() for i in framework.indicators for name in i.label.values()]
    spelled = (label for name in labels for label in {name, name.replace(" and ", " & "), name.replace(" y ", " & ")})
    return sum(_numbered(low, label) for label in spelled) >= _FEWEST


def _numbered(low: str, label: str) -> bool:
    """The label is there with a number behind it, at one place at least."""
    at = low.find(label)
    while at >= 0:
        if _BEHIND.match(low, at + len(label)):
            return True
        at = low.find(label, at + 1)
    return False


def _numbers(text: str) -> Iterator[_Number]:
    for found in _NUMBER.finditer(text):
        window = text[max(0, found.start() - _WINDOW) : found.start()]
        gap = _GAP.search(window)
        if gap is not None and sum(gap[0].count(mark) for mark in "\t|") > 1:
            gap = None  # an empty cell stands between: the number belongs to another column
        before = key_of(window[: gap.start()]).split() if gap else []
        while before and before[-1] in _CALLED:
            before.pop()
        after = key_of(text[found.end() : found.end() + _WINDOW]).split()
        yield _Number(found.start(), found.end(), found[0], tuple(before), tuple(after))


def _fit(found: Sequence[Sheet]) -> tuple[int, int]:
    matched = sum(len(sheet.scores) for sheet in found)
    missing = sum(len(sheet.framework.indicators) - len(sheet.scores) for sheet in found)
    return matched, -missing


def _sheets(text: str, framework: Framework, numbers: Sequence[_Number]) -> list[Sheet]:
    labels = _labels(framework)
    all_said = [said for n in numbers if (said := _labelled(n, labels))]
    scored = {i.id for i in framework.indicators}
    out: list[Sheet] = []
    last: Said | None = None
    for said in (s for s in all_said if s.node in scored):
        new = last is None or said.node in out[-1].scores or not _joined(text, last, said, all_said)
        if new:
            out.append(Sheet(framework))
        out[-1].scores[said.node] = said
        last = said
    out = _merged(out)
    out = [sheet for sheet in out if len(sheet.scores) >= _FEWEST]
    aggregates = [s for s in all_said if s.node not in scored and s.decimals]
    taken = {s.start for s in all_said}
    aggregates.extend(
        s for n in numbers if n.start not in taken and (s := _leading(n, labels)) and s.node not in scored
    )
    for sheet in out:
        for said in aggregates:
            near = sheet.start - _ROUND <= said.start <= sheet.end + _ROUND
            if near and _nearest(said, out) is sheet:
                # Printed twice with two values, an aggregate is nobody's: which of them is meant cannot be told.
                known = sheet.aggregates.get(said.node)
                if known is not None and known.value != said.value:
                    sheet.aggregates[said.node] = Said(said.node, Fraction(-1), 0, said.start, said.end)
                else:
                    sheet.aggregates.setdefault(said.node, said)
        sheet.aggregates = {node: said for node, said in sheet.aggregates.items() if said.value >= 0}
    return out


def _merged(parts: Sequence[Sheet]) -> list[Sheet]:
    """Parts that have no indicator in common and stand near each other are one profile (its two pages)."""
    out: list[Sheet] = []
    for part in parts:
        if out and not out[-1].scores.keys() & part.scores.keys() and part.start - out[-1].end < 2 * _ROUND:
            out[-1].scores.update(part.scores)
        else:
            out.append(part)
    return out


def _nearest(said: Said, found: Sequence[Sheet]) -> Sheet:
    return min(found, key=lambda sheet: max(sheet.start - said.end, said.start - sheet.end, 0))


def _joined(text: str, last: Said, said: Said, all_said: Sequence[Said]) -> bool:
    """A short gap, or one that an aggregate with its label stands in."""
    gap = text[last.end : said.start]
    return len(gap) <= _APART or any(last.end <= s.start < said.start for s in all_said)


def _labelled(number: _Number, labels: Mapping[str, str]) -> Said | None:
    """`Flora crimes 7.00`: the longest label that ends right before the number."""
    for first in range(max(0, len(number.before) - _longest(tuple(labels))), len(number.before)):
        node = labels.get(" ".join(number.before[first:]))
        if node is not None:
            return _read(node, number)
    return None


def _leading(number: _Number, labels: Mapping[str, str]) -> Said | None:
    """`6.40 CRIMINALITY SCORE`, `6,40 puntuación de criminalidad`: the label behind, with a word for a score."""
    words = number.after
    called = bool(words) and words[0] in _CALLED
    words = words[1:] if called else words
    for last in range(min(len(words), _longest(tuple(labels))), 0, -1):
        node = labels.get(" ".join(words[:last]))
        if node is not None and (called or words[last : last + 1] == ("score",)) and re.search(r"[.,]", number.printed):
            return _read(node, number)
    return None


def _labels(framework: Framework) -> Mapping[str, str]:
    """Nodes by their folded labels, in both languages."""
    return {key_of(name): node.id for node in framework.nodes for name in node.label.values()}


@cache
def _longest(labels: tuple[str, ...]) -> int:
    """Words of the longest label."""
    return max(len(label.split()) for label in labels)


def _read(node: str, number: _Number) -> Said:
    printed = number.printed.replace(",", ".")
    return Said(node, Fraction(printed), len(printed.partition(".")[2]), number.start, number.end)
