"""The page of one document: its whole text with every record marked, what each mark is, and what could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from tieout.checks.finding import Finding
from tieout.checks.voice import Voice
from tieout.evidence.figure import Figure
from tieout.report.addresses import followable
from tieout.report.html import asset
from tieout.report.losses import loss_lines
from tieout.report.placing import Placing
from tieout.report.site.address import document_page
from tieout.report.site.items import Item, Link, items_of
from tieout.report.site.marks import article
from tieout.report.site.quoted import title_of
from tieout.report.site.record_facts import kind_words
from tieout.report.site.register import Register
from tieout.report.site.shell import PACKAGE, Frame, country_name, render
from tieout.report.words import words
from tieout.workspace.entry import Entry
from tieout.workspace.part import FIELDS, Part

KINDS = ("figure", *FIELDS, "finding")
"""The kinds of items in the order of their switches."""


def document_html(
    entry: Entry, part: Part, frame: Frame, register: Register, links: Mapping[str, Iterable[Link]]
) -> str:
    """The page. `links` are further addresses by record id: comparisons that a figure is part of."""
    said, own = words(frame.lang), words(frame.lang, PACKAGE)
    document, voice = part.document, Voice(frame.lang)
    placing = Placing(document, said)
    items = items_of(part, placing, said, links)
    html, placed = article(part, items, register, said)
    counts = Counter(item.kind for item in items)
    return render(
        frame,
        document_page(entry),
        title_of(entry),
        "document.html",
        {
            "entry": entry,
            "document": document,
            "link": followable(entry.url),
            "country": country_name(entry.country, frame.lang),
            "html": html,
            "items": items,
            "placed": placed,
            "kind_words": kind_words,
            "kinds": [(kind, counts[kind]) for kind in KINDS if counts[kind]],
            "losses": loss_lines((*document.losses, *part.losses), placing, voice.put),
            "not_checked": list(dict.fromkeys(voice.put(n.reason) for n in part.not_checked if n.code is None)),
            "messages": {i.number: i.record.message for i in items if isinstance(i.record, Finding)},
            "ocr": _seen(document.ocr, items),
            "cites": [(c, register.of(entry.doc, c.key)) for c in part.sources],
            "relied": own.number(sum(c.times_cited for c in part.sources)),
        },
        style=asset(PACKAGE, "document.css"),
        script=asset(PACKAGE, "document.js"),
    )


def _seen(ocr: tuple[tuple[int, int], ...], items: list[Item]) -> int:
    """How many figures stand in text that a program recognised in a picture."""
    return sum(isinstance(item.record, Figure) and item.record.ocr for item in items) if ocr else 0
