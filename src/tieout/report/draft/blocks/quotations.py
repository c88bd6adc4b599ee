"""`{tieout quotations}`: the words behind each number of the report, by source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from tieout.evidence.figure import Figure
from tieout.evidence.passage import Passage
from tieout.evidence.records.record import Record
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
        held = sorted((r for r in records.values() if r.doc == entry.doc), key=lambda r: (r.start, r.end))
        named = ", ".join(
            filter(None, (markdown.words(entry.author or entry.publisher or ""), markdown.emphasis(title_of(entry))))
        )
        quoting = _Quoting(filling, entry.doc)
        lines = "\n".join(quoting.line(together) for together in quoting.sentences(held))
        parts.append(f'::: {{.quoted-source custom-style="Quoted Source"}}\n**{named}**\n:::\n\n{lines}')
    return "\n\n".join(parts)


def behind(filling: Filling) -> Mapping[str, Figure | Record]:
    """The records that numbers rest on, and those that are cited by their ids."""
    numbers: Iterable[Figure | Record] = (n.record for n in filling.bound.numbers if n.record is not None)
    cited = (one.record for bracket in filling.brackets for one in bracket.cited if one.record is not None)
    return {record.id: record for record in (*numbers, *cited, *filling.records.values())}


class _Quoting:
    """The sentences of one document, as clean lines."""

    def __init__(self, filling: Filling, doc: str) -> None:
        self._filling, self._reading = filling, filling.workspace.reading(doc)
        self._starts = [passage.block.start for passage in self._reading.passages]

    def sentences(self, records: Sequence[Figure | Record]) -> list[list[Figure | Record]]:
        """The records of each sentence together, in text order."""
        out: dict[tuple[int, int], list[Figure | Record]] = {}
        for record in records:
            passage = self._passage(record.start)
            place = (record.start, record.end)
            if passage is not None:
                place = (passage.index, passage.sentence_at(passage.view.find(record.start)))
            out.setdefault(place, []).append(record)
        return list(out.values())

    def line(self, records: Sequence[Figure | Record]) -> str:
        """A list item: the ids, the sentence with what they stand for in bold, the page."""
        first = records[0]
        names = ", ".join(f"[f\\:{record.id}]{{#{anchor(record.id)} .record}}" for record in records)
        place = place_of(self._filling.workspace, first.doc, first.start, self._filling.language)
        where = f" ({place})" if place else ""
        return f"- {names} “{self._said(records).strip()}”{where}"

    def _passage(self, offset: int) -> Passage | None:
        """The passage that holds an offset."""
        for passage in self._reading.passages[max(0, bisect_right(self._starts, offset) - 8) :]:
            if passage.block.start > offset:
                break
            if any(start <= offset < end for start, end in passage.block.pieces):
                return passage
        return None

    def _said(self, records: Sequence[Figure | Record]) -> str:
        first = records[0]
        passage = self._passage(first.start)
        if passage is None:
            return f"**{markdown.words(first.text)}**"
        text, find = passage.view.text, passage.view.find
        start, end = passage.sentences[passage.sentence_at(find(first.start))]
        end = min(max(end, find(records[-1].end)), start + _LONGEST)
        before, behind = self._labels(passage)
        out, at = [before], start
        for record in records:
            low, high = max(at, find(record.start)), min(end, find(record.end))
            if low < high:
                out += [_escaped(text[at:low]), f"**{markdown.words(text[low:high])}**"]
                at = high
        return "".join([*out, _escaped(text[at:end]), behind])

    def _labels(self, passage: Passage) -> tuple[str, str]:
        """For a cell of a table the names of its row and its column."""
        block = passage.block
        if block.table is None or block.row is None:
            return "", ""
        cells = {(p.block.row, p.block.col): p.text for p in self._reading.passages if p.block.table == block.table}
        row = cells.get((block.row, 0), "") if block.col else ""
        column = cells.get((0, block.col), "") if block.row else ""
        return f"{markdown.words(row)}: " if row else "", f" ({markdown.words(column)})" if column else ""


def _escaped(text: str) -> str:
    """Words with the blanks at their ends, one each."""
    if not text.strip():
        return " " * bool(text)
    return " " * text[0].isspace() + markdown.words(text) + " " * text[-1].isspace()
