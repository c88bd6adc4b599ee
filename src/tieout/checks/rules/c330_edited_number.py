"""A number of a report that Tieout built was changed after it was built: it is not the number of its record any more.

`tieout report build` marks every number with the record it rests on; Word and LibreOffice keep the marks while people
edit. A change may be right, and then it belongs into the draft, where it is held against its source.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.evidence.figure import Figure
from tieout.evidence.tag import read_tag
from tieout.reading.document import Span
from tieout.ties.plain import number
from tieout.ties.tie import Member

_MARK = "{#tieout_f_3fa1c09b2e_1_412}"


@rule(
    code="C330",
    name="edited-number",
    severity="error",
    summary="a number that was changed after the report was built",
    clause="R21 Figures and units copied right",
    bad=f"<!-- built -->\n\nThe port police counted [421]{_MARK} thefts in 2023.",
    good=f"<!-- built -->\n\nThe port police counted [412]{_MARK} thefts in 2023.",
)
def check(case: Case) -> Iterator[Finding]:
    """Each marked stretch of text that has no number of the value it was built with."""
    document = case.reading.document
    marked: dict[str, Span] = {}
    for span in document.spans_of("record"):
        held = marked.get(span.target or "")
        # Bookmark and control hold the same words, unless one of them was torn.
        if held is None or span.end - span.start > held.end - held.start:
            marked[span.target or ""] = span
    for name, span in marked.items():
        built = read_tag(name)
        if built is None or built.value is None:
            continue
        found = _figures(case, span)
        if not any(figure.value == built.value for figure in found):
            at = Member(case.path, span.start, span.end, document.text[span.start : span.end])
            computed = f"the report was built with {number(built.value, 2)}, from the record f:{built.record}"
            yield case.finding("C330", "edited-number", "error", at, stated=f"“{at.text}”", computed=computed)


def _figures(case: Case, span: Span) -> list[Figure]:
    return [figure for figure in case.reading.figures if figure.start < span.end and span.start < figure.end]
