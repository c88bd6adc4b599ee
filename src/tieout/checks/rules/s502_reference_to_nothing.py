"""The text refers to a section, annex, table, figure or map that the report does not have.

A section was renumbered, an annex left out. The reader looks for it in vain. Only numbered things of which the report
has others are looked for; an annex or map that extraction may have lost is an info.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.checks.sourcing.citing import plain
from tieout.checks.sourcing.numbered import KEPT, same_kind, things
from tieout.checks.sourcing.words import spots


@rule(
    code="S502",
    name="reference-to-nothing",
    severity="warning",
    summary="a reference to a section, annex, table or figure that is not there",
    clause="R43 Cross-references and numbering",
    bad=(
        "# Report\n\n"
        "## 1. Ports\n\n"
        "Raids rose, see Section 4.[^1]\n\n"
        "## 2. Ferries\n\n"
        "Ferries stopped.[^1]\n\n"
        "## 3. Fees\n\n"
        "Fees rose.[^1]\n\n"
        "[^1]: Port Gazette, Raids, 8 July 2023."
    ),
    good=(
        "# Report\n\n"
        "## 1. Ports\n\n"
        "Raids rose, see Section 3.[^1]\n\n"
        "## 2. Ferries\n\n"
        "Ferries stopped.[^1]\n\n"
        "## 3. Fees\n\n"
        "Fees rose.[^1]\n\n"
        "[^1]: Port Gazette, Raids, 8 July 2023."
    ),
)
def check(case: Case) -> Iterator[Finding]:
    """Each reference to a number that nothing of its kind has, while others of the kind are numbered."""
    there = things(case)
    for passage, found in spots(case, "reference"):
        groups = {k: v for k, v in found.groupdict().items() if v}
        kind, number = same_kind(groups["kind"]), groups["number"]
        known = there.get(kind, frozenset())
        if not known or number in known or (kind == "section" and _is_part(number, known)):
            continue
        if kind == "section" and not any(n.count(".") == number.count(".") for n in known):
            continue
        if _stands(case.reading.document.text, groups["kind"], number):
            continue
        at = case.words(passage, found.start("kind"), found.end("number"))
        sure = kind == "section" or case.reading.document.format in KEPT
        if not sure and kind not in ("annex",):
            continue
        listed = ", ".join(sorted(known, key=_order)[:12])
        yield case.finding(
            "S502", "reference-to-nothing", "warning" if sure else "info", at,
            stated=f"“{plain(at)}”", computed=f"the report has {listed}",
        )  # fmt: skip


def _stands(text: str, kind: str, number: str) -> bool:
    """Whether a line begins with the number, or something is called by it, though no heading or caption was read."""
    if same_kind(kind) == "annex":
        return False
    plain = re.escape(number)
    called = rf"^\s*{plain}\.?\s+\S" if same_kind(kind) == "section" else rf"\b{kind} {plain}\s*[:–—]"
    return re.search(called, text, re.MULTILINE | re.IGNORECASE) is not None


def _order(number: str) -> tuple[object, ...]:
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in number.split("."))


def _is_part(number: str, known: frozenset[str]) -> bool:
    """A chapter whose sections are numbered, or a paragraph of a section that is there."""
    return any(n.startswith(f"{number}.") for n in known)
