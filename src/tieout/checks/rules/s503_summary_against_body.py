"""A figure of the introduction or summary is not the one that the body gives for the same thing.

Readers with little time read the summary alone. When the body was brought up to date and the summary was not, they
take away the old number. Figures are compared when measure, place, period and unit are the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.checks.sourcing.citing import plain
from tieout.checks.sourcing.sections import sections
from tieout.checks.sourcing.words import pattern
from tieout.evidence.figure import Figure
from tieout.ties.tie import Member

_BODY = (
    "Police counted 412 homicides in Lima in 2022.[^1]\n\n## 2. Fees\n\nFees rose.[^1]\n\n"
    "[^1]: Port Gazette, Raids, 8 July 2023."
)


@rule(
    code="S503",
    name="summary-against-body",
    severity="info",
    summary="a figure of the summary that the body gives otherwise",
    clause="R25 Introduction and summary agree with the body",
    bad="# Report\n\n## Summary\n\nPolice counted 421 homicides in Lima in 2022.[^1]\n\n## 1. Homicides\n\n" + _BODY,
    good="# Report\n\n## Summary\n\nPolice counted 412 homicides in Lima in 2022.[^1]\n\n## 1. Homicides\n\n" + _BODY,
)
def check(case: Case) -> Iterator[Finding]:
    """Each figure of a summary for which the body has only other values."""
    language = case.reading.language
    found = sections(case)
    inside = [p for s in found if pattern(language, "summary").search(s.title) for p in s.body]
    if not inside or len(found) < 2:
        return
    stretches = [(p.view.offsets[0], p.view.offsets[-1]) for p in inside if len(p.view)]
    body: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    head: list[Figure] = []
    for figure in case.reading.figures:
        if figure.where != "body" or _key(figure) is None:
            continue
        if any(low <= figure.start <= high for low, high in stretches):
            head.append(figure)
        else:
            body[_key(figure) or ()].append(figure)
    for figure in head:
        others = body.get(_key(figure) or (), [])
        if others and not any(_agree(figure, other) for other in others):
            at, proof = (Member(case.path, f.start, f.end, f.text, f) for f in (figure, others[0]))
            yield case.finding(
                "S503", "summary-against-body", "info", at, [proof],
                stated=f"“{plain(at)}”", computed=f"the body has “{plain(proof)}”",
            )  # fmt: skip


def _key(figure: Figure) -> tuple[object, ...] | None:
    """What two figures of one thing have in common; None for one that says too little."""
    thing = figure.concept or figure.measure
    if figure.value is None or not thing or figure.period is None or figure.kind not in ("level", "share", "rate"):
        return None
    return (thing, figure.counting, figure.place_code or figure.place, figure.period, figure.unit, figure.kind)


def _agree(one: Figure, other: Figure) -> bool:
    if one.value is None or other.value is None or one.high is not None or other.high is not None:
        return True
    loose = one.bound != "exact" or other.bound != "exact"
    return one.value == other.value or (loose and abs(one.value - other.value) * _LOOSE <= max(one.value, other.value))


_LOOSE = 4
"""A quarter of the larger one is near, for `more than` and `around`."""
