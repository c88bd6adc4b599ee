"""Several short texts as the documents of a corpus, and what comparing them gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checks.examples import reading
from tieout.compare.comparison import Comparison
from tieout.compare.find import comparisons
from tieout.compare.publication import Publication
from tieout.evidence.corpus import ReadCorpus, Reading

SPANISH = "es:"
"""Begins a text that is in Spanish."""


def readings(texts: Sequence[str], dates: Sequence[str | None] = ()) -> list[Reading]:
    """Each text as a document `a.txt`, `b.txt`, …"""
    out = []
    for at, text in enumerate(texts):
        language = "es" if text.startswith(SPANISH) else "en"
        one = reading(text.removeprefix(SPANISH), language, dates[at] if dates else "2024-05-02")
        name = f"{'abcdefgh'[at]}.txt"
        figures = [replace(figure, doc=name, id=f"{name}-{figure.id}") for figure in one.figures]
        out.append(replace(one, document=replace(one.document, path=name), figures=figures))
    return out


def compared(*texts: str, dates: Sequence[str | None] = (), by: Sequence[str | None] = ()) -> tuple[Comparison, ...]:
    """The comparisons of some texts; `by` are their publishers."""
    read = readings(texts, dates)
    publishers = {
        one.document.path: Publication(one.document.path, by[at] if by else None, one.document.date)
        for at, one in enumerate(read)
    }
    return comparisons(ReadCorpus(tuple(read)), publishers)


def relations(*texts: str, dates: Sequence[str | None] = ()) -> set[str]:
    """The relations of all comparisons."""
    return {one.relation for one in compared(*texts, dates=dates)}


def said(one: Comparison) -> list[str]:
    """The members' words."""
    return [" ".join(member.text.split()) for member in one.members]
