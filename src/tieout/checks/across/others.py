"""The other documents of a check, as rules of family X see them: the comparisons between all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tieout.checks.case import Case
from tieout.compare.comparison import Comparison, Relation

NEED = "others"
"""What a rule needs that looks at more than one document."""


@dataclass(frozen=True, slots=True)
class Others:
    """What the documents that are checked together say of the same things."""

    found: Sequence[Comparison]


def comparisons_of(case: Case, *relations: Relation) -> Iterator[Comparison]:
    """The comparisons of some relations in which a document has the first word: each belongs to one document."""
    others = case.given[NEED]
    assert isinstance(others, Others)
    return (c for c in others.found if c.relation in relations and c.members[0].doc == case.path)


def told_by(case: Case, *relations: Relation) -> Iterator[Comparison]:
    """The comparisons of some relations in which a document takes part."""
    others = case.given[NEED]
    assert isinstance(others, Others)
    return (c for c in others.found if c.relation in relations and case.path in c.docs)
