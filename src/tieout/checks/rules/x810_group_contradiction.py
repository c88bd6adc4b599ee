"""The text calls two criminal or armed groups allies in one place and rivals in another.

Alliances change, and a report that says so is right; one that says both of the same time has mixed its sources or its
groups. Where words near either place speak of a change (formerly, until, broke with) nothing is raised. Both places are
shown: which of them holds is for the author to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.evidence.passage import Setting
from tieout.ties.tie import Member

if TYPE_CHECKING:
    from tieout.evidence.records.group import Relation


@rule(
    code="X810",
    name="group-contradiction",
    severity="info",
    summary="two groups are called allies in one place and rivals in another",
    clause="R16 Conflicting sources side by side",
    bad=(
        "The criminal gangs Los Faros and Marea Baja work in the port.\n\n"
        "Los Faros is allied with Marea Baja.\n\nLos Faros is fighting against Marea Baja for the piers."
    ),
    good=(
        "The criminal gangs Los Faros and Marea Baja work in the port.\n\n"
        "Los Faros was allied with Marea Baja until 2021.\n\nLos Faros is fighting against Marea Baja for the piers."
    ),
)
def check(case: Case) -> Iterator[Finding]:
    """Each pair of groups that one document makes both allies and rivals."""
    # Only now: the readers of records are loaded by who needs them.
    from tieout.evidence.records.groups import contradictions_of

    document = case.reading.document
    setting = Setting(document, case.reading.passages, case.reading.language, document.country, document.date)
    for group, ally, rival in contradictions_of(setting):
        at, other = _words(case, rival), _words(case, ally)
        stated = f"“{group.name}” and “{ally.other}”"
        yield case.finding("X810", "group-contradiction", "info", at, [other], stated=stated, computed=_BOTH)


def _words(case: Case, relation: Relation) -> Member:
    """The words that say a relation."""
    text = case.reading.document.text[relation.start : relation.end]
    return Member(case.path, relation.start, relation.end, text)


_BOTH = "called allies in one place and rivals in another"
