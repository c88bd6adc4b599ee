"""A score, an aggregate or a rank is not what the index's own data give for the country.

With `--scores` and `--framework` every profile of the document is held against the table: each indicator, each
aggregate rounded as printed, each rank in the group of its size. A country that the table lacks is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.checks.scored import Page, country_of, label, profiles, prose, ranks_after, results_given
from tieout.evidence.figure import Figure
from tieout.ties.tie import Member

if TYPE_CHECKING:
    from tieout.index.results import Results
    from tieout.index.stated import Sheet


@rule(
    code="I705",
    name="not-in-the-scores",
    severity="error",
    summary="a score, an aggregate or a rank that is not what the scores given say",
    clause="R35 Index scores reproduce",
    bad="In the Organized Crime Index 2023, Peru has a resilience score of 4.83.",
    good="In the Organized Crime Index 2023, Peru has a resilience score of 4.38.",
    needs="scores",
)
def check(case: Case) -> Iterator[Finding]:
    """What the document states of a country that the scores say otherwise."""
    results = results_given(case)
    if results is None:
        return
    from tieout.index.countries import iso3

    found = profiles(case)
    if found is not None:
        for sheet in found[1]:
            code = country_of(case, found[0], sheet)
            if code is not None and code in results.book.countries:
                yield from _sheet(case, found[0], sheet, results, code)
    elif told := prose(case):
        for stated in (s for s in told[1] if s.figure.kind == "score"):
            figure = stated.figure
            code = iso3(figure.place_code) if figure.place_code and len(figure.place_code) == 2 else None
            timely = figure.period in (None, results.framework.edition)
            exact = figure.bound == "exact" and figure.high is None
            if code is not None and code in results.book.countries and exact and timely:
                told_value = figure.value or Fraction(0)
                yield from _score(case, _at(figure), stated.node, told_value, figure.decimals, results, code)


def _sheet(case: Case, page: Page, sheet: Sheet, results: Results, code: str) -> Iterator[Finding]:
    for said in (*sheet.scores.values(), *sheet.aggregates.values()):
        at = page.words(case, said.start, said.end)
        yield from _score(case, at, said.node, said.value, said.decimals, results, code)
    for said, ranks in ranks_after(case, page, sheet):
        for rank in ranks:
            yield from _rank(case, said.node, rank, results, code)


def _score(
    case: Case, at: Member, node: str, stated_value: Fraction, decimals: int, results: Results, code: str
) -> Iterator[Finding]:
    from tieout.index.scale import shown

    indicator = results.framework.indicator(node)
    value = results.book.value(code, node) if indicator else results.values[node].get(code)
    if value is None or shown(value, decimals) == shown(stated_value, decimals):
        return
    computed = f"the scores given say {shown(value, max(2, decimals))}"
    stated = f"{label(case, results.framework, node)} {at.text}"
    yield case.finding("I705", "not-in-the-scores", "error", at, stated=stated, computed=computed)


def _rank(case: Case, node: str, rank: Figure, results: Results, code: str) -> Iterator[Finding]:
    """The rank in the group that has so many members; where none or several have, nothing is said."""
    if rank.of is None:
        return
    places = [results.ranks(node, within).get(code) for within in results.framework.within]
    fitting = [place for place in places if place is not None and place.of == rank.of]
    if len(fitting) == 1 and fitting[0].rank != rank.value:
        computed = f"the scores given say {fitting[0].rank} of {fitting[0].of}"
        stated = f"{label(case, results.framework, node)} {int(rank.value or 0)} of {rank.of}"
        yield case.finding("I705", "not-in-the-scores", "error", _at(rank), stated=stated, computed=computed)


def _at(figure: Figure) -> Member:
    return Member(figure.doc, figure.start, figure.end, figure.text, figure)
