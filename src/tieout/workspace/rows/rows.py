"""From a Part to rows: for each table a list of mappings from column to value. The document's key is not known here."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from tieout.evidence.figure import Figure
from tieout.evidence.passage import Passage
from tieout.language.edtf import bounds
from tieout.reading.document import Document, Loss
from tieout.workspace.part import Part
from tieout.workspace.rows.schema import OF_DOCUMENTS, RECORDS, simple

Row = dict[str, Any]


def rows_of(part: Part, passages: Sequence[Passage]) -> Mapping[str, list[Row]]:
    """The rows of one document for every table of documents."""
    at = _Places(part.document)
    made: Mapping[str, Iterable[Row]] = {
        "passages": _passages(passages, at),
        "figures": (_figure(figure, at) for figure in part.figures),
        **{
            name: ({**at.row(one.start, one.end), **_simple(one)} for one in getattr(part, name)) for name in RECORDS
        },
        "relations": _relations(part, at),
        "mentions": (
            {**at.row(start, end), "group_id": group.id, "name": group.name}
            for group in part.groups
            for start, end in group.mentions
        ),
        "notes": _notes(part, at),
        "citations": (
            {**at.row(one.start, one.end), "note_id": note.id, **_simple(one)}
            for note in part.notes
            for one in note.citations
        ),
        "sources": ({"doc": at.doc, **_simple(source)} for source in part.sources),
        "ties": _ties(part, at),
        "tie_members": (
            {**at.row(one.start, one.end), "tie_id": tie.id, "member": n, "figure_id": one.figure and one.figure.id}
            for tie in part.ties
            for n, one in enumerate(tie.members)
        ),
        "findings": (
            {
                **at.row(f.start, f.end), "id": f.id, "rule": f.rule, "name": f.name, "severity": f.severity,
                "message": f.message, "computed": f.computed,
            }
            for f in part.findings
        ),
        "evidence": (
            {**at.row(one.start, one.end), "finding_id": finding.id, "proof": order}
            for finding in part.findings
            for order, one in enumerate(finding.evidence)
        ),
        "losses": (_loss(loss, at) for loss in (*part.document.losses, *part.losses)),
        "not_checked": (
            {"doc": at.doc, "rule": n.rule, "name": n.name, "reason": n.reason} for n in part.not_checked
        ),
    }  # fmt: skip
    assert made.keys() == OF_DOCUMENTS.keys()
    return {name: list(rows) for name, rows in made.items()}


class _Places:
    """Knows the document, to say where something stands."""

    def __init__(self, document: Document) -> None:
        self.doc, self.text = document.path, document.text
        pages = list(document.spans_of("page"))
        self._starts, self._pages = [page.start for page in pages], pages

    def row(self, start: int, end: int) -> Row:
        """The columns of a place."""
        return {"doc": self.doc, "start": start, "end": end, "text": self.text[start:end], "page": self.page(start)}

    def page(self, offset: int) -> str | None:
        """The page that an offset is on, as the document counts it; None where it has no pages."""
        before = bisect_right(self._starts, offset) - 1
        return self._pages[before].label if before >= 0 and offset < self._pages[before].end else None


def _simple(one: object) -> Row:
    """What a record says in simple fields."""
    return {name: list(v) if isinstance(v := getattr(one, name), tuple) else v for name in simple(type(one))}


def _passages(passages: Sequence[Passage], at: _Places) -> Iterator[Row]:
    for passage in passages:
        start, end = passage.view.span(0, len(passage.text))
        block, above = passage.block, [passages[h].text for h in passage.headings]
        yield {
            **at.row(start, end), "passage": passage.index, "kind": block.kind, "level": block.level,
            "section": above[-1] if above else None, "headings": above, "table_number": block.table,
            "table_row": block.row, "table_column": block.col,
        }  # fmt: skip


def _figure(figure: Figure, at: _Places) -> Row:
    first, last = _days(figure.period)
    table, row, column = figure.cell or (None, None, None)
    same = (
        "id", "value_text", "decimals", "bound", "side", "unit", "kind", "direction", "measure", "concept", "counting",
        "denominator", "of", "place", "place_code", "period", "base_period", "authority", "sentence_start",
        "sentence_end", "ocr",
    )  # fmt: skip
    return {
        **at.row(figure.start, figure.end),
        **{name: getattr(figure, name) for name in same},
        "value": exact(figure.value),
        "value_number": _number(figure.value),
        "high": exact(figure.high),
        "high_number": _number(figure.high),
        "period_start": first,
        "period_end": last,
        "attributed_to": [one.name for one in figure.attribution],
        "stands_in": figure.where,
        "table_number": table,
        "table_row": row,
        "table_column": column,
        "sentence": at.text[figure.sentence_start : figure.sentence_end],
    }


def _relations(part: Part, at: _Places) -> Iterator[Row]:
    for group in part.groups:
        for relation in group.relations:
            place = at.row(relation.start, relation.end)
            yield {**place, "group_id": group.id, "name": group.name, "kind": relation.kind, "other": relation.other}


def _notes(part: Part, at: _Places) -> Iterator[Row]:
    for note in part.notes:
        start, end = note.start, note.end
        place: Row = {"doc": at.doc} if start is None or end is None else at.row(start, end)
        first, last = note.supports_start, note.supports_end
        supported = None if first is None or last is None else at.text[first:last]
        yield {**place, **_simple(note), "supports": supported}


def _ties(part: Part, at: _Places) -> Iterator[Row]:
    for tie in part.ties:
        claim = tie.members[0]
        yield {
            **at.row(claim.start, claim.end), "id": tie.id, "kind": tie.kind, "verdict": tie.verdict,
            "stated": tie.stated, "computed": tie.computed, "reason": tie.reason,
        }  # fmt: skip


def _loss(loss: Loss, at: _Places) -> Row:
    return {**at.row(loss.start, loss.end), "kind": loss.kind, "message": loss.message, "count": loss.count}


def exact(value: Fraction | None) -> str | None:
    """An exact number as text: `4.5` where decimals say it all, else a fraction `1/3`."""
    if value is None:
        return None
    places, rest = 0, value.denominator
    while rest % 10 == 0:
        rest //= 10
        places += 1
    while rest % 2 == 0 or rest % 5 == 0:
        rest = rest * 5 // 10 if rest % 2 == 0 else rest * 2 // 10
        places += 1
    if rest != 1:
        return str(value)
    whole = abs(value.numerator) * 10**places // value.denominator
    digits = str(whole).rjust(places + 1, "0")
    shown = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"-{shown}" if value < 0 else shown


def _number(value: Fraction | None) -> float | None:
    try:
        return None if value is None else float(value)
    except OverflowError:
        return None


def _days(edtf: str | None) -> tuple[str | None, str | None]:
    """First and last day of a period, for comparing in SQL; None for an open end."""
    try:
        first, last = bounds(edtf) if edtf else (None, None)
    except ValueError:
        return None, None
    return _iso(first), _iso(last)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
