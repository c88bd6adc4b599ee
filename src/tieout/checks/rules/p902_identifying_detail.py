"""A person's identity is said to be withheld, and a detail beside it leads straight to that person.

A telephone number, a private mailbox, the number of an identity document or a house are as good as a name. Such details
do not belong in what is published, least of all in the note that protects their owner.
"""

from __future__ import annotations

from collections.abc import Iterator

from tieout.checks.case import Case
from tieout.checks.finding import Finding
from tieout.checks.rule import rule
from tieout.checks.sourcing.words import pattern, sentence_of
from tieout.sources.words import word

_WHOLE = frozenset({"note", "cell"})
"""Blocks that speak of one source from beginning to end."""


@rule(
    code="P902",
    name="identifying-detail",
    severity="warning",
    summary="a telephone, mailbox, document number or house beside an identity that is withheld",
    clause="R17 Oral and anonymous sources",
    bad="A nurse (name withheld, phone 987 654 321) said that the ward was closed.",
    good="A nurse (name withheld) said that the ward was closed. For help, call the line 1818.",
)
def check(case: Case) -> Iterator[Finding]:
    """Every detail in the sentence, or in the note, that says that an identity is withheld."""
    withheld = word("withheld")
    detail = pattern(case.reading.language, "personal_detail")
    for passage in case.reading.passages:
        said = withheld.search(passage.text)
        for found in detail.finditer(passage.text) if said else ():
            low, high = (0, len(passage.text)) if passage.block.kind in _WHOLE else sentence_of(passage, found.start())
            beside = withheld.search(passage.text, low, high)
            if beside:
                at, why = case.words(passage, *found.span()), case.words(passage, *beside.span())
                yield case.finding(
                    "P902", "identifying-detail", "warning", at, [why],
                    stated=f"“{' '.join(at.text.split())}”",
                    computed=f"it identifies a person whose identity is withheld (“{' '.join(why.text.split())}”)",
                )  # fmt: skip
