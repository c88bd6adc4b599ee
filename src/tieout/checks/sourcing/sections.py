"""Sections: each heading with the running text below it up to the next heading, and what part of a report it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tieout.checks.case import Case
from tieout.checks.sourcing.once import once
from tieout.checks.sourcing.words import pattern
from tieout.evidence.passage import Passage

_RUNNING = frozenset({"paragraph", "list_item"})


@dataclass(slots=True)
class Section:
    """`path` are the headings above and its own, outermost first."""

    heading: Passage
    path: tuple[str, ...]
    body: list[Passage] = field(default_factory=list)

    @property
    def title(self) -> str:
        return self.path[-1]

    def is_a(self, name: str, language: str) -> bool:
        """Whether its own heading or one above it is of a kind that the tables name (`method`, `terms`, …)."""
        return any(pattern(language, name).search(title) for title in self.path)


@once
def sections(case: Case) -> list[Section]:
    """The sections of a document, in order. Text before the first heading is in none."""
    passages = case.reading.passages
    out: list[Section] = []
    for passage in passages:
        if passage.block.kind == "heading":
            above = tuple(passages[i].text for i in passage.headings if passages[i].block.kind == "heading")
            out.append(Section(passage, (*above, passage.text)))
        elif out and passage.block.kind in _RUNNING:
            out[-1].body.append(passage)
    return out


def chapters(case: Case) -> list[tuple[Section, Sequence[Section]]]:
    """The sections of the highest level that is used more than once, each with those below it."""
    found = sections(case)
    levels = sorted({s.heading.block.level for s in found})
    top = next((lv for lv in levels if sum(s.heading.block.level == lv for s in found) > 1), None)
    out: list[tuple[Section, list[Section]]] = []
    for section in found:
        if section.heading.block.level == top:
            out.append((section, []))
        if out:
            out[-1][1].append(section)
    return list(out)
