"""An index's score of each indicator and dimension for one country: value, rank, change since the edition before."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from tieout.index.framework import Dimension, Indicator
from tieout.index.results import Results, competition_ranks
from tieout.index.scale import shown
from tieout.report.country.model import Score


def scores_of(new: Results, iso3: str, old: Results | None = None) -> dict[str, Score]:
    """The scores by the id of indicator or dimension; those that are missing are left out."""
    framework = new.framework
    out: dict[str, Score] = {}
    for node in framework.nodes:
        values = _values(new, node)
        if iso3 not in values:
            continue
        ranks = competition_ranks(values, highest_first=framework.first == "highest")
        before = _values(old, node).get(iso3) if old and old.framework.node(node.id) else None
        value, worse = values[iso3], _worse(new, node)
        whole = framework.countries is None or len(values) >= framework.countries
        out[node.id] = Score(
            value=shown(value, framework.decimals),
            along=_along(new, value),
            was=None if before is None else _along(new, before),
            change=None if before is None else _signed(value - before, framework.decimals),
            rank=ranks[iso3][0] if whole else None,
            of=len(values) if whole else None,
            edition=framework.edition,
            worse=worse,
        )
    return out


def _values(results: Results, node: Dimension | Indicator) -> Mapping[str, Fraction]:
    if isinstance(node, Dimension):
        return results.values.get(node.id, {})
    book = results.book
    found = {iso3: book.value(iso3, node.id) for iso3 in book.countries}
    return {iso3: value for iso3, value in found.items() if value is not None}


def _worse(results: Results, node: Dimension | Indicator) -> bool:
    return node.higher_is == "worse" if isinstance(node, Dimension) else results.framework.worse(node)


def _along(results: Results, value: Fraction) -> float:
    scale = results.framework.scale
    return round(float((value - scale.low) / (scale.high - scale.low)) * 100, 1)


def _signed(change: Fraction, decimals: int) -> str:
    text = shown(change, decimals)
    if not any(c in "123456789" for c in text):
        return "±0"
    return f"−{text[1:]}" if text.startswith("-") else f"+{text}"
