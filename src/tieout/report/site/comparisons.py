"""The page of comparisons: one thing counted by several sources, side by side, with the relation and the arithmetic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from tieout.checks.telling import own_words
from tieout.checks.voice import Voice
from tieout.compare.comparison import DISAGREEING, RELATIONS, Comparison
from tieout.compare.words import relation_words
from tieout.evidence.figure import Figure
from tieout.report.html import asset
from tieout.report.site.address import record_address
from tieout.report.site.dossier import Dossier
from tieout.report.site.quoted import Quoted
from tieout.report.site.shell import PACKAGE, render
from tieout.report.words import words
from tieout.ties.tie import Member


@dataclass(frozen=True, slots=True)
class Side:
    """A member of a comparison: its words, and what is known of its figure."""

    quote: Quoted
    figure: Figure | None


@dataclass(frozen=True, slots=True)
class Item:
    """A comparison as listed."""

    comparison: Comparison
    relation: str
    reason: str
    computed: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """Comparisons of one thing under a heading."""

    title: str
    items: tuple[Item, ...]


def comparisons_html(dossier: Dossier) -> str:
    """The page."""
    own = words(dossier.lang, PACKAGE)
    found = dossier.comparisons
    counts = Counter(comparison.relation for comparison in found)
    return render(
        dossier.frame,
        "comparisons.html",
        own("nav", "comparisons"),
        "comparisons.html",
        {
            "subjects": list(_subjects(dossier)),
            "total": len(found),
            "differing": sum(counts[relation] for relation in DISAGREEING),
            "relations": [(r, relation_words(r, dossier.lang), counts[r]) for r in RELATIONS if counts[r]],
        },
        style=asset(PACKAGE, "comparisons.css"),
        script=asset(PACKAGE, "narrow.js"),
    )


def _subjects(dossier: Dossier) -> Iterator[Subject]:
    """The subjects, those on which sources disagree first; those of one title stand under one heading."""
    voice = Voice(dossier.lang)
    titled: dict[str, list[Item]] = {}
    for _, some in groupby(dossier.comparisons, key=lambda c: c.subject):
        items = [_item(dossier, comparison, voice) for comparison in some]
        titled.setdefault(_title(items, dossier), []).extend(items)
    for items in titled.values():
        items.sort(key=_worst)
    for title, items in sorted(titled.items(), key=lambda pair: min(_worst(pair[1][0]), len(DISAGREEING))):
        yield Subject(title, tuple(items))


def _worst(item: Item) -> int:
    """Where its relation stands in the order in which a reader wants to see them."""
    return RELATIONS.index(item.comparison.relation)


def _item(dossier: Dossier, comparison: Comparison, voice: Voice) -> Item:
    return Item(
        comparison,
        relation_words(comparison.relation, dossier.lang),
        voice.put(comparison.reason, own_words(comparison.members, "stated")),
        voice.put(comparison.computed, own_words(comparison.members, "computed")),
        tuple(Side(_quote(dossier, member), member.figure) for member in comparison.members),
    )


def _quote(dossier: Dossier, member: Member) -> Quoted:
    if member.figure is not None and member.figure.id in dossier.workspace.by_id:
        return dossier.quotes.of(member.figure)
    entry = dossier.workspace.by_doc[member.doc]
    address = record_address(entry, member.figure.id) if member.figure else None
    return dossier.quotes.at(member.doc, member.start, member.end, address)


def _title(items: Sequence[Item], dossier: Dossier) -> str:
    """The subject as the documents name it, in the fewest words, and the place."""
    subject = items[0].comparison.subject
    figures = [side.figure for item in items for side in item.sides if side.figure is not None]
    named = sorted({f.measure for f in figures if f.measure}, key=lambda m: (len(m), m))
    name = next((m for m in named if " " in m or len(m) > 3), None) or subject.topic.replace("_", " ")
    place = subject.place
    if subject.place_code:
        place = dossier.geography.name(subject.place_code)
    parts = [name[:1].upper() + name[1:], place if place != subject.place_code else subject.place]
    return ", ".join(part for part in parts if part)
