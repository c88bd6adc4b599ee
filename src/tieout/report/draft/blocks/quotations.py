"""`{tieout quotations}`: the words behind each number of the report, by source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tieout.evidence.figure import Figure
from tieout.evidence.records.record import Record
from tieout.reading.document import Block as Stretch
from tieout.reading.document import Document
from tieout.reading.view import view_of
from tieout.report.draft import markdown
from tieout.report.draft.citing import place_of
from tieout.report.draft.draft import Block
from tieout.report.draft.filling import Filling, anchor
from tieout.report.site.quoted import title_of

_LONGEST = 600
"""Characters of a sentence; a longer one lost its end."""


def fill(block: Block, filling: Filling) -> str:  # noqa: ARG001 -- every block takes both
    """Each source with its quotations in text order; the number stands out in each."""
    records = behind(filling)
    w = filling.words
    if not records:
        return w("quotations", "none")
    filling.cite(filling.workspace.by_doc[record.doc] for record in records.values())
    parts = []
    by_doc = filling.workspace.by_doc
    for entry in sorted({by_doc[record.doc] for record in records.values()}, key=lambda entry: entry.key):
        held = sorted((r for r in records.values() if r.doc == entry.doc), key=lambda r: r.start)
        named = ", ".join(
            filter(None, (markdown.words(entry.author or entry.publisher or ""), markdown.emphasis(title_of(entry))))
        )
        parts.append(f"**{named}**\n\n" + "\n".join(_line(filling, record) for record in held))
    return "\n\n".join(parts)


def behind(filling: Filling) -> Mapping[str, Figure | Record]:
    """The records that numbers rest on, and those that are cited by their ids."""
    numbers: Iterable[Figure | Record] = (n.record for n in filling.bound.numbers if n.record is not None)
    cited = (one.record for bracket in filling.brackets for one in bracket.cited if one.record is not None)
    return {record.id: record for record in (*numbers, *cited, *filling.records.values())}


def sentence(document: Document, record: Figure | Record) -> tuple[str, str, str]:
    """A record's words with the sentence around them, each as a clean line."""
    if isinstance(record, Figure) and record.cell is not None:
        return _row(document, record)
    first, last = record.start, record.end
    if isinstance(record, Figure) and record.sentence_start <= record.start < record.end <= record.sentence_end:
        first, last = record.sentence_start, min(record.sentence_end, record.end + _LONGEST)
    return (
        _clean(document, first, record.start),
        _clean(document, record.start, record.end),
        _clean(document, record.end, last),
    )


def _row(document: Document, figure: Figure) -> tuple[str, str, str]:
    """A number of a table: the name of its row, and that of its column behind it."""
    assert figure.cell is not None
    table, row, col = figure.cell
    cells = {(b.row, b.col): b for b in document.blocks if b.kind == "cell" and b.table == table}
    named = [cells.get((row, 0)) if col else None, cells.get((0, col)) if row else None]
    left, top = (_clean(document, cell.start, cell.end) if cell else "" for cell in named)
    return f"{left}: " if left else "", _clean(document, figure.start, figure.end), f" ({top})" if top else ""


def _clean(document: Document, start: int, end: int) -> str:
    """Words without note marks and markup."""
    if end <= start:
        return ""
    line = view_of(document, Stretch("paragraph", ((start, end),))).text
    text = document.text[start:end]
    return (" " if text[0].isspace() else "") + line + (" " if line and text[-1].isspace() else "")


def _line(filling: Filling, record: Figure | Record) -> str:
    document = filling.workspace.part(record.doc).document
    before, words, after = (_escaped(part) for part in sentence(document, record))
    said = f"{before}**{words.strip()}**{after}"
    place = place_of(filling.workspace, record.doc, record.start, filling.language)
    where = f" ({place})" if place else ""
    return f"- [f\\:{record.id}]{{#{anchor(record.id)} .record}} “{said.strip()}”{where}"


def _escaped(text: str) -> str:
    """Words with the blanks at their ends, one each."""
    lead, tail = text[:1].isspace(), text[-1:].isspace() and bool(text.strip())
    return " " * lead + markdown.words(text) + " " * tail
