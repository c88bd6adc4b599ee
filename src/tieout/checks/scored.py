"""The scores that a document states of a known index: its profiles in lists and tables, and its prose.

A profile is known by its labels, prose by the index's name in the document. Rules of family I look nowhere else.
What knows frameworks is imported only where a document states scores: most do not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tieout.checks.case import Case
from tieout.evidence.figure import Figure
from tieout.evidence.passage import Passage
from tieout.ties.tie import Member

if TYPE_CHECKING:
    from tieout.index.framework import Framework
    from tieout.index.results import Results
    from tieout.index.stated import Said, Sheet

_SCORE = re.compile(r"\b(?:score|puntuación|puntaje)(?: (?:for|of|in|de|en))?\b", re.IGNORECASE)

_WHOSE = re.compile(r"^.*['’]s?\s+")
"""Whose score it is (`Peru's`)."""


@dataclass(frozen=True, slots=True)
class Page:
    """The passages of a document as one text, cells of a row side by side, with a way back."""

    text: str
    starts: tuple[int, ...]
    passages: tuple[Passage, ...]

    def words(self, case: Case, start: int, end: int) -> Member:
        """Words of the text as evidence, with the document's offsets."""
        at = bisect_right(self.starts, start) - 1
        return case.words(self.passages[at], start - self.starts[at], end - self.starts[at])


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure that states a score, an aggregate or a rank of a framework in prose; `node` is what it is of."""

    figure: Figure
    node: str


def results_given(case: Case) -> Results | None:
    """The scores given with the check."""
    from tieout.index.results import Results

    found = case.given.get("scores")
    return found if isinstance(found, Results) else None


def frameworks(case: Case) -> tuple[Framework, ...]:
    """The frameworks that are looked for: of the scores given, else all that are known."""
    from tieout.index.stated import known

    given = results_given(case)
    return (given.framework,) if given else known()


def page_of(case: Case) -> Page:
    """The document's passages as one text."""
    starts, parts, at = [], [], 0
    last: Passage | None = None
    for passage in case.reading.passages:
        block = passage.block
        row = last is not None and block.kind == "cell" == last.block.kind
        beside = row and last is not None and (block.table, block.row) == (last.block.table, last.block.row)
        gap = " | " if beside else "\n\n"
        starts.append(at + len(gap))
        parts.append(gap + passage.text)
        at += len(parts[-1])
        last = passage
    return Page("".join(parts), tuple(starts), tuple(case.reading.passages))


def profiles(case: Case) -> tuple[Page, list[Sheet]] | None:
    """The profiles of the document and the text they stand in; None when it holds no scores at all."""
    if not any(figure.unit == "score" or figure.decimals for figure in case.reading.figures):
        return None
    from tieout.index.stated import sheets

    page = page_of(case)
    found = sheets(page.text, frameworks(case))
    return (page, found) if found else None


def prose(case: Case) -> tuple[Framework, list[Stated]] | None:
    """The scores that the sentences state; None where the document does not name the index."""
    if not any(figure.kind in ("score", "change") for figure in case.reading.figures):
        return None
    from tieout.index.names import key_of
    from tieout.index.stated import names_it

    text = case.reading.document.text
    framework = next((f for f in frameworks(case) if names_it(text, f)), None)
    if framework is None:
        return None
    names = {key_of(name): node.id for node in framework.nodes for name in node.label.values()}
    found = (Stated(f, _node(f, names)) for f in case.reading.figures if f.cell is None and f.where == "body")
    return framework, [stated for stated in found if stated.node]


def _node(figure: Figure, names: dict[str, str]) -> str:
    """The node that a figure's measure names (`criminality score`), empty for another."""
    from tieout.index.names import key_of

    if figure.kind not in ("score", "change") or figure.measure is None or figure.value is None:
        return ""
    return names.get(key_of(_SCORE.sub(" ", _WHOSE.sub("", figure.measure))), "")


def label(case: Case, framework: Framework, node: str) -> str:
    """What the framework calls a node, in the language of the messages and in quotes."""
    found = framework.node(node)
    return f"“{found.label[case.lang] if found else node}”"


def country_of(case: Case, page: Page, sheet: Sheet) -> str | None:
    """The country of a profile, alpha-3: that of most of its figures."""
    from tieout.index.countries import iso3

    spans = {page.words(case, s.start, s.end).start for s in sheet.scores.values()}
    codes = Counter(f.place_code for f in case.reading.figures if f.start in spans and f.place_code)
    place = codes.most_common(1)[0][0] if codes else case.reading.document.country
    return iso3(place[:2]) if place else None


def ranks_after(case: Case, page: Page, sheet: Sheet) -> Iterator[tuple[Said, list[Figure]]]:
    """Each aggregate with the ranks that stand between it and the next number of the profile."""
    stops = sorted(page.words(case, s.start, s.end).start for s in (*sheet.scores.values(), *sheet.aggregates.values()))
    ranks = [f for f in case.reading.figures if f.unit == "rank" and f.value is not None]
    for said in sheet.aggregates.values():
        start = page.words(case, said.start, said.end).start
        stop = next((s for s in stops if s > start), start + 400)
        found = [f for f in ranks if start < f.start < min(stop, start + 400)]
        if found:
            yield said, found
