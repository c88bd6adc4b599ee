"""The items of a workspace that can be found: its passages, figures, laws and groups, each with what it is found by."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, get_args

from tieout.evidence.figure import Figure
from tieout.evidence.passage import Passage
from tieout.evidence.records.group import Group
from tieout.evidence.records.law import Law
from tieout.language.edtf import bounds
from tieout.workspace.entry import Entry
from tieout.workspace.part import Part
from tieout.workspace.workspace import Workspace

Kind = Literal["passage", "figure", "law", "group"]
KINDS: tuple[Kind, ...] = get_args(Kind)

_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d,]|\.\d)")
_LONGEST_PERIOD = 60
"""Years of a period that are all written down; of a longer one only the ends are."""

Bounds = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that can be found. `start`, `end` and the sentences are places in its document."""

    kind: Kind
    id: str
    doc: str
    start: int
    end: int
    text: str
    """The words in the document, from `start` to `end`."""
    sentences: tuple[Bounds, ...]
    label: str = ""
    """What a record is called: the figure's words, the number of a law, the name of a group."""
    context: str = ""
    """Words that it is found by besides its own: headings above it, names and measures of a record."""
    places: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    language: str = "en"
    page: str | None = None
    aside: bool = False
    """Whether it stands in a note or a table, not in running text."""


def items_of(workspace: Workspace) -> Iterator[Item]:
    """All that can be found in a workspace, document by document, in text order."""
    for entry, part in workspace.parts():
        about = _About(entry, part, workspace.reading(entry.doc).passages)
        yield from _passages(about)
        yield from _figures(about)
        yield from (_law(law, about) for law in part.laws)
        yield from (_group(group, about) for group in part.groups)


def years_of(text: str) -> tuple[int, ...]:
    """The years that a text names, in order."""
    return tuple(dict.fromkeys(int(found[0]) for found in _YEAR.finditer(text)))


def years_in(edtf: str | None) -> tuple[int, ...]:
    """The years of a period or date."""
    if edtf is None:
        return ()
    try:
        first, final = bounds(edtf)
    except ValueError:
        return ()
    low = first.year if first else None
    high = final.year if final else None
    if low is None or high is None or high - low > _LONGEST_PERIOD:
        return tuple(year for year in (low, high) if year is not None)
    return tuple(range(low, high + 1))


def _passages(about: _About) -> Iterator[Item]:
    """Each passage, and each row of a table as one; headings are found with what stands under them."""
    texts = [passage.text for passage in about.passages]
    document, title = about.part.document, about.entry.title or ""
    for _, group in groupby(about.passages, key=_row):
        several = [passage for passage in group if passage.block.kind not in ("title", "heading")]
        if not any(char.isalpha() for passage in several for char in passage.text):
            continue
        spans = [passage.view.span(*bound) for passage in several for bound in passage.sentences]
        start, end = min(span[0] for span in spans), max(span[1] for span in spans)
        first = several[0]
        words = " ".join(passage.text for passage in several)
        yield Item(
            "passage", f"{document.sha256[:10]}-{start}", about.entry.doc, start, end, document.text[start:end],
            tuple(spans) if len(several) == 1 else ((start, end),),
            context=" ".join((*(texts[at] for at in first.headings), *_lead(texts, first), title)),
            years=years_of(words) or about.published, language=about.part.language, page=about.page_at(start),
            aside=first.block.kind in ("note", "cell"),
        )  # fmt: skip


def _row(passage: Passage) -> tuple[int, int, int]:
    block = passage.block
    if block.kind == "cell" and block.table is not None and block.row is not None:
        return -1, block.table, block.row
    return passage.index, 0, 0


def _lead(texts: Sequence[str], passage: Passage) -> Iterable[str]:
    return () if passage.lead is None else (texts[passage.lead],)


def _figures(about: _About) -> Iterator[Item]:
    for figure in about.part.figures:
        context = (figure.measure, figure.concept, figure.place, figure.authority, figure.unit)
        places, years = (figure.place, figure.place_code), years_in(figure.period)
        yield about.item("figure", figure, sentence_of(figure), figure.text, context, places, years)


def sentence_of(figure: Figure) -> Bounds:
    """The sentence that a figure stands in, or its own words."""
    if figure.sentence_start <= figure.start and figure.end <= figure.sentence_end:
        return figure.sentence_start, figure.sentence_end
    return figure.start, figure.end


def _law(law: Law, about: _About) -> Item:
    context = (law.number, law.name, law.actor, law.status, law.subject, law.institution_affected)
    label = " ".join(filter(None, (law.number, law.name)))
    return about.item("law", law, about.sentence(law), label, context, (), years_in(law.date))


def _group(group: Group, about: _About) -> Item:
    context = (group.name, *group.aliases, *group.activities, *group.areas, group.origin, group.parent)
    return about.item("group", group, about.sentence(group), group.name, context, group.areas, ())


class _About:
    """What the items of one document share."""

    def __init__(self, entry: Entry, part: Part, passages: Sequence[Passage]) -> None:
        self.entry, self.part, self.passages = entry, part, passages
        self.pages = list(part.document.spans_of("page"))
        self.published = years_in(entry.date)[-1:] or years_of(entry.title or "")[-1:]
        self.sentences = sorted(passage.view.span(*bound) for passage in passages for bound in passage.sentences)

    def page_at(self, offset: int) -> str | None:
        """The page that holds a place."""
        return next((page.label for page in self.pages if page.start <= offset < page.end), None)

    def sentence(self, record: Law | Group) -> Bounds:
        """The sentence that a record stands in, or its own words."""
        at = bisect_right(self.sentences, (record.start, sys.maxsize)) - 1
        if at >= 0 and record.start < self.sentences[at][1]:
            return self.sentences[at][0], max(self.sentences[at][1], record.end)
        return record.start, record.end

    def item(
        self,
        kind: Kind,
        record: Figure | Law | Group,
        bound: Bounds,
        label: str,
        context: Iterable[str | None],
        places: Iterable[str | None],
        years: tuple[int, ...],
    ) -> Item:
        """The item of a record."""
        text = self.part.document.text[slice(*bound)]
        return Item(
            kind, record.id, self.entry.doc, *bound, text, (bound,), label, " ".join(filter(None, context)),
            tuple(filter(None, places)), years or years_of(text) or self.published, self.part.language,
            self.page_at(bound[0]),
        )  # fmt: skip
