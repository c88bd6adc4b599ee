"""The marks of a document's page: every record at its exact words, with the anchor that the whole site links to.

Spans may nest and overlap. Findings lie outermost, then records, then figures; within each, what overlaps is cut into
runs that carry the numbers of all items over them. A record whose words the page does not set is anchored in the list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from urllib.parse import quote

from markupsafe import Markup, escape

from tieout.checks.finding import SEVERITIES, Finding
from tieout.evidence.figure import Figure
from tieout.evidence.records.group import Group
from tieout.report.article import Setter
from tieout.report.marking import Layer, Mark, Run, shown
from tieout.report.site.address import record_anchor
from tieout.report.site.items import Item
from tieout.report.site.register import Register
from tieout.report.words import Words
from tieout.workspace.part import Part


def relation_id(group: Group, number: int) -> str:
    """The id under which the words that say the n-th relation of a group are marked."""
    return f"{group.id}.{number}"


def note_anchor(note_id: str) -> str:
    """The id of a note's text on its document's page; of its mark where the text is lost."""
    return f"n-{quote(note_id, safe='')}"


def article(part: Part, items: Sequence[Item], register: Register, words: Words) -> tuple[Markup, frozenset[int]]:
    """The document's text with its marks, and the numbers of the items that have found their place in it."""
    setter = Setter(part.document, 1, words, list(enumerate(part.notes, 1)), listed=False)
    by_number = {item.number: item for item in items}
    placed: set[int] = set()

    def layer(kinds: Callable[[Item], bool], tag: Callable[[list[Item]], str]) -> Layer:
        marks = (mark for item in items if kinds(item) for mark in _marks(item))
        drawn = shown(marks, setter.shown_pieces)
        placed.update(mark.key for mark in drawn)
        return Layer.of(drawn, lambda run, inner: _wrapped(run, inner, by_number, placed_ids, tag))

    placed_ids: set[int] = set()
    setter.layers = [
        layer(lambda i: isinstance(i.record, Finding), _finding_class),
        layer(lambda i: not isinstance(i.record, Finding | Figure), _record_class),
        layer(lambda i: isinstance(i.record, Figure), _figure_class),
        _anchors(setter, part),
        _cited(setter, part, register),
        setter.inline_layer(),
    ]
    return Markup("".join(setter.groups())), frozenset(placed)  # noqa: S704 -- escaped piece by piece


def _marks(item: Item) -> Iterable[Mark]:
    """A record's own words; of a group every mention."""
    record = item.record
    yield Mark(record.start, record.end, item.number)
    if isinstance(record, Group):
        yield from (Mark(a, b, item.number) for a, b in record.mentions if (a, b) != (record.start, record.end))


def _wrapped(run: Run, inner: str, items: dict[int, Item], done: set[int], tag: Callable[[list[Item]], str]) -> str:
    """The tag of a run, with the ids of the items that open here for the first time."""
    over = [items[key] for key in dict.fromkeys(mark.key for mark in run.marks)]
    opening = [items[mark.key] for mark in run.opens() if mark.key not in done]
    done.update(item.number for item in opening)
    ids = list(dict.fromkeys(item.anchor for item in opening))
    own = f' id="{ids[0]}"' if ids else ""
    more = "".join(f'<span id="{id}"></span>' for id in ids[1:])
    numbers = " ".join(str(item.number) for item in over)
    return f'{more}<span class="rec {tag(over)}" data-i="{numbers}"{own} tabindex="-1">{inner}</span>'


def _finding_class(over: list[Item]) -> str:
    severities = [item.record.severity for item in over if isinstance(item.record, Finding)]
    return "find " + min(severities, key=SEVERITIES.index)


def _record_class(over: list[Item]) -> str:
    return " ".join(dict.fromkeys(f"m-{item.kind}" for item in over))


def _figure_class(over: list[Item]) -> str:
    kind = next(item.record.kind for item in over if isinstance(item.record, Figure))
    return f"fig k-{kind}"


def _anchors(setter: Setter, part: Part) -> Layer:
    """Places that other pages link to and that are no item: notes, and the words that relate two groups."""
    places: list[tuple[int, str]] = []
    for note in part.notes:
        at = note.start if note.start is not None else note.mark_start
        if at is not None:
            places.append((at, note_anchor(note.id)))
    for group in part.groups:
        for number, relation in enumerate(group.relations):
            places.append((relation.start, record_anchor(relation_id(group, number))))
    marks = shown((Mark(at, at + 1, n) for n, (at, _) in enumerate(places)), setter.shown_pieces)
    return Layer.of(
        marks, lambda run, inner: "".join(f'<span id="{places[m.key][1]}"></span>' for m in run.opens()) + inner
    )


def _cited(setter: Setter, part: Part, register: Register) -> Layer:
    """Behind each citation a way to its source in the register."""
    known = [(c, register.of(part.document.path, c.source)) for note in part.notes for c in note.citations]
    marks = shown((Mark(c.start, c.end, n) for n, (c, to) in enumerate(known) if to), setter.shown_pieces)

    def wrap(run: Run, inner: str) -> str:
        ways = []
        for mark in run.closes():
            to = known[mark.key][1]
            if to is not None:
                label = escape(to.source.title or to.source.publisher or to.id)
                ways.append(f'<a class="to" href="../sources.html#{to.anchor}" aria-label="{label}"></a>')
        return inner + "".join(ways)

    return Layer.of(marks, wrap)
