"""A Rule: what it is called, how bad it is, why, and the function that looks. One rule is one file in rules/.

The file's own docstring is the rule's page in the manual: the first line what it finds, the rest why that matters.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tieout.checks.case import Case
from tieout.checks.finding import Finding, Severity

BREAK = "\n\n* * *\n\n"
"""Stands between the documents of an example that needs several."""


@dataclass(frozen=True, slots=True)
class Rule:
    """`check` yields the findings of one document. `needs` names what must be given besides the document."""

    code: str
    name: str
    severity: Severity
    """The most severe that it raises; a single finding may be milder."""
    summary: str
    clause: str
    """The clause of the method behind it."""
    bad: str
    good: str
    page: str
    """The docstring of the rule's file."""
    check: Callable[[Case], Iterator[Finding]]
    needs: frozenset[str] = frozenset()


def rule(
    *, code: str, name: str, severity: Severity, summary: str, clause: str, bad: str, good: str, needs: str = ""
) -> Callable[[Callable[[Case], Iterator[Finding]]], Rule]:
    """Make a rule of a function. The page is the docstring of the file that the function stands in."""

    def made(check: Callable[[Case], Iterator[Finding]]) -> Rule:
        page = (sys.modules[check.__module__].__doc__ or "").strip()
        return Rule(code, name, severity, summary, clause, bad, good, page, check, frozenset(needs.split()))

    return made
