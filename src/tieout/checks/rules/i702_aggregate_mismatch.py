"""An aggregate of an index is not the mean of the scores listed with it.

A profile prints a score and the indicators it is made of. Where all of them are listed, the aggregate follows: each
dimension is the mean of its own parts, so criminality is the mean of markets and actors, not of their twenty scores.
Nothing is said where one indicator is missing, and a half is allowed to fall either way.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.checks.scored import label, profiles

if TYPE_CHECKING:
    from tieout.index.framework import Dimension
    from tieout.index.stated import Said, Sheet


@rule(
    code="I702",
    name="aggregate-mismatch",
    severity="error",
    summary="an aggregate of an index that is not the mean of the scores listed with it",
    clause="R35 Index scores reproduce",
    bad=(
        "Criminal actors 6.90\nMafia-style groups 7.00\nCriminal networks 8.50\nState-embedded actors 7.50\n"
        "Foreign actors 6.00\nPrivate sector actors 4.00"
    ),
    good=(
        "Criminal actors 6.60\nMafia-style groups 7.00\nCriminal networks 8.50\nState-embedded actors 7.50\n"
        "Foreign actors 6.00\nPrivate sector actors 4.00"
    ),
)
def check(case: Case) -> Iterator[Finding]:
    """Aggregates whose parts are all listed and give another value."""
    found = profiles(case)
    if found is None:
        return
    from tieout.index.scale import shown

    page, sheets = found
    for sheet in sheets:
        for node, said in sheet.aggregates.items():
            dimension = sheet.framework.dimension(node)
            value = _value(sheet, dimension) if dimension else None
            if value is None or not sheet.framework.scale.holds(said.value) or _agrees(value, said):
                continue
            leaves = [sheet.scores[i.id] for i in sheet.framework.leaves(node)]
            at = page.words(case, said.start, said.end)
            parts = [page.words(case, leaf.start, leaf.end) for leaf in leaves]
            computed = f"{len(leaves)} scores listed give {shown(value, max(2, said.decimals))}"
            stated = f"{label(case, sheet.framework, node)} {at.text}"
            yield case.finding("I702", "aggregate-mismatch", "error", at, parts, stated=stated, computed=computed)


def _value(sheet: Sheet, dimension: Dimension) -> Fraction | None:
    """The exact aggregate of the scores listed; None when one is missing or is none the scale has."""
    from tieout.index.framework import Dimension
    from tieout.index.steps import AGGREGATIONS

    framework = sheet.framework
    values = []
    for node in framework.below(dimension.id):
        if isinstance(node, Dimension):
            values.append(_value(sheet, node))
        elif node.id in sheet.scores and framework.scale.steps(sheet.scores[node.id].value) is not None:
            value = sheet.scores[node.id].value
            values.append(framework.scale.mirrored(value) if node.reversed else value)
        else:
            return None
    there = [value for value in values if value is not None]
    if len(there) < len(values) or not there:
        return None
    weights = [node.weight for node in framework.below(dimension.id)]
    return AGGREGATIONS[dimension.aggregation](there, weights)


def _agrees(value: Fraction, said: Said) -> bool:
    """The printed number is the value rounded; exactly half-way, up or down."""
    return bool(abs(value - said.value) * 10**said.decimals <= Fraction(1, 2))
