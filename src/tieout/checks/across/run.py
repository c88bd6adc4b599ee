"""Running the rules over several documents, when each of them has been checked by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tieout.checks.across.others import NEED, Others
from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import Rule
from tieout.checks.silences import silenced
from tieout.checks.sourcing.noted import notes
from tieout.checks.telling import told
from tieout.compare.find import comparisons
from tieout.evidence.corpus import ReadCorpus
from tieout.ties.tie import Tie


@dataclass(frozen=True, slots=True)
class Across:
    """What the documents together gave."""

    ties: tuple[Tie, ...]
    findings: tuple[Finding, ...]


def across(cases: Sequence[Case], rules: Sequence[Rule], lang: str) -> Across:
    """The ties between documents, and what the rules find that look at several of them."""
    corpus = ReadCorpus(tuple(case.reading for case in cases))
    by_doc = {case.path: case for case in cases}
    found = comparisons(corpus, ties=[tie for case in cases for tie in case.ties], notes=lambda doc: notes(by_doc[doc]))
    findings: list[Finding] = []
    for case in cases:
        seen = replace(case, given={**case.given, NEED: Others(found)})
        raised = [finding for rule in rules if NEED in rule.needs for finding in rule.check(seen)]
        findings.extend(silenced(raised, case.silences)[0])
    return Across(tuple(told(one.tie, lang) for one in found), tuple(findings))
