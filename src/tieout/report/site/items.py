"""The records of one document as its page lists them: what each is, what is known of it, where else it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tieout.checks.finding import Finding
from tieout.checks.telling import own_words
from tieout.checks.voice import Voice
from tieout.evidence.figure import Figure
from tieout.evidence.records.group import Group
from tieout.evidence.records.law import Law
from tieout.evidence.records.record import Record
from tieout.report.facts import facts_of
from tieout.report.placing import Placing
from tieout.report.site.address import group_address, law_address, record_anchor
from tieout.report.site.record_facts import kind_of, record_facts
from tieout.report.words import Words
from tieout.ties.tie import Tie
from tieout.workspace.part import FIELDS, Part

_LONGEST = 240

Link = tuple[str, str]
"""What is said, and the address from the folder of the site."""


@dataclass(frozen=True, slots=True)
class TieLine:
    """A tie that a figure is part of: its verdict, the arithmetic, and the anchors of its other figures."""

    verdict: str
    kind: str
    computed: str
    reason: str
    others: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A record as listed; `number` counts the document's items from 1, in text order."""

    number: int
    anchor: str
    kind: str
    record: Figure | Record | Finding
    text: str
    place: str
    facts: tuple[tuple[str, str], ...]
    ties: tuple[TieLine, ...] = ()
    links: tuple[Link, ...] = ()


def items_of(part: Part, placing: Placing, words: Words, links: Mapping[str, Iterable[Link]]) -> list[Item]:
    """All figures, records and findings of a document. `links` are further addresses by record id."""
    ties = _ties(part, words)
    records: list[Figure | Record | Finding] = [*part.figures, *part.findings]
    for kind in FIELDS:
        records.extend(part.records(kind))
    records.sort(key=lambda r: (r.start, -r.end))
    return [
        Item(
            number,
            record_anchor(record.id),
            item_kind(record),
            record,
            _short(record.text),
            placing.name(record.start),
            tuple(_facts(record, words)),
            tuple(ties.get(record.id, ())),
            (*_own_links(record), *links.get(record.id, ())),
        )
        for number, record in enumerate(records, 1)
    ]


def item_kind(record: Figure | Record | Finding) -> str:
    """`figure`, `finding`, or the kind of record."""
    if isinstance(record, Record):
        return kind_of(record)
    return "figure" if isinstance(record, Figure) else "finding"


def _facts(record: Figure | Record | Finding, words: Words) -> Iterator[tuple[str, str]]:
    if isinstance(record, Figure):
        yield from facts_of(record, words)
    elif isinstance(record, Record):
        yield from record_facts(record, words.language)


def _own_links(record: Figure | Record | Finding) -> Iterator[Link]:
    if isinstance(record, Law) and record.key:
        yield "law", law_address(record.key)
    elif isinstance(record, Group):
        yield "group", group_address(record.name)


def _ties(part: Part, words: Words) -> dict[str, list[TieLine]]:
    voice = Voice(words.language)
    here = {figure.id for figure in part.figures}
    lines: dict[str, list[TieLine]] = {}
    for tie in part.ties:
        figures = {m.figure.id: m for m in tie.members if m.figure and m.figure.id in here}
        for id in figures:
            others = tuple((record_anchor(o), _short(m.text)) for o, m in figures.items() if o != id)
            lines.setdefault(id, []).append(_tie_line(tie, others, voice, words))
    return lines


def _tie_line(tie: Tie, others: tuple[tuple[str, str], ...], voice: Voice, words: Words) -> TieLine:
    reason = words.name("reason", tie.reason) if tie.reason else ""
    return TieLine(tie.verdict, tie.kind, voice.put(tie.computed, own_words(tie.members, "computed")), reason, others)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rpartition(" ")[0] + " …"
