"""One country's profile as lines of text: aggregates with ranks and changes, then its scores."""

from __future__ import annotations

from collections.abc import Iterator

from tieout.index.change import Comparison
from tieout.index.results import Results
from tieout.index.scale import shown


def profile_lines(results: Results, iso3: str, comparison: Comparison | None = None) -> Iterator[str]:
    """The lines, without a newline at their ends."""
    framework, country = results.framework, results.book.countries[iso3]
    groups = ", ".join(group for group in (country.continent, country.region) if group)
    yield f"{country.name} ({iso3}{', ' + groups if groups else ''}): {framework.title['en']} {framework.edition}"
    for dimension in framework.dimensions:
        ranks = (results.ranks(dimension.id, within).get(iso3) for within in framework.within)
        places = "; ".join(f"{r.rank} of {r.of} in {r.group or 'the world'}" for r in ranks if r)
        value = results.shown(iso3, dimension.id) or "missing"
        yield f"{dimension.label['en']:<44} {value:>6}{_change(results, iso3, dimension.id, comparison)}  {places}"
    if quadrant := results.quadrant(iso3):
        yield f"{'Quadrant':<44} {quadrant}"
    for indicator in framework.indicators:
        score = results.book.value(iso3, indicator.id)
        value = "missing" if score is None else shown(score, framework.decimals)
        yield f"  {indicator.label['en']:<42} {value:>6}{_change(results, iso3, indicator.id, comparison)}".rstrip()


def _change(results: Results, iso3: str, node: str, comparison: Comparison | None) -> str:
    """The change since the last edition in brackets; as many blanks where it is not known."""
    change = comparison.change(iso3, node) if comparison else None
    if change is None or change.change is None:
        return "" if comparison is None else " " * 9
    text = shown(change.change, results.framework.decimals)
    signed = text if text.startswith("-") or change.change == 0 else f"+{text}"
    return f" {'(' + signed + ')':>8}"
